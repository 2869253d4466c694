import { CAUSES, type CauseId } from '../causes/catalogue.ts';
import type { Facts } from '../facts/facts.ts';
import { MEDIA, type Medium } from '../medium.ts';
import { BROWSER_HOMES, type BrowserHome, deepCheckFor, type GuideId, guideAt, homeOf, homesOf } from './guides.ts';
import { type System, systemOf } from './system.ts';

const SYSTEMS = {
  'windows-11': { platform: 'win32', windows: '11' },
  'windows-10': { platform: 'win32', windows: '10' },
  'macos-27': { platform: 'darwin', macos: '27' },
  'macos-15': { platform: 'darwin', macos: '15' },
  'macos-13': { platform: 'darwin', macos: '13' },
  'macos-10.15': { platform: 'darwin', macos: '10.15' },
  'macos-10.14': { platform: 'darwin', macos: '10.14' },
  linux: { platform: 'linux' },
} as const satisfies Record<string, System>;

type SystemShelf = keyof typeof SYSTEMS;

/** A system or a browser, with all the guides to its pages. */
export type Shelf = SystemShelf | BrowserHome;

/** The newest first; a macOS is called by the first release whose pages are its own. */
export const SHELVES: readonly Shelf[] = [...Object.keys(SYSTEMS).filter(isSystemShelf), ...BROWSER_HOMES];

export interface ShelvedGuide {
  readonly guide: GuideId;
  /** What it is for: one medium, or both. */
  readonly media: readonly Medium[];
}

/** The system whose pages a shelf shows; a browser’s look the same on each. */
export function systemOfShelf(shelf: Shelf): System {
  return isSystemShelf(shelf) ? SYSTEMS[shelf] : { platform: shelf === 'safari' ? 'darwin' : 'win32' };
}

/** Every guide that can be the one to follow there, in the order of the causes. */
export function guidesOn(shelf: Shelf): readonly ShelvedGuide[] {
  const system = isSystemShelf(shelf) ? SYSTEMS[shelf] : null;
  const homes = isSystemShelf(shelf) ? homesOf(SYSTEMS[shelf]) : [shelf];
  const found = new Map<GuideId, Set<Medium>>();
  const put = (guide: GuideId | null, medium: Medium): void => {
    if (guide !== null) found.set(guide, (found.get(guide) ?? new Set()).add(medium));
  };
  for (const cause of Object.keys(CAUSES).filter(isCauseId)) {
    for (const medium of CAUSES[cause].media) put(guideAt(cause, medium, homes), medium);
  }
  // What no cause leads to: a look at what macOS does not show.
  for (const medium of MEDIA) put(system === null ? null : deepCheckFor(system), medium);
  return [...found].map(([guide, media]) => ({ guide, media: MEDIA.filter((each) => media.has(each)) }));
}

/** The shelves of this very computer: its system, where there are guides for it, and the browsers it has. */
export function shelvesOf(facts: Facts): readonly Shelf[] {
  const { browsers } = facts.readings;
  const { platform, windows, macos } = systemOf(facts);
  const own = SHELVES.filter(
    (shelf) =>
      isSystemShelf(shelf) &&
      same({ windows: undefined, macos: undefined, ...SYSTEMS[shelf] }, { platform, windows, macos }),
  );
  const homes = browsers?.kind === 'value' ? browsers.value.map(homeOf) : [];
  return [...own, ...SHELVES.filter((shelf) => homes.some((home) => home === shelf))];
}

function same(a: System, b: System): boolean {
  return a.platform === b.platform && a.windows === b.windows && a.macos === b.macos;
}

export function isSystemShelf(shelf: string): shelf is SystemShelf {
  return Object.hasOwn(SYSTEMS, shelf);
}

function isCauseId(id: string): id is CauseId {
  return Object.hasOwn(CAUSES, id);
}
