import { describeBrowser, isBrowserId } from '../../../../core/browsers/browsers.ts';
import type { Browser } from '../../../../core/facts/browser.ts';
import type { SafariPermission, SafariStore } from '../../../../core/facts/safari.ts';
import { absent, mapReading, type Reading, thenReading, unreadable } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { joinPath } from '../../../machine/path.ts';
import type { ProbeContext } from '../../probe.ts';

type About = Pick<ProbeContext, 'site'>;

const DATABASE = 'PerSitePreferences.db';

/**
 * What Safari has stored about a site: a database of preferences by domain, in its folder of the library or, in newer
 * versions, in its container, and an older list beside it. macOS shows both folders to programs with Full Disk Access
 * alone. The folder of the library is tried first, because there macOS refuses without a word, while at the container of
 * another program it would ask the person.
 *
 * @see https://www.magnetforensics.com/blog/macos-safari-preferences-and-privacy/
 * @see https://support.apple.com/guide/security/secddd1d86a6/web (Full Disk Access)
 */
export async function readSafariPermission(
  machine: Machine,
  browser: Browser,
  profile: string,
  about: About,
): Promise<SafariPermission> {
  const common = { engine: 'webkit', browserId: browser.id, profile } as const;
  return { ...common, store: await readStore(machine, browser, about) };
}

async function readStore(machine: Machine, browser: Browser, about: About): Promise<Reading<SafariStore>> {
  const { dataFolder } = browser;
  const entries = await machine.files.list(dataFolder);
  if (entries.kind === 'unreadable') return refused(entries.why);
  if (entries.kind === 'absent') return unreadable(`${dataFolder}: it is not there, so that nothing can be told of it`);
  for (const folder of [...containersOf(machine, browser), dataFolder]) {
    const store = await readFolder(machine, folder, about);
    if (store.kind === 'unreadable') return refused(store.why);
    if (store.kind === 'value') return store;
  }
  return absent;
}

function refused(why: string): Reading<never> {
  const denied = /\((?:EPERM|EACCES)\)$/.test(why);
  return unreadable(denied ? `${why}; macOS shows it only to programs with Full Disk Access` : why);
}

function containersOf(machine: Machine, { product, dataFolder }: Browser): readonly string[] {
  const bundleId = isBrowserId(product) ? describeBrowser(product).macos?.bundleId : undefined;
  const name = dataFolder.slice(dataFolder.lastIndexOf('/') + 1);
  if (bundleId === undefined) return [];
  return [joinPath(machine, '~/Library/Containers', bundleId, 'Data/Library', name)];
}

async function readFolder(machine: Machine, folder: string, { site }: About): Promise<Reading<SafariStore>> {
  const file = joinPath(machine, folder, DATABASE);
  const status = await machine.files.status(file);
  if (status.kind !== 'value') return status;
  const [{ readPreferences }, { readOlder }] = await Promise.all([import('./preferences.ts'), import('./older.ts')]);
  const [preferences, older, named] = await Promise.all([
    readPreferences(machine, file, site),
    readOlder(machine, joinPath(machine, folder, 'UserMediaPermissions.plist'), site),
    machine.files.list(joinPath(machine, folder, 'Profiles')),
  ]);
  const namedProfiles = thenReading(named, (names) => (names.length === 0 ? absent : mapReading(named, () => true)));
  const writtenAt = status.value.modifiedAt.toISOString();
  return mapReading(preferences, (stored) => ({ file, writtenAt, ...stored, older, namedProfiles }));
}
