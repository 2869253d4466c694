import type { BrowserDescription, WindowsBrowser } from '../../../../core/browsers/browser-description.ts';
import { absent, type Reading, unreadable, value, valueOr } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { folderOf, joinPath } from '../../../machine/path.ts';
import { readApplicationIni } from '../../browsers/application-ini.ts';
import { registryText } from '../registry-text.ts';
import { nameOf, VERSION_FOLDER } from './products.ts';

/**
 * The browser’s own program behind the one that is registered; null where that is not there any more. Opera registers
 * a launcher, which starts the newest version from the folders beside it.
 */
export async function locateProgram(
  machine: Machine,
  registered: string,
  { program: name }: WindowsBrowser,
): Promise<string | null> {
  const path = machine.files.abbreviate(registered);
  if ((await machine.files.status(path)).kind === 'absent') return null;
  if (nameOf(path) === name.toLowerCase()) return path;
  const folder = folderOf(path);
  const versions = await listVersions(machine, folder);
  const candidates = [folder, ...versions.map((version) => joinPath(machine, folder, version))];
  for (const candidate of candidates) {
    const own = joinPath(machine, candidate, name);
    if ((await machine.files.status(own)).kind === 'value') return own;
  }
  return path;
}

/**
 * Of the Firefox family from beside the program; of the others as the browser noted it when it last ran, or from the
 * folder named for it that its files are in.
 */
export async function readProgramVersion(
  machine: Machine,
  program: string,
  { engine, windows }: BrowserDescription,
): Promise<Reading<string>> {
  const folder = folderOf(program);
  if (engine === 'gecko') return readApplicationIni(machine, folder);
  const noted = readBeacon(machine, windows);
  if (noted.kind === 'value') return noted;
  if (VERSION_FOLDER.test(nameOf(folder))) return value(nameOf(folder));
  const [newest] = await listVersions(machine, folder);
  return newest === undefined ? noted : value(newest);
}

/** Its key has the name of the folder that holds the profiles. */
function readBeacon(machine: Machine, windows: WindowsBrowser | undefined): Reading<string> {
  const product = /^(.+)\\User Data$/.exec(windows?.data.path ?? '')?.[1];
  if (product === undefined) return absent;
  for (const root of ['HKCU', 'HKLM']) {
    const key = `${root}\\Software\\${product}\\BLBeacon`;
    const version = registryText(machine, key, 'version');
    if (version.kind === 'value' && !/^[\d.]+$/.test(version.value)) return unreadable(`${key}: it is no version`);
    if (version.kind !== 'absent') return version;
  }
  return absent;
}

/** Names of the folders for a version, the newest first. */
async function listVersions(machine: Machine, folder: string): Promise<readonly string[]> {
  const names = valueOr(await machine.files.list(folder), []);
  return names.filter((name) => VERSION_FOLDER.test(name)).toSorted(newestFirst);
}

export function newestFirst(a: string, b: string): number {
  return b.localeCompare(a, 'en', { numeric: true });
}
