import { describe, expect, test } from 'vitest';
import { type BrowserId, describeBrowser } from '../../../../core/browsers/browsers.ts';
import { value } from '../../../../core/reading.ts';
import type { Machine } from '../../../../main/machine/machine.ts';
import { findInstallations } from '../../../../main/probes/linux/browsers/installations.ts';
import { openMachine, withOnly } from '../../recorded-machines.ts';

const COMMANDS = ['google-chrome-stable', 'google-chrome-unstable', 'brave-browser-beta', 'firefox', 'firefox-nightly'];

async function find(machine: Machine, id: BrowserId) {
  const commands = new Map(COMMANDS.map((name) => [name, `/usr/bin/${name}`]));
  return findInstallations(machine, { commands, desktopFiles: new Map() }, describeBrowser(id));
}

const programs = Object.fromEntries(COMMANDS.map((name) => [`/usr/bin/${name}`, '\u007fELF']));

describe('where a browser of the Chromium family keeps its profiles', () => {
  const cases: readonly (readonly [string, BrowserId, Record<string, string>, string])[] = [
    ['by default', 'chrome', {}, '~/.config/google-chrome'],
    ['with XDG_CONFIG_HOME', 'chrome', { XDG_CONFIG_HOME: '/srv/c' }, '/srv/c/google-chrome'],
    [
      'with CHROME_CONFIG_HOME',
      'chrome',
      { CHROME_CONFIG_HOME: '/srv/c', XDG_CONFIG_HOME: '/srv/x' },
      '/srv/c/google-chrome',
    ],
    [
      'with CHROME_CONFIG_HOME at home',
      'chrome-dev',
      { CHROME_CONFIG_HOME: '/home/user/c' },
      '~/c/google-chrome-unstable',
    ],
    [
      'with CHROME_USER_DATA_DIR',
      'brave-beta',
      { CHROME_USER_DATA_DIR: '/srv/data', CHROME_CONFIG_HOME: '/srv/c' },
      '/srv/data',
    ],
    ['with one that is no path', 'chrome', { CHROME_USER_DATA_DIR: 'data' }, '~/.config/google-chrome'],
    ['unless it is a Firefox', 'firefox', { CHROME_USER_DATA_DIR: '/srv/data' }, '~/.config/mozilla/firefox'],
  ];
  test.each(cases)('%s', async (_name, id, env, dataFolder) => {
    const machine = withOnly(await openMachine('linux-healthy-laptop'), programs, env);
    expect(await find(machine, id)).toMatchObject([{ packaging: 'native', dataFolder: value(dataFolder) }]);
  });
});

test.each<BrowserId>([
  'chrome-beta',
  'chrome-canary',
  'firefox-developer-edition',
  'librewolf',
  'zen',
  'arc',
  'safari',
])('%s is not there for sharing a folder with another', async (id) => {
  expect(await find(withOnly(await openMachine('linux-healthy-laptop'), programs), id)).toEqual([]);
});
