import { describe, expect, test } from 'vitest';
import { absent, type Reading, unreadable, value } from '../../../../../core/reading.ts';
import { parseSite } from '../../../../../core/site.ts';
import type { Machine } from '../../../../../main/machine/machine.ts';
import { readSites } from '../../../../../main/probes/browsers/firefox/sites.ts';
import { firefoxDatabase, type PermissionRow } from '../../../../../tools/firefox-database.ts';
import { machineWith } from './machine-with.ts';

const ORIGIN = 'https://meet.example.com';
const parsed = parseSite(ORIGIN);
const ABOUT = { site: typeof parsed === 'string' ? null : parsed, now: new Date('2026-11-20T09:00:00Z') };
const NOW = ABOUT.now.getTime();
const FILE = 'p/permissions.sqlite';

const row = (permission: number, more: Partial<PermissionRow> = {}): PermissionRow => ({
  origin: ORIGIN,
  type: 'camera',
  permission,
  ...more,
});

async function read(machine: Machine | Promise<Machine>) {
  return readSites(await machine, 'p', ABOUT);
}

async function rulesOf(...rows: readonly PermissionRow[]) {
  const sites = await read(machineWith({ [FILE]: firefoxDatabase(rows) }));
  const camera = sites.kind === 'value' ? sites.value.camera : sites;
  return camera.kind === 'value' ? camera.value.rules.map(({ origin, setting }) => `${origin}: ${setting}`) : camera;
}

describe('the permissions of a Firefox profile', () => {
  test.each([
    ['none', [], []],
    ['a block', [row(2)], [`${ORIGIN}: block`]],
    ['an allow', [row(1)], [`${ORIGIN}: allow`]],
    ['an allow for once', [row(3)], [`${ORIGIN}: ask`]],
    ['a row that says nothing', [row(0)], []],
    ['a block of another device', [row(2, { type: 'microphone' }), row(2, { type: 'geo' })], []],
    ['a block of another port', [row(2, { origin: `${ORIGIN}:8443` })], []],
    ['a block of a longer name', [row(2, { origin: `${ORIGIN}.evil.example` })], []],
    ['a block that is over', [row(2, { expireType: 2, expireTime: NOW })], []],
    ['a block that is not over yet', [row(2, { expireType: 2, expireTime: NOW + 1 })], [`${ORIGIN}: block`]],
    [
      'a block in a container',
      [row(2, { origin: `${ORIGIN}^userContextId=4` }), row(1)],
      [`${ORIGIN}: allow`, `${ORIGIN}^userContextId: block`],
    ],
    [
      'a block in a partition',
      [row(2, { origin: `${ORIGIN}^partitionKey=%28https%2Cclinic.example%29` })],
      [`${ORIGIN}^partitionKey: block`],
    ],
    [
      'a block with unknown attributes',
      [row(2, { origin: `${ORIGIN}^clinic=1&userContextId=2` })],
      [`${ORIGIN}^other&userContextId: block`],
    ],
    ['a number nobody knows', [row(9)], unreadable(`${FILE}: the camera row of ${ORIGIN} is 9`)],
  ])('with %s', async (_name, rows, rules) => {
    expect(await rulesOf(...rows)).toEqual(rules);
  });

  test('never tell of other sites, only how many are allowed', async () => {
    const others = [row(1, { origin: 'https://clinic.example' }), row(2, { origin: 'https://bank.example' })];
    const old = row(1, { origin: 'https://old.example', expireType: 2, expireTime: 5 });
    const sites = await read(machineWith({ [FILE]: firefoxDatabase([row(2), ...others, old]) }));
    expect(sites).toMatchObject({
      value: { camera: { value: { sitesAllowed: 1 } }, microphone: { value: { sitesAllowed: 0 } } },
    });
    expect(JSON.stringify(sites)).not.toMatch(/clinic|bank|old/);
  });

  test('without a site are only counted', async () => {
    const machine = await machineWith({ [FILE]: firefoxDatabase([row(1)]) });
    expect(await readSites(machine, 'p', { ...ABOUT, site: null })).toMatchObject({
      value: { camera: { value: { rules: [], sitesAllowed: 1 } } },
    });
  });

  test('with more rows for one site than anybody stores are unreadable', async () => {
    const many = Array.from({ length: 1001 }, (_, number) => row(1, { origin: `${ORIGIN}^userContextId=${number}` }));
    expect(await rulesOf(...many)).toMatchObject({ kind: 'unreadable' });
  });

  test.each<[string, Record<string, Uint8Array | string | Reading<Uint8Array>>, unknown]>([
    ['is not there', {}, absent],
    ['may not be read', { [FILE]: unreadable('p: EACCES') }, unreadable('p: EACCES')],
    ['is no database', { [FILE]: 'text' }, unreadable(`${FILE}: it is not an SQLite database`)],
    ['is too large', { [FILE]: new Uint8Array(64 * 1024 * 1024 + 1) }, unreadable(`${FILE}: too large`)],
    [
      'has a journal beside it',
      { [FILE]: firefoxDatabase([]), [`${FILE}-journal`]: 'x' },
      unreadable(expect.stringContaining('half written')),
    ],
    [
      'has a journal that may not be looked at',
      { [FILE]: firefoxDatabase([]), [`${FILE}-journal`]: unreadable('x') },
      unreadable(expect.stringContaining(FILE)),
    ],
  ])('whose file %s', async (_name, files, sites) => {
    expect(await read(machineWith(files))).toEqual(sites);
  });

  test('with an empty journal, under which nothing has been written, are read', async () => {
    const files = { [FILE]: firefoxDatabase([row(2)]), [`${FILE}-journal`]: '' };
    expect(await read(machineWith(files))).toMatchObject({ kind: 'value' });
  });

  /** The machine whose database changes at each of the first looks. */
  async function changing(times: number): Promise<Machine> {
    const machine = await machineWith({ [FILE]: firefoxDatabase([row(2)]) });
    let looks = 0;
    const status: Machine['files']['status'] = async (path) => {
      const found = await machine.files.status(path);
      if (path !== FILE || found.kind !== 'value') return found;
      looks += 1;
      return value({ ...found.value, modifiedAt: new Date(Math.min(looks, times)) });
    };
    return { ...machine, files: { ...machine.files, status } };
  }

  test('that change while they are read are read again', async () => {
    expect(await read(changing(4))).toMatchObject({ kind: 'value' });
  });

  test('that never stop changing are unreadable', async () => {
    expect(await read(changing(1000))).toMatchObject({ kind: 'unreadable' });
  });
});
