import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build as buildPlist } from 'plist';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

/** Systems that the app is packaged for, as electron-builder calls them. */
export const SYSTEMS = ['linux', 'win', 'mac'] as const;

export type System = (typeof SYSTEMS)[number];

/** As many fuses as Electron 45 has, none of them set as the app wants it. */
const FUSES = '101100110';

/**
 * What stands in a real program before its fuses: a mark to find them by, the version of the wire, and its length.
 *
 * @see https://www.electronjs.org/docs/latest/tutorial/fuses
 */
export const FUSE_MARK = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

function fuseWire(fuses: string): Buffer {
  return Buffer.concat([Buffer.from(FUSE_MARK), Buffer.of(1, fuses.length), Buffer.from(fuses)]);
}

const HELPERS = ['', ' (Renderer)', ' (Plugin)', ' (GPU)'];

/** What lies beside the program in a distribution of Electron, by system: just enough for electron-builder to work on. */
const CONTENTS: Readonly<Record<System, () => Readonly<Record<string, string | Uint8Array>>>> = {
  linux: () => ({
    ...LICENCES,
    electron: fuseWire(FUSES),
    'locales/en-US.pak': '',
    'locales/de.pak': '',
    'locales/fr.pak': '',
  }),
  win: () => ({
    ...LICENCES,
    'electron.exe': windowsProgram(),
    'locales/en-US.pak': '',
    'locales/fr.pak': '',
  }),
  mac: () => ({
    ...LICENCES,
    ...inside('Electron.app/Contents', {
      'Info.plist': infoPlist('Electron'),
      'MacOS/Electron': '',
      'Resources/electron.icns': '',
      'Resources/en.lproj/locale.pak': '',
      'Frameworks/Electron Framework.framework/Electron Framework': fuseWire(FUSES),
      'Frameworks/Electron Framework.framework/Versions/A/Resources/en.lproj/locale.pak': '',
      ...Object.assign({}, ...HELPERS.map((helper) => macHelper(`Electron Helper${helper}`))),
    }),
  }),
};

const LICENCES = { LICENSE: 'of Electron', 'LICENSES.chromium.html': 'of Chromium' };

/** Writes a folder that electron-builder takes for a distribution of Electron. No program in it can run. */
export async function writeStandIn(folder: string, system: System): Promise<void> {
  for (const [path, content] of Object.entries(CONTENTS[system]())) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

/** Gives the program of a stand-in for Linux another set of fuses, as an Electron to come may have. */
export async function setFusesOf(folder: string, fuses: string): Promise<void> {
  await writeFile(join(folder, 'electron'), fuseWire(fuses));
}

function inside<T>(folder: string, files: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));
}

function macHelper(name: string): Record<string, string> {
  return inside(`Frameworks/${name}.app/Contents`, { 'Info.plist': infoPlist(name), [`MacOS/${name}`]: '' });
}

function infoPlist(name: string): string {
  return buildPlist({ CFBundleExecutable: name, CFBundleIdentifier: 'com.github.Electron', CFBundleName: name });
}

/** An empty program with the resources that electron-builder edits. */
function windowsProgram(): Uint8Array {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  program.setExtraData(new Uint8Array(fuseWire(FUSES)).buffer);
  return Buffer.from(program.generate());
}
