import { expect, test } from 'vitest';
import type { Platform } from '../../../../core/platform.ts';
import { folderOf, joinPath } from '../../../../main/machine/path.ts';

const JOINED: readonly (readonly [Platform, readonly [string, ...string[]], string])[] = [
  ['linux', ['~/.config', 'chromium', 'Default'], '~/.config/chromium/Default'],
  ['linux', ['/', 'etc'], '/etc'],
  ['linux', ['/etc/', 'x'], '/etc/x'],
  ['linux', ['/srv', 'a\\b'], '/srv/a\\b'],
  ['darwin', ['~/Library', 'Application Support/Arc/User Data'], '~/Library/Application Support/Arc/User Data'],
  ['win32', ['C:\\Program Files', 'Google\\Chrome'], 'C:\\Program Files\\Google\\Chrome'],
  ['win32', ['C:\\', 'Users/x'], 'C:\\Users\\x'],
  [
    'win32',
    ['~/AppData/Local', 'Google\\Chrome\\User Data', 'Default'],
    '~/AppData/Local/Google/Chrome/User Data/Default',
  ],
  ['win32', ['\\\\server\\share', 'Opera'], '\\\\server\\share\\Opera'],
];

test.each(JOINED)('on %s %j is %s', (platform, [folder, ...parts], joined) => {
  expect(joinPath({ platform }, folder, ...parts)).toBe(joined);
});

test.each([
  ['C:\\Program Files\\x.exe', 'C:\\Program Files'],
  ['~/AppData/x.exe', '~/AppData'],
  ['/usr/bin/x', '/usr/bin'],
  ['x', ''],
])('%s lies in %s', (path, folder) => {
  expect(folderOf(path)).toBe(folder);
});
