/**
 * The settings pages that can be opened, by name. Nothing else can: no address ever comes from a page, a link or a
 * report. Which page of which system a name stands for is `main/settings`.
 */
export const SETTINGS_TARGETS = ['camera-privacy', 'microphone-privacy', 'sound-input'] as const;

export type SettingsTarget = (typeof SETTINGS_TARGETS)[number];

export function isSettingsTarget(name: string): name is SettingsTarget {
  return SETTINGS_TARGETS.some((target) => target === name);
}

/** What became of the wish to open a page. */
export type OpenOutcome =
  | { readonly kind: 'opened'; readonly command: string }
  | { readonly kind: 'not-opened'; readonly why: string };
