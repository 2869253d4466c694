import type { BrowserDescription } from './browser-description.ts';
import { CHROMIUM_CHANNELS } from './chromium-channels.ts';
import { CHROMIUM_FAMILY } from './chromium-family.ts';
import { FIREFOX_FAMILY } from './firefox-family.ts';
import { WEBKIT_FAMILY } from './webkit-family.ts';

/** The browsers the tool knows. An id is part of the report’s contract and never changes its meaning. */
export const BROWSERS = { ...CHROMIUM_FAMILY, ...FIREFOX_FAMILY, ...WEBKIT_FAMILY, ...CHROMIUM_CHANNELS };

export type BrowserId = keyof typeof BROWSERS;

export const BROWSER_IDS = Object.keys(BROWSERS).filter(isBrowserId);

export function isBrowserId(id: string): id is BrowserId {
  return Object.hasOwn(BROWSERS, id);
}

/** What is known of a browser, without the particulars of its entry in the type. */
export function describeBrowser(id: BrowserId): BrowserDescription {
  return BROWSERS[id];
}
