import { basename, dirname } from 'node:path/posix';
import { describe, expect, test } from 'vitest';
import { absent, type Reading, value } from '../../../../core/reading.ts';
import type { BrowserTarget, SystemTarget } from '../../../../core/settings-targets.ts';
import { parseSite, type Site } from '../../../../core/site.ts';
import type { Subject } from '../../../../core/subject.ts';
import type { Machine, RegistryValue } from '../../../../main/machine/machine.ts';
import { launchDetached } from '../../../../main/settings/launch.ts';
import { openTarget } from '../../../../main/settings/open-target.ts';
import { CHROMIUM, FIREFOX, SAFARI } from '../../core/facts.ts';
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

const NOBODY = { subject: null, site: null };

describe('openTarget', () => {
  test.each([
    ['GNOME 43', GNOME, [CONTROL_CENTER, CAMERA_PANEL], 'camera-privacy', 'gnome-control-center camera'],
    ['GNOME 48', GNOME, [CONTROL_CENTER], 'camera-privacy', 'gnome-control-center privacy'],
    ['GNOME', GNOME, [CONTROL_CENTER], 'sound-input', 'gnome-control-center sound'],
    ['KDE', KDE, ['/usr/bin/systemsettings'], 'sound-input', 'systemsettings kcm_pulseaudio'],
    ['another desktop', { DISPLAY: ':0' }, ['/usr/bin/pavucontrol'], 'sound-input', 'pavucontrol --tab=4'],
  ] as const)('on %s', async (_name, env, files, target, command) => {
    const launched: string[] = [];
    const outcome = await openTarget(await desktop(env, files), target, NOBODY, async (program, args) => {
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
    const outcome = await openTarget(await desktop(env, files), 'camera-privacy', NOBODY, async () => true);
    expect(outcome).toEqual({ kind: 'not-opened', why });
  });

  test('says so when the program does not start', async () => {
    const outcome = await openTarget(
      await desktop(GNOME, [CONTROL_CENTER]),
      'camera-privacy',
      NOBODY,
      async () => false,
    );
    expect(outcome.kind).toBe('not-opened');
  });
});

describe('on macOS', () => {
  async function open(target: SystemTarget, release: string, starts = true) {
    const launched: string[][] = [];
    const machine = { ...(await openMachine('macos-26-healthy-plain')), release };
    const outcome = await openTarget(machine, target, NOBODY, async (program, args) => {
      launched.push([program, ...args]);
      return starts;
    });
    return { launched, outcome };
  }

  const OPEN = '/usr/bin/open';
  const PANE = 'x-apple.systempreferences:com.apple.preference.security';
  const PAGE = 'x-apple.systempreferences:com.apple.settings.PrivacySecurity.extension';

  test.each([
    ['19.6.0', 'camera-privacy', `${PANE}?Privacy_Camera`],
    ['21.6.0', 'microphone-privacy', `${PANE}?Privacy_Microphone`],
    ['21.6.0', 'full-disk-access', `${PANE}?Privacy_AllFiles`],
    ['22.6.0', 'camera-privacy', `${PAGE}?Privacy_Camera`],
    ['25.2.0', 'microphone-privacy', `${PAGE}?Privacy_Microphone`],
    ['26.0.0', 'full-disk-access', `${PAGE}?Privacy_AllFiles`],
    ['21.6.0', 'screen-time', 'x-apple.systempreferences:com.apple.preference.screentime'],
    ['24.6.0', 'screen-time', 'x-apple.systempreferences:com.apple.Screen-Time-Settings.extension'],
    ['25.2.0', 'sound-input', 'x-apple.systempreferences:com.apple.Sound-Settings.extension?input'],
    ['21.6.0', 'profiles', 'x-apple.systempreferences:com.apple.preferences.configurationprofiles'],
    ['25.2.0', 'profiles', 'x-apple.systempreferences:com.apple.Profiles-Settings.extension'],
  ] as const)('with kernel %s, %s is opened by macOS’ own program', async (release, target, address) => {
    const { launched, outcome } = await open(target, release);
    expect(launched).toEqual([[OPEN, address]]);
    expect(outcome).toEqual({ kind: 'opened', command: expect.stringMatching(/ \(by hand: System \w+ › .+\)$/) });
  });

  test('sound is opened by a script where it has no address', async () => {
    const { launched, outcome } = await open('sound-input', '21.6.0');
    expect(launched[0]?.[0]).toBe('/usr/bin/osascript');
    expect(launched[0]?.join(' ')).toContain('set current pane to pane id "com.apple.preference.sound"');
    expect(outcome).toMatchObject({ kind: 'opened', command: expect.stringContaining('System Preferences › Sound') });
  });

  test.each([
    ['17.7.0', 'camera-privacy'],
    ['18.7.0', 'screen-time'],
    ['25.2.0', 'device-manager'],
    ['not told', 'camera-privacy'],
  ] as const)('with kernel %s there is no page %s', async (release, target) => {
    const { launched, outcome } = await open(target, release);
    expect(launched).toEqual([]);
    expect(outcome).toEqual({ kind: 'not-opened', why: 'this version of macOS has no such page' });
  });

  test('the way by hand is told where nothing starts', async () => {
    const { outcome } = await open('camera-privacy', '25.2.0', false);
    expect(outcome).toMatchObject({ why: expect.stringContaining('System Settings › Privacy & Security › Camera') });
  });
});

describe('on Windows', () => {
  const WINDOWS = { SystemRoot: 'C:\\Windows' };
  const EXPLORER = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer';

  async function open(
    target: SystemTarget,
    {
      release = '10.0.22631',
      env = WINDOWS,
      hidden = {},
      starts = true,
    }: {
      readonly release?: string;
      readonly env?: Readonly<Record<string, string>>;
      readonly hidden?: Readonly<Record<string, string>>;
      readonly starts?: boolean;
    } = {},
  ) {
    const launched: string[][] = [];
    const machine = await openMachine('windows11-healthy-plain');
    const there = {
      ...machine,
      release,
      env: { get: (name: string) => (env[name] === undefined ? absent : value(env[name])) },
      registry: {
        subkeys: () => absent,
        value: (key: string, name: string): Reading<RegistryValue> => {
          const data = hidden[key];
          return data === undefined || name !== 'SettingsPageVisibility' ? absent : value({ type: 'REG_SZ', data });
        },
      },
    };
    const outcome = await openTarget(there, target, NOBODY, async (program, args) => {
      launched.push([program, ...args]);
      return starts;
    });
    return { outcome, launched };
  }

  test.each([
    ['camera-privacy', 'C:\\Windows\\explorer.exe', 'ms-settings:privacy-webcam'],
    ['microphone-privacy', 'C:\\Windows\\explorer.exe', 'ms-settings:privacy-microphone'],
    ['sound-input', 'C:\\Windows\\explorer.exe', 'ms-settings:sound'],
    ['camera-devices', 'C:\\Windows\\explorer.exe', 'ms-settings:camera'],
    ['sound-devices', 'C:\\Windows\\System32\\control.exe', 'mmsys.cpl,,1'],
    ['device-manager', 'C:\\Windows\\System32\\mmc.exe', 'devmgmt.msc'],
    ['services', 'C:\\Windows\\System32\\mmc.exe', 'services.msc'],
  ] as const)('%s is opened by Windows’ own program', async (target, program, argument) => {
    const { outcome, launched } = await open(target);
    expect(outcome.kind).toBe('opened');
    expect(launched).toEqual([[program, argument]]);
  });

  test.each([
    ['that Windows 10 does not have', 'camera-devices', { release: '10.0.19045' }, 'no such page'],
    ['where nobody knows Windows’ folder', 'camera-privacy', { env: {} }, 'SystemRoot: it is not set'],
    [
      'that is hidden',
      'camera-privacy',
      { hidden: { [`HKLM\\${EXPLORER}`]: 'hide:Display;privacy-webcam' } },
      'has hidden this page',
    ],
    [
      'that is not among those shown',
      'microphone-privacy',
      { hidden: { [`HKCU\\${EXPLORER}`]: 'ShowOnly:privacy-webcam' } },
      'has hidden this page',
    ],
  ] as const)('a page %s is not opened, and why is told', async (_name, target, how, why) => {
    const { outcome, launched } = await open(target, how);
    expect(outcome).toEqual({ kind: 'not-opened', why: expect.stringContaining(why) });
    expect(launched).toEqual([]);
  });

  test.each([
    ['others are hidden', { hidden: { [`HKLM\\${EXPLORER}`]: 'hide:display' } }],
    ['it is among those shown', { hidden: { [`HKLM\\${EXPLORER}`]: 'showonly:display;privacy-webcam' } }],
    ['what is hidden cannot be read', { hidden: { [`HKLM\\${EXPLORER}`]: 'nonsense' } }],
    ['it is Windows 10', { release: '10.0.19045' }],
  ] as const)('the privacy page is opened where %s', async (_name, how) => {
    expect((await open('camera-privacy', how)).outcome.kind).toBe('opened');
  });

  test('a program that does not start opens nothing', async () => {
    expect((await open('device-manager', { starts: false })).outcome).toMatchObject({ kind: 'not-opened' });
  });
});

describe('a page in a browser', () => {
  const parsed = parseSite('https://meet.example.com/room?secret=1');
  const site = typeof parsed === 'object' ? parsed : null;
  const chromium = {
    id: 'chromium:Profile 2',
    kind: 'browser',
    name: 'Chromium',
    browser: CHROMIUM,
    profile: 'Profile 2',
  };
  const firefox = { id: 'firefox', kind: 'browser', name: 'Firefox', browser: FIREFOX, profile: 'x.default' };
  const safari = { id: 'safari', kind: 'browser', name: 'Safari', browser: SAFARI, profile: 'Default' };
  const old = { ...firefox, browser: { ...FIREFOX, version: value('140.0') } };

  async function open(target: BrowserTarget, subject: unknown, about: Site | null = site) {
    const launched: string[][] = [];
    const machine = await openMachine('linux-healthy-laptop');
    const whom = { subject: subject as Subject | null, site: about };
    const outcome = await openTarget(machine, target, whom, async (program, args) => {
      launched.push([program, ...args]);
      return true;
    });
    return { outcome: outcome.kind, launched };
  }

  test.each([
    [
      'the site in the very profile of Chromium, without its path',
      'site-in-browser',
      chromium,
      ['/usr/bin/chromium', '--profile-directory=Profile 2', 'https://meet.example.com'],
    ],
    [
      'the site in the very profile of Firefox',
      'site-in-browser',
      firefox,
      ['/usr/lib/firefox/firefox', '-profile', '/home/user/.mozilla/firefox/x.default', 'https://meet.example.com'],
    ],
    [
      'the permissions page of Firefox',
      'browser-permissions',
      firefox,
      [
        '/usr/lib/firefox/firefox',
        '-profile',
        '/home/user/.mozilla/firefox/x.default',
        'about:preferences#permissionsData',
      ],
    ],
    [
      'a profile of Firefox that lies elsewhere',
      'site-in-browser',
      { ...firefox, profile: '/srv/profiles/work' },
      ['/usr/lib/firefox/firefox', '-profile', '/srv/profiles/work', 'https://meet.example.com'],
    ],
    [
      'the permissions page of an older Firefox',
      'browser-permissions',
      old,
      ['/usr/lib/firefox/firefox', '-profile', '/home/user/.mozilla/firefox/x.default', 'about:preferences#privacy'],
    ],
    [
      'the site in Safari, through macOS and by its application',
      'site-in-browser',
      safari,
      ['/usr/bin/open', '-a', '/Applications/Safari.app', 'https://meet.example.com'],
    ],
  ] as const)('opens %s', async (_name, target, subject, command) => {
    expect(await open(target, subject)).toEqual({ outcome: 'opened', launched: [command] });
  });

  test.each([
    ['the permissions page of Chromium, which opens it from inside only', 'browser-permissions', chromium, site],
    ['the permissions of Safari, which have no address', 'browser-permissions', safari, site],
    ['a site that nobody named', 'site-in-browser', chromium, null],
    ['a page in no browser', 'site-in-browser', null, site],
    ['a profile that leads out of the browser’s folder', 'site-in-browser', { ...firefox, profile: '../../x' }, site],
  ] as const)('does not open %s', async (_name, target, subject, about) => {
    expect(await open(target, subject, about)).toEqual({ outcome: 'not-opened', launched: [] });
  });
});

test('launchDetached tells whether the program started', async () => {
  expect(await launchDetached(process.execPath, ['-e', '0'])).toBe(true);
  expect(await launchDetached('/no/such/program', [])).toBe(false);
});
