import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { FactReading } from '../../../../core/facts/facts.ts';
import { unreadable, value } from '../../../../core/reading.ts';
import type { Machine } from '../../../../main/machine/machine.ts';
import { openRecordedMachine } from '../../../../main/machine/recorded.ts';
import { gather } from '../../../../main/probes/gather.ts';
import { windowsBrowsers } from '../../../../main/probes/windows/browsers/browsers.ts';
import { readDefaultBrowser } from '../../../../main/probes/windows/browsers/default-browser.ts';
import { newestFirst } from '../../../../main/probes/windows/browsers/program.ts';
import { isNamed, listRegistrations } from '../../../../main/probes/windows/browsers/registrations.ts';
import { listStorePackages } from '../../../../main/probes/windows/browsers/store-packages.ts';

const CHROME = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Clients\\StartMenuInternet\\Google Chrome';
const COMMAND = `[${CHROME}\\shell\\open\\command]`;
const HTTPS = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations\\https';
const PACKAGES =
  'HKEY_CURRENT_USER\\Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel\\Repository\\Packages';

/** A Windows computer with these lines in its registry, and these files. */
async function windowsWith(
  registry: string,
  { files = {}, ...more }: { files?: Record<string, object>; defaultBrowser?: string } = {},
): Promise<Machine> {
  const folder = await mkdtemp(join(tmpdir(), 'windows-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const env = { LOCALAPPDATA: 'C:\\Users\\u\\AppData\\Local', ProgramFiles: 'C:\\Program Files' };
  const machine = { platform: 'win32', release: '10.0.26100', home: 'C:\\Users\\u', env, ...more };
  await writeFile(join(folder, 'machine.json'), JSON.stringify(machine));
  await writeFile(join(folder, 'files.json'), JSON.stringify(files));
  await writeFile(join(folder, 'registry.reg'), `Windows Registry Editor Version 5.00\n\n${registry}\n`);
  const opened = await openRecordedMachine(folder);
  if (opened.kind === 'invalid') throw new Error(opened.why);
  return opened.machine;
}

async function browsersOf(machine: Machine): Promise<FactReading<'browsers'> | undefined> {
  return (await gather(machine, { site: null, probes: [windowsBrowsers] })).readings.browsers;
}

describe('what is registered as a browser', () => {
  test.each([
    ['in quotes', '@="\\"C:\\\\P F\\\\chrome.exe\\" --x \\"%1\\""', 'C:\\P F\\chrome.exe'],
    ['without', '@="C:\\\\P F\\\\chrome.exe -osint"', 'C:\\P F\\chrome.exe'],
    ['alone', '@="C:\\\\chrome.exe"', 'C:\\chrome.exe'],
    // %ProgramFiles%\chrome.exe as REG_EXPAND_SZ
    [
      'with a variable',
      `@=hex(2):${[...'%ProgramFiles%\\chrome.exe\0'].map((c) => `${c.charCodeAt(0).toString(16).padStart(2, '0')},00`).join(',')}`,
      'C:\\Program Files\\chrome.exe',
    ],
  ])('has a program %s', async (_name, line, program) => {
    const found = listRegistrations(await windowsWith(`${COMMAND}\n${line}`));
    expect(found).toEqual(value([{ client: 'Google Chrome', title: '', program, progId: null }]));
  });

  test.each([
    [
      'whose command is a number',
      `${COMMAND}\n@=dword:00000001`,
      /command: its default value is not text but REG_DWORD/,
    ],
    ['whose command names no program', `${COMMAND}\n@="rundll32"`, /does not name a program/],
    ['whose command is bytes', `${COMMAND}\n@=hex:01,02`, /REG_BINARY/],
    [
      'whose ProgId is a list',
      `${COMMAND}\n@="C:\\\\chrome.exe"\n[${CHROME}\\Capabilities\\URLAssociations]\n"https"=hex(7):41,00,00,00`,
      /https is not text but REG_MULTI_SZ/,
    ],
    ['whose name is a number', `[${CHROME}]\n@=dword:00000001\n${COMMAND}\n@="C:\\\\chrome.exe"`, /REG_DWORD/],
    [
      'whose path is a number',
      '[HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\App Paths\\msedge.exe]\n@=dword:00000001',
      /REG_DWORD/,
    ],
    [
      'from the Store in no folder',
      `[${PACKAGES}\\Mozilla.Firefox_1.0_x64__n80bbvh6b1yt2]\n"PackageRootFolder"=dword:00000001`,
      /REG_DWORD/,
    ],
  ])('%s leaves the list unreadable', async (_name, registry, why) => {
    expect(await browsersOf(await windowsWith(registry))).toEqual({
      kind: 'unreadable',
      why: expect.stringMatching(why),
    });
  });

  test.each([
    ['a browser that nobody knows', COMMAND.replace('Google Chrome', 'Netscape'), '@=dword:00000001'],
    ['one without a command', `[${CHROME}]`, '@="Google Chrome"'],
    ['one with an empty command', COMMAND, '@=""'],
    ['one whose program is gone', COMMAND, '@="C:\\\\gone\\\\chrome.exe"'],
    [
      'another program under the path of one',
      '[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\chrome.exe]',
      '@="C:\\\\here\\\\chrome.exe"',
    ],
  ])('is not %s', async (_name, key, line) => {
    const machine = await windowsWith(`${key}\n${line}`, { files: { 'C:\\here\\chrome.exe': { type: 'file' } } });
    expect(await browsersOf(machine)).toEqual(value([]));
  });

  const PROGRAM = { type: 'file' };
  const appPath = (name: string, program: string): string =>
    `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\App Paths\\${name}]\n@="${program}"\n`;
  test.each([
    [
      'in the view of 32-bit programs',
      `${COMMAND}\n@="C:\\\\here\\\\chrome.exe"`.replace('SOFTWARE', 'SOFTWARE\\WOW6432Node'),
      'C:\\here\\chrome.exe',
      'chrome',
    ],
    [
      'behind a registration whose program is gone',
      `${COMMAND}\n@="C:\\\\gone\\\\chrome.exe"\n${COMMAND.replace('LOCAL_MACHINE', 'CURRENT_USER')}\n@="C:\\\\here\\\\chrome.exe"`,
      'C:\\here\\chrome.exe',
      'chrome',
    ],
    [
      'in a folder for its version',
      appPath('opera.exe', 'C:\\\\Opera GX\\\\121.0.5600.10\\\\opera.exe'),
      'C:\\Opera GX\\121.0.5600.10\\opera.exe',
      'opera-gx',
    ],
  ])('is found %s', async (_name, registry, program, id) => {
    const machine = await windowsWith(registry, { files: { [program]: PROGRAM } });
    expect(await browsersOf(machine)).toMatchObject({ kind: 'value', value: [{ id, program }] });
  });

  test('of which the files may not be seen is listed all the same', async () => {
    const machine = await windowsWith(`${COMMAND}\n@="C:\\\\kept\\\\chrome.exe"`, {
      files: { 'C:\\kept': { unreadable: 'EACCES' }, 'C:\\Users\\u\\AppData': { unreadable: 'EACCES' } },
    });
    expect(await browsersOf(machine)).toMatchObject({
      kind: 'value',
      value: [{ id: 'chrome', program: 'C:\\kept\\chrome.exe', profiles: { kind: 'unreadable' } }],
    });
  });

  test('whose files lead round in a circle is listed all the same', async () => {
    const machine = await windowsWith(`${COMMAND}\n@="C:\\\\round\\\\chrome.exe"`, {
      files: { 'C:\\round': { type: 'link', target: '/C/circle' }, 'C:\\circle': { type: 'link', target: '/C/round' } },
    });
    expect(await browsersOf(machine)).toMatchObject({ kind: 'value', value: [{ id: 'chrome' }] });
  });
});

test.each([
  ['Google Chrome', 'Google Chrome', true],
  ['google chrome.6XOGTEX4QNXW2G5A3KYLBVXGS4', 'Google Chrome', true],
  ['Firefox-308046B0AF4A39CB', 'Firefox', true],
  ['Google Chrome Beta', 'Google Chrome', false],
  ['Google', 'Google Chrome', false],
])('%s is named for %s: %s', (name, known, is) => {
  expect(isNamed(name, known)).toBe(is);
});

test('versions are ordered by their numbers', () => {
  expect(['99.0.1.2', '156.0.8078.9', '156.0.10000.1', '156.0.8078.79'].sort(newestFirst)).toEqual([
    '156.0.10000.1',
    '156.0.8078.79',
    '156.0.8078.9',
    '99.0.1.2',
  ]);
});

describe('the version of a browser', () => {
  const installed = `${COMMAND}\n@="C:\\\\here\\\\chrome.exe"`;
  const files = { 'C:\\here\\chrome.exe': { type: 'file' }, 'C:\\here\\156.0.8078.79': { type: 'folder' } };
  test.each([
    ['is what it noted', '"version"="157.0.1.1"', value('157.0.1.1')],
    ['is the newest of its folders', '"other"="x"', value('156.0.8078.79')],
    ['is the newest of its folders where the note is broken', '"version"=dword:00000001', value('156.0.8078.79')],
    ['is the newest of its folders where the note is nonsense', '"version"="../.."', value('156.0.8078.79')],
  ])('%s', async (_name, line, version) => {
    const beacon = `[HKEY_CURRENT_USER\\Software\\Google\\Chrome\\BLBeacon]\n${line}`;
    const machine = await windowsWith(`${installed}\n${beacon}`, { files });
    expect(await browsersOf(machine)).toMatchObject({ kind: 'value', value: [{ version }] });
  });
});

describe('packages of the Store', () => {
  const FAMILY = 'Mozilla.Firefox_n80bbvh6b1yt2';
  test.each([
    [
      'in its newest version',
      ['Mozilla.Firefox_99.0.0.0_x64__n80bbvh6b1yt2', 'Mozilla.Firefox_153.0.1.0_x64__n80bbvh6b1yt2'],
      '153.0.1.0',
    ],
    ['in any case', ['mozilla.firefox_1.2.3.0_arm64__N80BBVH6B1YT2'], '1.2.3.0'],
    ['not by another publisher', ['Mozilla.Firefox_1.2.3.0_x64__aaaaaaaaaaaaa'], undefined],
    ['not by half a name', ['Mozilla.Firefox_1.2.3.0', 'Mozilla.Firefox_n80bbvh6b1yt2', ''], undefined],
  ])('are found %s', async (_name, names, version) => {
    const machine = await windowsWith(names.map((name) => `[${PACKAGES}\\${name}x]`.replace('x]', ']')).join('\n'));
    const found = listStorePackages(machine, [FAMILY]);
    expect(found.kind === 'value' ? found.value.get(FAMILY)?.version : found).toBe(version);
  });
});

describe('what Windows opens web addresses with', () => {
  const choice = (name: string, line: string): string => `[${HTTPS}\\${name}]\n${line}\n`;
  const old = choice('UserChoice', '"ProgId"="ChromeHTML"');
  const appX = choice('UserChoice', '"ProgId"="AppX1"');
  const application = (line: string): string => `[HKEY_CURRENT_USER\\Software\\Classes\\AppX1\\Application]\n${line}`;
  test.each([
    ['by the older choice', old, value(['ChromeHTML'])],
    [
      'by the newer choice over it',
      old + choice('UserChoiceLatest\\ProgId', '"ProgId"="MSEdgeHTM"'),
      value(['MSEdgeHTM']),
    ],
    [
      'from the Store',
      appX + application('"AppUserModelID"="Mozilla.Firefox_n80bbvh6b1yt2!App"'),
      value(['AppX1', 'Mozilla.Firefox_n80bbvh6b1yt2']),
    ],
    ['from the Store, that nobody knows', appX, value(['AppX1'])],
    ['that nobody chose', '', { kind: 'absent' }],
    [
      'by a choice of another type',
      choice('UserChoice', '"ProgId"=dword:00000001'),
      unreadable(
        'HKCU\\Software\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations\\https\\UserChoice: ProgId is not text but REG_DWORD',
      ),
    ],
  ])('%s', async (_name, registry, handlers) => {
    expect(readDefaultBrowser(await windowsWith(registry))).toEqual(handlers);
  });

  const chrome = `${COMMAND}\n@="C:\\\\here\\\\chrome.exe"\n`;
  const files = { 'C:\\here\\chrome.exe': { type: 'file' } };
  test.each([
    ['it tells', chrome + old, undefined, true],
    ['it names one that nobody knows', chrome + choice('UserChoice', '"ProgId"="NetscapeHTML"'), 'chrome', false],
    [
      'it cannot be read, and the system tells',
      chrome + choice('UserChoice', '"ProgId"=dword:00000001'),
      'chrome',
      true,
    ],
    [
      'it cannot be read, and the system tells another',
      chrome + choice('UserChoice', '"ProgId"=dword:00000001'),
      'edge',
      false,
    ],
    ['nobody tells', chrome, undefined, false],
  ])('is marked where %s', async (_name, registry, defaultBrowser, isDefault) => {
    const machine = await windowsWith(registry, { files, ...(defaultBrowser === undefined ? {} : { defaultBrowser }) });
    expect(await browsersOf(machine)).toMatchObject({ kind: 'value', value: [{ id: 'chrome', isDefault }] });
  });
});
