import type { BrowserDescription, Engine, LinuxBrowser } from '../../../../core/browsers/browser-description.ts';
import { BROWSER_IDS, describeBrowser } from '../../../../core/browsers/browsers.ts';
import { absent, type Reading, thenReading, value, valueOr } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { joinPath } from '../../../machine/path.ts';
import { findByName, xdgFolders } from '../../../machine/xdg.ts';
import { iniSection } from '../../../parse/ini.ts';
import type { Installation } from '../../browsers/installed.ts';
import { readText } from '../../read-text.ts';
import { readNativeVersion } from './native-version.ts';

/** What programs and desktop files there are, listed once for all browsers: the path of each by its name. */
export interface LinuxPrograms {
  readonly commands: ReadonlyMap<string, string>;
  readonly desktopFiles: ReadonlyMap<string, string>;
}

export async function listPrograms(machine: Machine): Promise<LinuxPrograms> {
  const { path, applications } = xdgFolders(machine);
  const all = BROWSER_IDS.flatMap((id) => describeBrowser(id).linux ?? []);
  const [commands, desktopFiles] = await Promise.all([
    findByName(
      machine,
      path,
      all.flatMap((packages) => packages.commands),
    ),
    findByName(
      machine,
      applications,
      all.flatMap((packages) => packages.desktopFiles.map((name) => `${name}.desktop`)),
    ),
  ]);
  return { commands, desktopFiles };
}

/** Every package of the browser on this computer, the native one first. */
export async function findInstallations(
  machine: Machine,
  programs: LinuxPrograms,
  { linux: packages, engine }: BrowserDescription,
): Promise<readonly Installation[]> {
  if (packages === undefined) return [];
  const found = await Promise.all([
    findNative(machine, programs, packages, engine),
    findSnap(machine, packages),
    findFlatpak(machine, packages),
  ]);
  return found.filter((installation) => installation !== null);
}

async function findNative(
  machine: Machine,
  programs: LinuxPrograms,
  packages: LinuxBrowser,
  engine: Engine,
): Promise<Installation | null> {
  const program = await findProgram(machine, programs, packages);
  if (program === null) return null;
  const [version, dataFolder] = await Promise.all([
    readNativeVersion(machine, program, packages.packages),
    findDataFolder(machine, packages, engine),
  ]);
  const answersTo = (handler: string): boolean => packages.desktopFiles.includes(handler);
  return { packaging: 'native', program, version, dataFolder: value(dataFolder), answersTo };
}

/** On the PATH, or else where a desktop file says. */
async function findProgram(
  machine: Machine,
  programs: LinuxPrograms,
  { commands, desktopFiles }: LinuxBrowser,
): Promise<string | null> {
  for (const command of commands) {
    const path = programs.commands.get(command);
    if (path !== undefined && (await isNativeProgram(machine, path))) return path;
  }
  for (const name of desktopFiles) {
    const path = programs.desktopFiles.get(`${name}.desktop`);
    const entry = path === undefined ? '' : valueOr(await readText(machine, path), '');
    const program = /^"?([^\s"]+)/.exec(iniSection(entry, 'Desktop Entry').get('Exec') ?? '')?.[1];
    if (program?.startsWith('/') && (await isNativeProgram(machine, program))) return program;
  }
  return null;
}

/** Ubuntu leaves a script under the browser’s name that only hands on to the snap, or asks for it to be installed. */
async function isNativeProgram(machine: Machine, path: string): Promise<boolean> {
  const real = await machine.files.realPath(path);
  if (real.kind !== 'value' || real.value === '/usr/bin/snap' || real.value.startsWith('/snap/')) return false;
  const script = await readText(machine, path);
  return !(script.kind === 'value' && /\/snap\/bin\//.test(script.value));
}

/**
 * Two variables move the profiles of every browser of the Chromium family: one the folder of configuration, one the
 * browser’s own. They are taken as this program has them, which started in the same session.
 *
 * @see https://chromium.googlesource.com/chromium/src/+/lkgr/docs/user_data_dir.md#linux
 */
async function findDataFolder(machine: Machine, { data }: LinuxBrowser, engine: Engine): Promise<string> {
  const moved = (name: string): string | null => {
    const folder = engine === 'chromium' ? valueOr(machine.env.get(name), '') : '';
    return folder.startsWith('/') ? machine.files.abbreviate(folder) : null;
  };
  const own = moved('CHROME_USER_DATA_DIR');
  if (own !== null) return own;
  const config = moved('CHROME_CONFIG_HOME') ?? xdgFolders(machine).config;
  const folders = data.map(({ base, path }) => joinPath(machine, base === 'config' ? config : '~', path));
  for (const folder of folders) if ((await machine.files.status(folder)).kind === 'value') return folder;
  return folders.at(-1) ?? config;
}

/** The old place counts where it exists. */
async function packageData(
  machine: Machine,
  { data, newData }: { readonly data: string; readonly newData?: string },
): Promise<string> {
  if (newData === undefined || (await machine.files.status(data)).kind !== 'absent') return data;
  return (await machine.files.status(newData)).kind === 'absent' ? data : newData;
}

async function findSnap(machine: Machine, { snap }: LinuxBrowser): Promise<Installation | null> {
  if (snap === undefined) return null;
  for (const root of ['/snap', '/var/lib/snapd/snap']) {
    const description = await readText(machine, `${root}/${snap.name}/current/meta/snap.yaml`, 1024 * 1024);
    if (description.kind !== 'value') continue;
    return {
      packaging: 'snap',
      program: `${root}/bin/${snap.name}`,
      version: thenReading(description, (yaml) => found(/^version:\s*['"]?([^'"\s]+)/m.exec(yaml)?.[1])),
      dataFolder: value(await packageData(machine, snap)),
      answersTo: (handler) => handler.startsWith(`${snap.name}_`),
    };
  }
  return null;
}

async function findFlatpak(machine: Machine, { flatpak }: LinuxBrowser): Promise<Installation | null> {
  if (flatpak === undefined) return null;
  const { id } = flatpak;
  for (const root of FLATPAK_ROOTS) {
    const active = `${root}/app/${id}/current/active`;
    const metadata = await machine.files.status(`${active}/metadata`);
    if (metadata.kind !== 'value') continue;
    return {
      packaging: 'flatpak',
      program: `${root}/exports/bin/${id}`,
      version: await readFlatpakVersion(machine, active, id),
      dataFolder: value(await packageData(machine, flatpak)),
      answersTo: (handler) => handler === id,
    };
  }
  return null;
}

/** Where flatpak installs to: for this user, or for everyone. */
export const FLATPAK_ROOTS = ['~/.local/share/flatpak', '/var/lib/flatpak'] as const;

async function readFlatpakVersion(machine: Machine, active: string, id: string): Promise<Reading<string>> {
  for (const name of [`${id}.metainfo.xml`, `${id}.appdata.xml`]) {
    const about = await readText(machine, `${active}/files/share/metainfo/${name}`, 4 * 1024 * 1024);
    if (about.kind === 'value') return found(/<release\b[^>]*\bversion="([^"]+)"/.exec(about.value)?.[1]);
    if (about.kind === 'unreadable') return about;
  }
  return absent;
}

function found(version: string | undefined): Reading<string> {
  return version === undefined ? absent : value(version);
}
