import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../core/facts/facts.ts';
import type { MacOwnPermission } from '../../../core/facts/macos.ts';
import type { Medium } from '../../../core/medium.ts';
import { absent, unreadable, value } from '../../../core/reading.ts';
import { asksByCapturing, unasked } from '../../../core/unasked.ts';
import { examine } from '../../../main/doctor.ts';
import { openMachine } from '../recorded-machines.ts';

test.each([
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/150.0 Electron/45.4.1 Safari/537.36',
    true,
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/150.0 Safari/537.36', false],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/150.0 Electron/45.4.1 Safari/537.36', false],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Electron/45.4.1 Safari/537.36', false],
])('the window of %s can make macOS ask: %j', (userAgent, can) => {
  expect(asksByCapturing(userAgent)).toBe(can);
});

describe('devices that macOS was not asked for', () => {
  test.each([
    ['macos-12-own-not-asked', ['camera', 'microphone']],
    ['macos-27-own-not-asked', ['camera']],
    ['macos-26-from-terminal-denied', ['microphone']],
    ['macos-13-own-denied', []],
    ['macos-26-healthy-plain', []],
    ['macos-arc-default', ['camera', 'microphone']],
    ['linux-healthy-laptop', []],
  ])('on %s are %j', async (name, media) => {
    const { report } = await examine(await openMachine(name), null);
    expect(unasked(report)).toEqual(media);
  });

  const yes: MacOwnPermission = { asked: value('authorized'), electron: value('authorized') };
  const rows: readonly (readonly [when: string, camera: MacOwnPermission, media: readonly Medium[]])[] = [
    ['neither way of asking answered', { asked: unreadable('x'), electron: absent }, ['camera']],
    ['macOS says two things', { asked: value('authorized'), electron: value('not-determined') }, ['camera']],
    ['it is refused', { asked: value('denied'), electron: value('denied') }, []],
    ['it is restricted', { asked: value('restricted'), electron: absent }, []],
  ];
  test.each(rows)('where %s', async (_when, camera, media) => {
    const { report } = await examine(await openMachine('macos-26-healthy-plain'), null);
    const readings: Facts['readings'] = {
      ...report.facts.readings,
      macPermissions: value({ camera, microphone: yes }),
      macFreshPermissions: absent,
    };
    expect(unasked({ ...report, facts: { ...report.facts, readings } })).toEqual(media);
  });

  test('are both where macOS’ answer could not be read', async () => {
    const { report } = await examine(await openMachine('macos-26-healthy-plain'), null);
    const readings: Facts['readings'] = { ...report.facts.readings, macPermissions: unreadable('x') };
    expect(unasked({ ...report, facts: { ...report.facts, readings } })).toEqual(['camera', 'microphone']);
  });
});
