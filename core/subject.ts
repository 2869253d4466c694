import type { Browser } from './facts/browser.ts';
import type { Facts } from './facts/facts.ts';

/** Who asks for the device: this app itself, or one profile of one browser. */
export type Subject =
  | { readonly id: 'this-app'; readonly kind: 'app'; readonly name: string }
  | {
      readonly id: string;
      readonly kind: 'browser';
      readonly name: string;
      readonly browser: Browser;
      /** Folder of the profile; null for a browser that was never started. */
      readonly profile: string | null;
    };

const THIS_APP: Subject = { id: 'this-app', kind: 'app', name: 'Capture Doctor' };

/**
 * Everyone on the machine who can be judged, this app first, then the default browser, then the others by name. The
 * profile that a browser used last carries the browser's plain id; any other is `id:folder`.
 */
export function subjectsOf(facts: Facts): readonly Subject[] {
  const { browsers } = facts.readings;
  if (browsers?.kind !== 'value') return [THIS_APP];
  const ordered = browsers.value.toSorted(
    (a, b) => Number(b.isDefault) - Number(a.isDefault) || a.name.localeCompare(b.name, 'en'),
  );
  return [THIS_APP, ...ordered.flatMap(subjectsOfBrowser)];
}

function subjectsOfBrowser(browser: Browser): readonly Subject[] {
  const common = { kind: 'browser', name: browser.name, browser } as const;
  if (browser.profiles.kind !== 'value' || browser.profiles.value.length === 0) {
    return [{ ...common, id: browser.id, profile: null }];
  }
  const profiles = browser.profiles.value.toSorted((a, b) => Number(b.lastUsed) - Number(a.lastUsed));
  return profiles.map((profile, place) => ({
    ...common,
    id: place === 0 ? browser.id : `${browser.id}:${profile.folder}`,
    profile: profile.folder,
  }));
}
