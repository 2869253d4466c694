import type { Guide } from './guide.ts';
import { byHand, opened, pasted } from './ways.ts';

/**
 * The icon left of the address shows the site’s permissions in every browser of the family.
 *
 * @see https://support.google.com/chrome/answer/2693767
 */
const ADDRESS_BAR = opened('site-in-browser', 'icon');

/** Google Chrome and the other browsers built on Chromium, which all take `chrome:` addresses for their own. */
export const CHROME_GUIDES = {
  'chrome.site-permission': {
    ways: {
      'address-bar': ADDRESS_BAR,
      'settings-page': pasted('chrome://settings/content/siteDetails?site={{site}}'),
    },
  },
  'chrome.all-sites': {
    ways: {
      'settings-page': pasted('chrome://settings/content/{{medium}}'),
      'address-bar': ADDRESS_BAR,
    },
  },
  'chrome.extension': { ways: { extensions: pasted('chrome://extensions') } },
  'chrome.policy': { ways: { administrator: pasted('chrome://policy') } },
  'chrome.restart': { ways: { restart: byHand('quit') } },
} as const satisfies Record<string, Guide>;

/**
 * Microsoft Edge, whose pages and labels are its own.
 *
 * @see https://support.microsoft.com/microsoft-edge
 */
export const EDGE_GUIDES = {
  'edge.site-permission': {
    ways: {
      'address-bar': ADDRESS_BAR,
      'settings-page': pasted('edge://settings/content/siteDetails?site={{site}}'),
    },
  },
  'edge.all-sites': {
    ways: {
      'settings-page': pasted('edge://settings/content/{{medium}}'),
      'address-bar': ADDRESS_BAR,
    },
  },
} as const satisfies Record<string, Guide>;
