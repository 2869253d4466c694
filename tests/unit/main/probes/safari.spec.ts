import { build, buildBinary } from 'plist';
import { describe, expect, test } from 'vitest';
import { absent, type Reading, unreadable, value } from '../../../../core/reading.ts';
import { parseSite } from '../../../../core/site.ts';
import { readSafariPermission } from '../../../../main/probes/browsers/safari/permission.ts';
import { type SafariRow, safariDatabase } from '../../../../tools/safari-database.ts';
import { SAFARI } from '../../core/facts.ts';
import { machineWith } from './firefox/machine-with.ts';

const DATA = '~/Library/Safari';
const CONTAINER = '~/Library/Containers/com.apple.Safari/Data/Library/Safari';
const DATABASE = `${DATA}/PerSitePreferences.db`;
const CAMERA = 'PerSitePreferencesCamera';

type Files = Readonly<Record<string, string | Uint8Array | Reading<Uint8Array>>>;

async function read(
  files: Files,
  { address = 'https://meet.example.com', lists = {} as Record<string, Reading<string[]>> } = {},
) {
  const machine = await machineWith(files);
  const all: Record<string, Reading<string[]>> = { [DATA]: value(['History.db']), ...lists };
  const site = parseSite(address);
  const listing = { ...machine, files: { ...machine.files, list: async (path: string) => all[path] ?? absent } };
  const { store } = await readSafariPermission(listing, SAFARI, 'Default', {
    site: typeof site === 'object' ? site : null,
  });
  return store;
}

const camera = (...rules: readonly (readonly [string, number])[]): Uint8Array =>
  safariDatabase(rules.map(([domain, stored]): SafariRow => ({ domain, preference: CAMERA, stored })));

/** As Safari leaves it: with a file of its own for the newest rows. */
function aheadOf(bytes: Uint8Array): Uint8Array {
  return bytes.with(18, 2).with(19, 2);
}

describe('Safari’s rules for a site', () => {
  test.each([
    ['itself', [['meet.example.com', 1]], [{ domain: 'meet.example.com', stored: 1 }]],
    ['what it lies under', [['example.com', 2]], [{ domain: 'example.com', stored: 2 }]],
    [
      'both, the more exact first',
      [
        ['example.com', 2],
        ['Meet.Example.com', 1],
      ],
      [
        { domain: 'meet.example.com', stored: 1 },
        { domain: 'example.com', stored: 2 },
      ],
    ],
    [
      'others never',
      [
        ['clinic.example', 1],
        ['ample.com', 1],
        ['com', 1],
        ['', 1],
        ['x.meet.example.com', 1],
      ],
      [],
    ],
  ] as const)('are for %s', async (_name, rows, rules) => {
    expect(await read({ [DATABASE]: camera(...rows) })).toMatchObject({
      value: { camera: value({ byDefault: absent, rules }) },
    });
  });

  test('are none where no site is named', async () => {
    const store = await read({ [DATABASE]: camera(['example.com', 1]) }, { address: 'nowhere' });
    expect(store).toMatchObject({ value: { camera: value({ byDefault: absent, rules: [] }) } });
  });

  test.each([
    [
      'the container',
      { [`${CONTAINER}/PerSitePreferences.db`]: camera(), [DATABASE]: camera() },
      `${CONTAINER}/PerSitePreferences.db`,
    ],
    ['the library', { [DATABASE]: camera() }, DATABASE],
  ])('are read from %s', async (_name, files, file) => {
    expect(await read(files)).toMatchObject({ value: { file } });
  });

  test.each([
    ['has no newest rows elsewhere', {}],
    ['has an empty file for them', { [`${DATABASE}-wal`]: '' }],
  ])('are read from a database that %s', async (_name, more) => {
    const store = await read({ [DATABASE]: aheadOf(camera(['example.com', 1])), ...more });
    expect(store).toMatchObject({ value: { camera: { value: { rules: [{ stored: 1 }] } } } });
  });

  test('are nothing where Safari has stored nothing', async () => {
    expect(await read({})).toEqual(absent);
  });

  test.each([
    ['the newest lie elsewhere', { [DATABASE]: aheadOf(camera()), [`${DATABASE}-wal`]: 'rows' }, /newest rows/],
    [
      'nobody may see where the newest lie',
      { [DATABASE]: aheadOf(camera()), [`${DATABASE}-wal`]: unreadable('x: y (EPERM)') },
      /Full Disk Access/,
    ],
    ['the file is no database', { [DATABASE]: 'SQLite' }, /not an SQLite database/],
    ['the file is cut off', { [DATABASE]: camera().subarray(0, 700) }, /cut off/],
    [
      'the file may not be read',
      { [DATABASE]: unreadable(`${DATABASE}: this user may not read it (EPERM)`) },
      /EPERM.*Full Disk Access/,
    ],
    [
      'the container may not be read',
      { [`${CONTAINER}/PerSitePreferences.db`]: unreadable('x: y (EPERM)'), [DATABASE]: camera() },
      /EPERM.*Full Disk Access/,
    ],
    ['the disk fails', { [DATABASE]: unreadable('x: the disk reported an error (EIO)') }, /error \(EIO\)$/],
  ])('cannot be read where %s', async (_name, files, why) => {
    expect(await read(files)).toEqual({ kind: 'unreadable', why: expect.stringMatching(why) });
  });

  test('cannot be read where macOS keeps the folder, and the container is then left alone', async () => {
    const refusal = unreadable(`${DATA}: this user may not read it (EPERM)`);
    const store = await read({ [`${CONTAINER}/PerSitePreferences.db`]: camera() }, { lists: { [DATA]: refusal } });
    expect(store).toEqual({ kind: 'unreadable', why: expect.stringMatching(/EPERM.*Full Disk Access/) });
  });

  test('cannot be told where the folder is not there', async () => {
    expect(await read({}, { lists: { [DATA]: absent } })).toMatchObject({ kind: 'unreadable' });
  });
});

describe('Safari’s older list', () => {
  const entry = (origin: string, permission = 36) => ({ origin, permission });
  test.each([
    [
      'has the site',
      buildBinary({ a: entry('https://meet.example.com/'), b: entry('https://other.example') }),
      value([36]),
    ],
    [
      'has others',
      build({ a: entry('http://meet.example.com'), b: entry('nonsense'), c: entry('https://meet.example.com:8443') }),
      value([]),
    ],
    [
      'is of another shape',
      build({ a: ['https://meet.example.com'] }),
      unreadable(expect.stringContaining('UserMediaPermissions.plist')),
    ],
    [
      'has a broken entry of another site, which is not named',
      build({ 'https://clinic.example': { permission: 'x' } }),
      unreadable(expect.not.stringContaining('clinic')),
    ],
    ['is broken', 'bplist00', unreadable(expect.stringContaining('UserMediaPermissions.plist'))],
  ])('%s', async (_name, content, older) => {
    const store = await read({ [DATABASE]: camera(), [`${DATA}/UserMediaPermissions.plist`]: content });
    expect(store).toMatchObject({ value: { older } });
  });
});

test.each([
  ['none', absent, absent],
  ['an empty folder of them', value([]), absent],
  ['some', value(['C0FFEE']), value(true)],
  ['a folder that may not be read', unreadable('EPERM'), unreadable('EPERM')],
])('of further profiles of Safari there are %s', async (_name, listed, namedProfiles) => {
  const store = await read({ [DATABASE]: camera() }, { lists: { [`${DATA}/Profiles`]: listed } });
  expect(store).toMatchObject({ value: { namedProfiles } });
});
