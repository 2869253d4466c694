import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { parse as parsePlist } from 'plist';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { LINK_SCHEME } from '../../core/case.ts';
import { provideKoffi } from '../../tools/koffi-for-windows.ts';
import { FUSE_MARK, SYSTEMS, type System, setFusesOf, writeStandIn } from './stand-in-distribution.ts';

const PROJECT = join(import.meta.dirname, '../..');

/** Where electron-builder leaves the app of each system, and where in it what matters lies. */
const LAYOUT: Readonly<Record<System, { folder: string; resources: string; program: string }>> = {
  linux: { folder: 'linux-unpacked', resources: 'resources', program: 'capture-doctor-app' },
  win: { folder: 'win-unpacked', resources: 'resources', program: 'Capture Doctor.exe' },
  mac: {
    folder: 'mac',
    resources: 'Capture Doctor.app/Contents/Resources',
    program: 'Capture Doctor.app/Contents/Frameworks/Electron Framework.framework/Electron Framework',
  },
};

describe('the packaged app', () => {
  let output: string;
  const inApp = (system: System, path: string): string => join(output, system, LAYOUT[system].folder, path);
  const asarOf = (system: System): string => inApp(system, join(LAYOUT[system].resources, 'app.asar'));

  beforeAll(async () => {
    expect(provideKoffi('x64', PROJECT)).toBe(null);
    output = await mkdtemp(join(tmpdir(), 'capture-doctor-packages-'));
    for (const system of SYSTEMS) {
      const distribution = join(output, `electron-${system}`);
      await writeStandIn(distribution, system);
      pack(system, distribution, join(output, system));
    }
  }, 120_000);

  afterAll(() => rm(output, { recursive: true, force: true }));

  test.each(SYSTEMS)('of %s holds the bundles and nothing else', (system) => {
    const files = listPackage(asarOf(system), { isPack: false }).map((path) => path.replaceAll('\\', '/'));
    const bundles = files.filter((path) => !path.startsWith('/node_modules'));
    const unexpected = bundles.filter((path) => !EXPECTED.some((pattern) => pattern.test(path)));
    expect(unexpected).toEqual([]);
    const packages = files.filter((path) => /^\/node_modules\/.*\.\w+$|^\/node_modules\/.*LICENSE$/.test(path));
    expect(packages.toSorted()).toEqual(PACKAGES[system]);
    for (const path of NEEDED) expect(files).toContain(path);
    const main = extractFile(asarOf(system), 'dist/main/main.js').toString();
    expect(main).toContain('enableSandbox');
    expect(JSON.parse(extractFile(asarOf(system), 'package.json').toString())).toMatchObject({
      main: 'dist/main/main.js',
      type: 'module',
    });
  });

  test.each(SYSTEMS)('of %s adds little to Electron', async (system) => {
    const { size } = await stat(asarOf(system));
    const unpacked = await filesBelow(`${asarOf(system)}.unpacked`);
    const sizes = await Promise.all(unpacked.map(async (path) => (await stat(path)).size));
    expect(size + sizes.reduce((sum, each) => sum + each, 0)).toBeLessThan(SIZE_LIMIT);
  });

  test('of Windows has its two programs unpacked, since Windows loads none from an archive', async () => {
    const unpacked = `${asarOf('win')}.unpacked`;
    expect((await filesBelow(unpacked)).toSorted()).toEqual([join(unpacked, KOFFI), join(unpacked, ADDON)]);
    for (const program of [KOFFI, ADDON]) {
      expect(await readFile(join(unpacked, program))).toEqual(await readFile(join(PROJECT, program)));
    }
  });

  test.each(SYSTEMS)('of %s has every fuse set', async (system) => {
    const program = await readFile(inApp(system, LAYOUT[system].program));
    const at = program.indexOf(FUSE_MARK) + FUSE_MARK.length;
    expect(program[at + 1]).toBe(WIRE.length);
    expect(program.subarray(at + 2, at + 2 + WIRE.length).toString()).toBe(WIRE);
  });

  test.each(['1011001101', '10110011'])('is not made where Electron has other fuses: %s', async (fuses) => {
    const distribution = join(output, 'electron-of-other-fuses');
    await writeStandIn(distribution, 'linux');
    await setFusesOf(distribution, fuses);
    expect(() => pack('linux', distribution, join(output, 'other-fuses'))).toThrow(/fuse/);
  });

  test('of macOS asks for its devices in words, opens case links, and names its oldest system', async () => {
    const info = parsePlist(await readFile(inApp('mac', 'Capture Doctor.app/Contents/Info.plist'), 'utf8'));
    expect(info).toMatchObject({
      CFBundleIdentifier: 'dev.capture-doctor.app',
      CFBundleName: 'Capture Doctor',
      LSMinimumSystemVersion: '13.0',
      NSCameraUsageDescription: expect.stringContaining('your own camera'),
      NSMicrophoneUsageDescription: expect.stringContaining('your microphone'),
      CFBundleURLTypes: [{ CFBundleURLName: 'Capture Doctor case', CFBundleURLSchemes: ['capture-doctor'] }],
      ElectronAsarIntegrity: { 'Resources/app.asar': { algorithm: 'SHA256', hash: expect.any(String) } },
    });
  });

  test('of Windows asks for no more rights than the person has, and seals its code', async () => {
    const program = await readFile(inApp('win', LAYOUT.win.program));
    const { entries } = NtExecutableResource.from(NtExecutable.from(program));
    const texts = entries.map(({ bin }) => Buffer.from(bin).toString());
    expect(texts.some((text) => /requireAdministrator|highestAvailable/.test(text))).toBe(false);
    expect(texts.find((text) => text.includes('app.asar'))).toMatch(/"alg":"SHA256"/);
    const [version] = Resource.VersionInfo.fromEntries(entries);
    expect(version?.getStringValues({ lang: 1033, codepage: 1200 })).toMatchObject({ ProductName: 'Capture Doctor' });
  });

  test.each(['linux', 'win'] as const)('of %s keeps the languages that it speaks', async (system) => {
    const locales = await readdir(inApp(system, 'locales'));
    expect(locales).toContain('en-US.pak');
    expect(locales).not.toContain('fr.pak');
  });
});

/** What no folder shows: it is about installers and signatures, which cannot be made here. */
test('the installers are for the person alone, and for the processors there are', async () => {
  const { win, nsis, mac, linux } = parseYaml(await readFile(join(PROJECT, 'electron-builder.yml'), 'utf8'));
  const both = (target: string) => [{ target, arch: ['x64', 'arm64'] }];
  expect([win.target, mac.target, linux.target]).toEqual([both('nsis'), both('dmg'), both('AppImage')]);
  expect(nsis).toMatchObject({ oneClick: true, perMachine: false, include: 'build/installer.nsh' });
  expect(win).not.toHaveProperty('requestedExecutionLevel');
  expect(mac).toMatchObject({
    hardenedRuntime: true,
    minimumSystemVersion: '13.0',
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.inherit.plist',
  });
});

test('the installer of Windows registers case links, and its uninstaller takes exactly that away', async () => {
  const script = await readFile(join(PROJECT, 'build/installer.nsh'), 'utf8');
  const [install = '', uninstall = ''] = script.split('!macroend');
  const keys = [...install.matchAll(/WriteRegStr SHCTX "([^"]+)"/g)].map(([, key]) => key);
  const own = `Software\\Classes\\${LINK_SCHEME}`;
  expect(new Set(keys)).toEqual(new Set([own, `${own}\\shell\\open\\command`]));
  expect(install).toContain(`'"$INSTDIR\\\${APP_EXECUTABLE_FILENAME}" "%1"'`);
  expect(uninstall.match(/DeleteRegKey.*/g)).toEqual([`DeleteRegKey SHCTX "${own}"`]);
});

/**
 * Electron compiles JavaScript as it runs, and under the hardened runtime a process without the devices is refused before
 * anybody is asked. That is said here and not in the files, since what signs on macOS reads them more strictly than others
 * do, and has refused files for their comments.
 *
 * @see https://github.com/vibecare-io/vibecare/pull/33
 */
test.each(['entitlements.mac.plist', 'entitlements.mac.inherit.plist'])('%s asks for the devices', async (name) => {
  const text = await readFile(join(PROJECT, 'build', name), 'utf8');
  expect(text).not.toContain('<!--');
  expect(parsePlist(text)).toEqual({
    'com.apple.security.cs.allow-jit': true,
    'com.apple.security.device.camera': true,
    'com.apple.security.device.audio-input': true,
  });
});

/**
 * Run as Node, cookie encryption, NODE_OPTIONS, --inspect; seal of the archive, archive alone, a snapshot of its own,
 * more rights for files, trap handlers of WebAssembly.
 */
const WIRE = '010011001';

const NEEDED = ['/package.json', '/dist/main/main.js', '/dist/preload/preload.cjs', '/dist/renderer/index.html'];

const EXPECTED = [
  /^\/package\.json$/,
  /^\/dist(\/(main|preload|renderer|renderer\/assets))?$/,
  /^\/dist\/main\/[\w.-]+\.js$/,
  /^\/dist\/preload\/preload\.cjs$/,
  /^\/dist\/renderer\/index\.html$/,
  /^\/dist\/renderer\/assets\/[\w.-]+\.(js|css|json|woff2|svg)$/,
  /^\/dist\/(main|renderer)\/LICENSES\.md$/,
];

/** Nothing where there is no such folder: electron-builder makes it only for what goes into it. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** What reads the registry; of its programs the one for the processor that the app is packaged for. */
const ADDON = '/node_modules/native-reg/prebuilds/win32-x64/node.napi.node';

/** What calls the functions of Windows, likewise. */
const KOFFI = '/node_modules/@koromix/koffi-win32-x64/win32_x64/koffi.node';

const WINDOWS_PACKAGES = [
  '/node_modules/@koromix/koffi-win32-x64/index.js',
  '/node_modules/@koromix/koffi-win32-x64/package.json',
  KOFFI,
  '/node_modules/native-reg/lib/index.js',
  '/node_modules/native-reg/package.json',
  ADDON,
  '/node_modules/node-gyp-build/LICENSE',
  '/node_modules/node-gyp-build/index.js',
  '/node_modules/node-gyp-build/node-gyp-build.js',
  '/node_modules/node-gyp-build/package.json',
];

/** What asks macOS, with what finds its program. npm leaves it out on every other system. */
const MAC_PACKAGES = [
  '/node_modules/bindings/LICENSE.md',
  '/node_modules/bindings/bindings.js',
  '/node_modules/bindings/package.json',
  '/node_modules/file-uri-to-path/LICENSE',
  '/node_modules/file-uri-to-path/index.js',
  '/node_modules/file-uri-to-path/package.json',
  '/node_modules/node-mac-permissions/LICENSE',
  '/node_modules/node-mac-permissions/build/Release/permissions.node',
  '/node_modules/node-mac-permissions/index.js',
  '/node_modules/node-mac-permissions/package.json',
];

const PACKAGES: Readonly<Record<System, readonly string[]>> = {
  linux: [],
  win: WINDOWS_PACKAGES,
  mac: existsSync(join(PROJECT, 'node_modules/node-mac-permissions')) ? MAC_PACKAGES : [],
};

/** What the app may add to Electron itself, in bytes: its archive and what lies beside it unpacked. */
const SIZE_LIMIT = 3 * 1024 * 1024;

function pack(system: System, electronDist: string, folder: string): void {
  const builder = join(PROJECT, 'node_modules/electron-builder/cli.js');
  const args = [`--${system}`, '--x64', '--dir', '--publish', 'never'];
  const settings = [`-c.electronDist=${electronDist}`, `-c.directories.output=${folder}`];
  const { status, stdout, stderr } = spawnSync(process.execPath, [builder, ...args, ...settings], {
    cwd: PROJECT,
    encoding: 'utf8',
    env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
  });
  if (status !== 0) throw new Error(`electron-builder failed for ${system}:\n${stdout}\n${stderr}`);
}
