import type { LinuxBrowser } from '../../../../core/browsers/browser-description.ts';
import { BROWSER_IDS, describeBrowser } from '../../../../core/browsers/browsers.ts';
import type { Browser } from '../../../../core/facts/browser.ts';
import { absent, type Reading, thenReading, value, valueOr } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { findByName, xdgFolders } from '../../../machine/xdg.ts';
import { iniSection } from '../../../parse/ini.ts';
import { readText } from '../../read-text.ts';
import { readNativeVersion } from './native-version.ts';

/** One package of a browser that is installed. */
export interface Installation extends Pick<Browser, 'packaging' | 'program' | 'version' | 'dataFolder'> {
  /** Whether a desktop file of this name is this package’s. */
  readonly ownsDesktopFile: (name: string) => boolean;
}

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
  packages: LinuxBrowser,
): Promise<readonly Installation[]> {
  const found = await Promise.all([
    findNative(machine, programs, packages),
    findSnap(machine, packages),
    findFlatpak(machine, packages),
  ]);
  return found.filter((installation) => installation !== null);
}

async function findNative(
  machine: Machine,
  programs: LinuxPrograms,
  packages: LinuxBrowser,
): Promise<Installation | null> {
  const program = await findProgram(machine, programs, packages);
  if (program === null) return null;
  const [version, dataFolder] = await Promise.all([
    readNativeVersion(machine, program, packages.packages),
    findDataFolder(machine, packages),
  ]);
  const ownsDesktopFile = (name: string): boolean => packages.desktopFiles.includes(name);
  return { packaging: 'native', program, version, dataFolder, ownsDesktopFile };
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

async function findDataFolder(machine: Machine, { data }: LinuxBrowser): Promise<string> {
  const { config } = xdgFolders(machine);
  const folders = data.map(({ base, path }) => (base === 'config' ? `${config}/${path}` : `~/${path}`));
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
      dataFolder: await packageData(machine, snap),
      ownsDesktopFile: (name) => name.startsWith(`${snap.name}_`),
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
      dataFolder: await packageData(machine, flatpak),
      ownsDesktopFile: (name) => name === id,
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
