/**
 * The pages that can be opened, by name. Nothing else can: no address ever comes from a page, a link or a report. Which
 * page of which system or browser a name stands for is `main/settings`.
 */
export const SYSTEM_TARGETS = [
  'camera-privacy',
  'microphone-privacy',
  'sound-input',
  'camera-devices',
  'sound-devices',
  'device-manager',
  'services',
  'full-disk-access',
  'screen-time',
  'profiles',
] as const;

/** In a browser: the site in question, and the browser’s own page about permissions. */
export const BROWSER_TARGETS = ['site-in-browser', 'browser-permissions'] as const;

export const SETTINGS_TARGETS = [...SYSTEM_TARGETS, ...BROWSER_TARGETS] as const;

export type SystemTarget = (typeof SYSTEM_TARGETS)[number];
export type BrowserTarget = (typeof BROWSER_TARGETS)[number];
export type SettingsTarget = (typeof SETTINGS_TARGETS)[number];

export function isSettingsTarget(name: string): name is SettingsTarget {
  return SETTINGS_TARGETS.some((target) => target === name);
}

export function isBrowserTarget(target: SettingsTarget): target is BrowserTarget {
  return BROWSER_TARGETS.some((each) => each === target);
}

/** What became of the wish to open a page. */
export type OpenOutcome =
  | { readonly kind: 'opened'; readonly command: string }
  | { readonly kind: 'not-opened'; readonly why: string };
