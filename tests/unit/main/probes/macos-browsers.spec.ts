import { build, buildBinary } from 'plist';
import { describe, expect, test } from 'vitest';
import { absent, type Reading, unreadable, value } from '../../../../core/reading.ts';
import type { Machine } from '../../../../main/machine/machine.ts';
import { findApplications } from '../../../../main/probes/macos/browsers/applications.ts';
import { readDefaultBrowser } from '../../../../main/probes/macos/browsers/default-browser.ts';
import { machineWith } from './firefox/machine-with.ts';

const INFO = '/Applications/Google Chrome.app/Contents/Info.plist';
const OWN_INFO = `~${INFO}`;

async function find(files: Readonly<Record<string, string | Uint8Array | Reading<Uint8Array>>>) {
  return findApplications(await machineWith(files), 'chrome');
}

describe('an application', () => {
  const info = (more: object = {}): string =>
    build({ CFBundleIdentifier: 'com.google.Chrome', CFBundleShortVersionString: '156.0', ...more });
  const loop = unreadable(`${INFO}: its links lead round in a circle (ELOOP)`);

  test.each([
    [
      'for everyone',
      { [INFO]: info() },
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      value('156.0'),
    ],
    [
      'in one’s own folder',
      { [OWN_INFO]: info() },
      '~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      value('156.0'),
    ],
    [
      'behind one of another maker',
      { [INFO]: info({ CFBundleIdentifier: 'org.example' }), [OWN_INFO]: info() },
      '~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      value('156.0'),
    ],
    [
      'in another case',
      { [INFO]: info({ CFBundleIdentifier: 'COM.google.chrome' }) },
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      value('156.0'),
    ],
    [
      'in binary',
      { [INFO]: buildBinary({ CFBundleIdentifier: 'com.google.Chrome', CFBundleExecutable: 'x' }) },
      '/Applications/Google Chrome.app/Contents/MacOS/x',
      absent,
    ],
    [
      'that is broken',
      { [INFO]: '{ CFBundleIdentifier = "x"; }' },
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      unreadable(expect.stringContaining(INFO)),
    ],
    [
      'of a wrong type',
      { [INFO]: build(['com.google.Chrome']) },
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      unreadable(expect.stringContaining(INFO)),
    ],
    [
      'whose program leads elsewhere',
      { [INFO]: info({ CFBundleExecutable: '../../x' }) },
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      unreadable(expect.stringContaining('CFBundleExecutable')),
    ],
    [
      'behind links in a circle',
      { [INFO]: loop },
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      loop,
    ],
  ])('%s is found', async (_name, files, program, version) => {
    expect(await find(files)).toMatchObject([{ packaging: 'native', program, version }]);
  });

  test.each([
    ['that is not there', {}],
    ['of another maker', { [INFO]: info({ CFBundleIdentifier: 'com.google.Chrome.beta' }) }],
  ])('%s is not', async (_name, files) => {
    expect(await find(files)).toEqual([]);
  });
});

describe('what macOS opens web addresses with', () => {
  const FILE = '~/Library/Preferences/com.apple.LaunchServices/com.apple.launchservices.secure.plist';
  const https = (role: string | number) => ({ LSHandlerURLScheme: 'https', LSHandlerRoleAll: role });
  const open = async (content: Uint8Array | string | Reading<Uint8Array>): Promise<Machine> =>
    machineWith({ [FILE]: content });

  test.each([
    ['until somebody chooses', absent, value(['com.apple.Safari'])],
    [
      'chosen',
      buildBinary({ LSHandlers: [{ LSHandlerContentType: 'x' }, https('com.google.chrome')] }),
      value(['com.google.chrome']),
    ],
    [
      'where only mail was chosen',
      buildBinary({ LSHandlers: [{ LSHandlerURLScheme: 'mailto', LSHandlerRoleAll: 'x' }] }),
      value(['com.apple.Safari']),
    ],
    ['where there are no choices', build({}), value(['com.apple.Safari'])],
    ['where it is nobody', build({ LSHandlers: [https('-')] }), absent],
    ['that may not be read', unreadable('EACCES'), unreadable('EACCES')],
  ])('%s', async (_name, content, handlers) => {
    expect(await readDefaultBrowser(await open(content))).toEqual(handlers);
  });

  test.each([
    ['no list', build({ LSHandlers: { LSHandlerURLScheme: 'https' } })],
    ['of texts', build({ LSHandlers: ['https'] })],
    ['with a number for an application', buildBinary({ LSHandlers: [https(7)] })],
    ['no dictionary', build('https')],
    ['cut off', '<plist><dict><key>LSHandlers'],
    ['empty', ''],
  ])('is not told by choices that are %s', async (_name, content) => {
    expect(await readDefaultBrowser(await open(content))).toEqual({
      kind: 'unreadable',
      why: expect.stringContaining(FILE),
    });
  });
});
