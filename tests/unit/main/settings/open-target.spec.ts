import { basename, dirname } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { absent, value } from '../../../../core/reading.ts';
import type { Machine } from '../../../../main/machine/machine.ts';
import { launchDetached, openTarget } from '../../../../main/settings/open-target.ts';
import { openMachine } from '../../recorded-machines.ts';

async function desktop(env: Readonly<Record<string, string>>, files: readonly string[]): Promise<Machine> {
  const machine = await openMachine('linux-healthy-laptop');
  return {
    ...machine,
    env: {
      get: (name) => {
        const text = { PATH: '/usr/bin', ...env }[name];
        return text === undefined ? absent : value(text);
      },
    },
    files: {
      ...machine.files,
      list: async (folder) => value(files.filter((path) => dirname(path) === folder).map((path) => basename(path))),
    },
  };
}

const GNOME = { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME', WAYLAND_DISPLAY: 'wayland-0' };
const KDE = { XDG_CURRENT_DESKTOP: 'KDE', DISPLAY: ':0' };
const CONTROL_CENTER = '/usr/bin/gnome-control-center';
const CAMERA_PANEL = '/usr/share/applications/gnome-camera-panel.desktop';

describe('openTarget', () => {
  test.each([
    ['GNOME 43', GNOME, [CONTROL_CENTER, CAMERA_PANEL], 'camera-privacy', 'gnome-control-center camera'],
    ['GNOME 48', GNOME, [CONTROL_CENTER], 'camera-privacy', 'gnome-control-center privacy'],
    ['GNOME', GNOME, [CONTROL_CENTER], 'sound-input', 'gnome-control-center sound'],
    ['KDE', KDE, ['/usr/bin/systemsettings'], 'sound-input', 'systemsettings kcm_pulseaudio'],
    ['another desktop', { DISPLAY: ':0' }, ['/usr/bin/pavucontrol'], 'sound-input', 'pavucontrol --tab=4'],
  ] as const)('on %s', async (_name, env, files, target, command) => {
    const launched: string[] = [];
    const outcome = await openTarget(await desktop(env, files), target, async (program, args) => {
      launched.push([program, ...args].join(' '));
      return true;
    });
    expect(outcome).toEqual({ kind: 'opened', command });
    expect(launched).toEqual([`/usr/bin/${command}`]);
  });

  test.each([
    ['without a desktop', {}, [CONTROL_CENTER], 'there is no desktop here to open it on'],
    ['without the program', GNOME, [], 'this desktop has no such page that it knows of'],
    [
      'on a desktop without such a page',
      KDE,
      ['/usr/bin/systemsettings'],
      'this desktop has no such page that it knows of',
    ],
  ] as const)('%s says why not', async (_name, env, files, why) => {
    const outcome = await openTarget(await desktop(env, files), 'camera-privacy', async () => true);
    expect(outcome).toEqual({ kind: 'not-opened', why });
  });

  test('says so when the program does not start', async () => {
    const outcome = await openTarget(await desktop(GNOME, [CONTROL_CENTER]), 'camera-privacy', async () => false);
    expect(outcome.kind).toBe('not-opened');
  });
});

test('launchDetached tells whether the program started', async () => {
  expect(await launchDetached(process.execPath, ['-e', '0'])).toBe(true);
  expect(await launchDetached('/no/such/program', [])).toBe(false);
});
