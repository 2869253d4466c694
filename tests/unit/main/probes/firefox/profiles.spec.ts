import { describe, expect, test } from 'vitest';
import { absent, unreadable, value } from '../../../../../core/reading.ts';
import { locateProfile, readFirefoxProfiles } from '../../../../../main/probes/browsers/firefox/profiles.ts';
import { machineWith } from './machine-with.ts';

const DATA = '~/.mozilla/firefox';
const INI = `${DATA}/profiles.ini`;

const section = (number: number, path: string, more = ''): string =>
  `[Profile${number}]\nName=n${number}\nIsRelative=1\nPath=${path}\n${more}\n`;

const TWO = section(0, 'a.default', 'Default=1') + section(1, 'b.release');

async function read(files: Parameters<typeof machineWith>[0]) {
  return readFirefoxProfiles(await machineWith(files), DATA);
}

async function lastUsed(files: Parameters<typeof machineWith>[0]) {
  const profiles = await read(files);
  return profiles.kind === 'value' ? profiles.value.find((profile) => profile.lastUsed)?.folder : profiles;
}

describe('the profiles of Firefox', () => {
  test.each([
    [
      'the one of the Install section, not of Default=1',
      { [INI]: `${TWO}[InstallAB12]\nDefault=b.release\n` },
      'b.release',
    ],
    ['the one of installs.ini', { [INI]: TWO, [`${DATA}/installs.ini`]: '[AB12]\nDefault=b.release\n' }, 'b.release'],
    ['the old default where nothing else says', { [INI]: TWO }, 'a.default'],
    [
      'the old default where the Install section names none that is there',
      { [INI]: `${TWO}[InstallAB]\nDefault=gone\n` },
      'a.default',
    ],
    ['the first where nothing says', { [INI]: section(0, 'x') + section(1, 'y') }, 'x'],
  ])('that counts is %s', async (_which, files, folder) => {
    expect(await lastUsed(files)).toBe(folder);
  });

  test('that counts, of two installations, is the one written to last', async () => {
    const machine = await machineWith({
      [INI]: `${TWO}[InstallA]\nDefault=a.default\n[InstallB]\nDefault=b.release\n`,
    });
    for (const last of ['a.default', 'b.release']) {
      const { status } = await machineWith({
        [`${DATA}/a.default/prefs.js`]: '',
        [`${DATA}/b.release/prefs.js`]: '',
      }).then(({ files }) => files);
      const files = {
        ...machine.files,
        status: async (path: string) => {
          const found = await status(path);
          const modifiedAt = new Date(path.includes(last) ? 2_000 : 1_000);
          return found.kind === 'value' ? value({ ...found.value, modifiedAt }) : found;
        },
      };
      const profiles = await readFirefoxProfiles({ ...machine, files }, DATA);
      expect(profiles).toMatchObject({
        value: [{ lastUsed: last === 'a.default' }, { lastUsed: last === 'b.release' }],
      });
    }
  });

  test('elsewhere are known by their whole path', async () => {
    const ini =
      '[Profile0]\nName=x\nIsRelative=0\nPath=/home/user/elsewhere/x\n[Profile1]\nIsRelative=0\nPath=/srv/y\n';
    expect(await read({ [INI]: ini })).toMatchObject({ value: [{ folder: '~/elsewhere/x' }, { folder: '/srv/y' }] });
  });

  test.each([
    ['nothing at all', '', absent],
    ['no path', '[Profile0]\nName=x\nIsRelative=1\n', absent],
    ['no word on what the path counts from', '[Profile0]\nPath=x\n', absent],
    ['only other sections', '[General]\nVersion=2\n[BackgroundTasksProfiles]\nPath=x\nIsRelative=1\n', absent],
    ['bytes that are no text', Uint8Array.of(0x5b, 0xff), unreadable(`${INI}: it is not UTF-8 text`)],
    [
      'links in a circle',
      unreadable(`${INI}: its links lead round in a circle (ELOOP)`),
      unreadable(`${INI}: its links lead round in a circle (ELOOP)`),
    ],
  ])('with %s', async (_name, content, profiles) => {
    expect(await read({ [INI]: content })).toEqual(profiles);
  });

  test('that was never started are absent', async () => {
    expect(await read({})).toEqual(absent);
  });

  test.each(['../../other', 'a/../../b', '..', '..\\x', 'x\0y'])(
    'a relative path that leads out (%j) is not followed',
    (path) => {
      expect(locateProfile(DATA, path)).toMatchObject({
        kind: 'unreadable',
        why: expect.stringContaining('profiles.ini'),
      });
    },
  );

  test.each(['/etc', '~/x', 'C:\\x'])('a path that only looks whole (%j) stays inside', async (path) => {
    const profiles = await read({ [INI]: section(0, path) });
    const folder = profiles.kind === 'value' ? (profiles.value[0]?.folder ?? '') : '';
    expect(locateProfile(DATA, folder)).toEqual(value(`${DATA}/./${path}`));
  });
});
