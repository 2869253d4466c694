import { describe, expect, test } from 'vitest';
import type { Browser } from '../../../../core/facts/browser.ts';
import type { Readings } from '../../../../core/facts/facts.ts';
import { unreadable, value } from '../../../../core/reading.ts';
import type { Machine } from '../../../../main/machine/machine.ts';
import { browserSwitches } from '../../../../main/probes/browsers/browser-switches.ts';
import { CHROMIUM } from '../../core/facts.ts';
import { openMachine } from '../../recorded-machines.ts';

const SNAP: Browser = {
  ...CHROMIUM,
  id: 'chromium@snap',
  packaging: 'snap',
  dataFolder: '~/snap/chromium/common/chromium',
};
const CHROME: Browser = {
  ...CHROMIUM,
  id: 'chrome',
  product: 'chrome',
  program: '/opt/google/chrome/google-chrome',
  dataFolder: '~/.config/google-chrome',
};
const DENY = '--deny-permission-prompts';

async function read(path: string, args: readonly string[]): Promise<Readings['browserSwitches']> {
  const machine = await openMachine('linux-healthy-laptop');
  return readOn({ ...machine, processes: async () => value([{ pid: 7, path, args: value([path, ...args]) }]) });
}

async function readOn(machine: Machine): Promise<Readings['browserSwitches']> {
  const readings: Readings = { browsers: value([CHROMIUM, SNAP, CHROME]) };
  (await browserSwitches.run(machine, { site: null, now: new Date(0), readings }))(readings);
  return readings.browserSwitches;
}

describe('how browsers were started', () => {
  test.each<readonly [string, string, readonly string[], readonly string[]]>([
    ['nothing that matters', '/usr/lib/chromium/chromium', ['--lang=de', 'https://x.example'], []],
    ['a switch', '/usr/lib/chromium/chromium', [DENY], ['chromium']],
    ['a switch of a page’s process', '/usr/lib/chromium/chromium', ['--type=renderer', DENY], []],
    ['a longer switch', '/usr/lib/chromium/chromium', [`${DENY}-not`], []],
    ['a switch of another program', '/usr/bin/cat', [DENY], []],
    ['a folder of its own', '/usr/lib/chromium/chromium', [DENY, '--user-data-dir=/tmp/x'], []],
    [
      'the usual folder',
      '/usr/lib/chromium/chromium',
      [DENY, '--user-data-dir=/home/user/.config/chromium'],
      ['chromium'],
    ],
    ['a name that several have, in its folder', '/opt/google/chrome/chrome', [DENY], ['chrome']],
    [
      'a name that several have, in the snap',
      '/snap/chromium/1/usr/lib/chromium-browser/chrome',
      [DENY],
      ['chromium@snap'],
    ],
  ])('%s', async (_name, path, args, owners) => {
    const told = await read(path, args);
    expect(told).toEqual(value(owners.map((browserId) => ({ browserId, switches: ['deny-permission-prompts'] }))));
  });

  test.each([
    ['--use-fake-ui-for-media-stream=deny', 'use-fake-ui-for-media-stream=deny'],
    ['--use-fake-ui-for-media-stream', 'use-fake-ui-for-media-stream'],
    ['--use-file-for-fake-video-capture=/home/mallory/x.y4m', 'use-file-for-fake-video-capture'],
  ])('%s is told as %s and no more', async (arg, name) => {
    expect(await read('/usr/lib/chromium/chromium', [arg])).toEqual(
      value([{ browserId: 'chromium', switches: [name] }]),
    );
  });

  test('cannot be told where programs cannot be listed', async () => {
    const machine = await openMachine('linux-healthy-laptop');
    const why = unreadable('the running programs: they cannot be listed');
    expect(await readOn({ ...machine, processes: async () => why })).toEqual(why);
  });
});
