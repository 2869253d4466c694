import { describe, expect, test } from 'vitest';
import { MEDIA, type Medium } from '../../core/medium.ts';
import { MACHINE_NAMES, readExpected } from './recorded-machines.ts';

/**
 * What Windows does with each of its layers, and the recorded machine that shows it: for Windows 10 and 11, for this app,
 * for a browser by its installer, and for one from the Store. That each machine is diagnosed so is `machines.spec.ts`.
 */

type Says = readonly [state: string, rootCause: string | null];

const SUBJECTS = ['this-app', 'chrome', 'firefox'] as const;

interface TableRow {
  readonly layer: string;
  readonly machine: string;
  readonly media?: readonly Medium[];
  readonly desktop: Says;
  readonly packaged: Says;
  /** For this app, where leave is stored or it differs otherwise from a browser. */
  readonly app?: Says;
}

const ASKS: Says = ['will-ask', null];
const READY: Says = ['ready', null];
const UNKNOWN: Says = ['unknown', null];
const blocked = (cause: string): Says => ['blocked', cause];
const all = (cause: string) => ({ desktop: blocked(cause), packaged: blocked(cause) });
const camera = ['camera'] as const;
const microphone = ['microphone'] as const;

const TABLE: readonly TableRow[] = [
  { layer: 'no device is there', machine: 'devices-gone-for-browsers', ...all('device.none') },
  { layer: 'the devices are disabled', machine: 'devices-disabled-for-browsers', ...all('device.disabled') },
  {
    layer: 'the camera is disabled, and a scanner has no driver',
    machine: 'camera-disabled-beside-faulty-scanner-for-browsers',
    media: camera,
    ...all('device.disabled'),
  },
  {
    layer: 'the camera does not work, and a scanner has no driver',
    machine: 'camera-faulty-beside-faulty-scanner-for-browsers',
    media: camera,
    ...all('device.driver-problem'),
  },
  { layer: 'the devices do not work', machine: 'devices-faulty-for-browsers', ...all('device.driver-problem') },
  {
    layer: 'nothing is plugged in',
    machine: 'microphone-unplugged-for-browsers',
    media: microphone,
    ...all('device.unplugged'),
  },
  {
    layer: 'the use of cameras is not allowed',
    machine: 'allow-camera-off-for-browsers',
    media: camera,
    ...all('windows.policy-disables-camera'),
  },
  {
    layer: 'the service of all devices is disabled',
    machine: 'camsvc-disabled-for-browsers',
    media: camera,
    ...all('windows.camera-service-disabled'),
  },
  {
    layer: 'the service of all devices is disabled',
    machine: 'camsvc-disabled-for-browsers',
    media: microphone,
    ...all('windows.audio-service-disabled'),
  },
  {
    layer: 'the service of cameras is disabled',
    machine: 'frame-server-disabled-for-browsers',
    media: camera,
    ...all('windows.camera-service-disabled'),
  },
  {
    layer: 'the service of sound is disabled',
    machine: 'audio-disabled-for-browsers',
    media: microphone,
    ...all('windows.audio-service-disabled'),
  },
  {
    layer: 'a policy denies apps',
    machine: 'policy-denies-apps-for-browsers',
    ...all('windows.policy-denies-apps'),
  },
  {
    layer: 'device management denies apps',
    machine: 'mdm-denies-apps-for-browsers',
    ...all('windows.policy-denies-apps'),
  },
  {
    layer: 'a policy denies all apps but one',
    machine: 'policy-denies-all-but-a-package',
    desktop: blocked('windows.policy-denies-apps'),
    packaged: ASKS,
  },
  {
    layer: 'a policy denies apps and leaves one to the person',
    machine: 'policy-leaves-a-package-to-the-person',
    desktop: blocked('windows.policy-denies-apps'),
    packaged: ASKS,
  },
  {
    layer: 'a policy denies one app',
    machine: 'policy-denies-a-package',
    app: READY,
    desktop: ASKS,
    packaged: blocked('windows.policy-denies-this-app'),
  },
  {
    layer: 'the switch of the computer is off',
    machine: 'device-access-off-for-browsers',
    ...all('windows.device-access-off'),
  },
  {
    layer: 'the switch of apps is off',
    machine: 'apps-access-off-for-browsers',
    ...all('windows.apps-access-off'),
  },
  {
    layer: 'the switch of apps is off, and that of desktop apps on',
    machine: 'parent-denies-alone-for-browsers',
    desktop: ASKS,
    packaged: blocked('windows.apps-access-off'),
  },
  {
    layer: 'the switch of apps is off, that of desktop apps on, and Windows says no',
    machine: 'parent-denies-and-windows-too-for-browsers',
    ...all('windows.apps-access-off'),
  },
  {
    layer: 'the switch of apps is off, that of desktop apps on, and Windows says yes',
    machine: 'parent-denies-and-windows-grants',
    desktop: ASKS,
    packaged: blocked('windows.apps-access-off'),
  },
  {
    layer: 'the switch of desktop apps is off',
    machine: 'desktop-apps-off-for-browsers',
    desktop: blocked('windows.desktop-apps-off'),
    packaged: ASKS,
  },
  {
    layer: 'the switch of one program is off',
    machine: 'program-off',
    app: READY,
    desktop: blocked('windows.exe-access-off'),
    packaged: ASKS,
  },
  {
    layer: 'the switch of one package is off',
    machine: 'package-off',
    app: READY,
    desktop: ASKS,
    packaged: blocked('windows.app-access-off'),
  },
  {
    layer: 'a package has yet to ask',
    machine: 'healthy-package-prompts',
    app: READY,
    desktop: ASKS,
    packaged: ASKS,
  },
  {
    layer: 'everything is allowed, and Windows says so',
    machine: 'healthy-with-browsers',
    app: READY,
    desktop: ASKS,
    packaged: ASKS,
  },
  {
    layer: 'a policy allows apps whatever the switches say',
    machine: 'policy-allows-over-apps-off',
    desktop: UNKNOWN,
    packaged: ASKS,
  },
  {
    layer: 'a policy allows apps whatever the switches say, and Windows says yes',
    machine: 'policy-allows-and-windows-grants',
    desktop: ASKS,
    packaged: ASKS,
  },
  {
    layer: 'every switch is on, and Windows says no',
    machine: 'denied-without-key-for-browsers',
    desktop: blocked('windows.denied-without-key'),
    packaged: ASKS,
  },
  {
    layer: 'nobody can be asked whether the camera is connected',
    machine: 'camera-connection-untold-for-browsers',
    media: camera,
    desktop: UNKNOWN,
    packaged: UNKNOWN,
  },
];

describe.each(['windows10', 'windows11'])('on %s', (system) => {
  test.each(TABLE)('where $layer ($machine)', ({ machine, media = MEDIA, app, desktop, packaged }) => {
    const says = { 'this-app': app ?? desktop, chrome: desktop, firefox: packaged };
    const wanted = SUBJECTS.flatMap((subject) =>
      media.map((medium) => {
        const [state, rootCause] = says[subject];
        return { subject, medium, state, rootCause };
      }),
    );
    expect(readExpected(`${system}-${machine}`)).toEqual(expect.arrayContaining(wanted));
  });
});

describe('from the build on that keeps consent in a database', () => {
  test.each([
    ['windows11-healthy-24h2-stale-keys', 'will-ask', null],
    ['windows11-healthy-25h2-stale-keys', 'will-ask', null],
    ['windows11-24h2-desktop-apps-off', 'blocked', 'windows.desktop-apps-off'],
    ['windows11-25h2-desktop-apps-off', 'blocked', 'windows.desktop-apps-off'],
  ])('%s is %s: where Windows was asked that counts, and else the keys', (name, state, rootCause) => {
    for (const medium of MEDIA)
      expect(readExpected(name)).toContainEqual({ subject: 'this-app', medium, state, rootCause });
  });
});

test('there are healthy computers enough, and not one of them has a blocker', () => {
  const healthy = MACHINE_NAMES.filter((name) => /^windows1[01]-healthy-/.test(name));
  expect(healthy.length).toBeGreaterThanOrEqual(8);
  for (const name of healthy)
    expect(
      readExpected(name).map(({ state }) => state),
      name,
    ).not.toContain('blocked');
});
