import { describe, expect, test } from 'vitest';
import { absent, unreadable, value } from '../../../../core/reading.ts';
import { abbreviateHome, expandHome } from '../../../../main/machine/home-paths.ts';

describe('a path under the home folder', () => {
  test.each([
    ['linux', '/home/mallory', '/home/mallory/.config/x', '~/.config/x'],
    ['linux', '/home/mallory/', '/home/mallory/x', '~/x'],
    ['linux', '/home/mallory', '/home/mallory', '~'],
    ['linux', '/home/mallory', '/home/mallory2/x', '/home/mallory2/x'],
    ['linux', '/home/mallory', '/HOME/mallory/x', '/HOME/mallory/x'],
    ['linux', '/', '/etc/x', '/etc/x'],
    ['win32', 'C:\\Users\\mallory', 'C:\\Users\\mallory\\AppData\\x', '~/AppData/x'],
    ['win32', 'C:\\Users\\Mallory', 'c:\\users\\mallory\\AppData', '~/AppData'],
    ['win32', 'C:\\Users\\mallory', 'C:/Users/mallory/AppData', '~/AppData'],
    ['win32', 'C:\\Users\\mallory', 'C:\\Users\\mallory2', 'C:\\Users\\mallory2'],
  ] as const)('on %s in %s: %s is %s', (platform, home, path, short) => {
    expect(abbreviateHome(path, value(home), platform)).toBe(short);
  });

  test('is found again', () => {
    expect(expandHome('~/x', value('/home/mallory'))).toEqual(value('/home/mallory/x'));
    expect(expandHome('/etc/~/x', value('/home/mallory'))).toEqual(value('/etc/~/x'));
    for (const unknown of [absent, unreadable('no HOME'), value('')]) {
      expect(expandHome('~/x', unknown)).toMatchObject({ kind: 'unreadable' });
      expect(expandHome('/etc', unknown)).toEqual(value('/etc'));
    }
  });
});
