import { ACCOUNT_CHANGES } from './accounts.ts';
import { BROWSER_CHANGES } from './browsers.ts';
import { apps, both, camera, desktop, device, microphone, withBrowsers } from './changes.ts';
import {
  APP_PRIVACY,
  ASKS,
  blocked,
  CAMERA,
  CHROME,
  type Change,
  CONSENT,
  CU,
  FAMILY,
  INPUT,
  type Keys,
  LM,
  list,
  MDM,
  number,
  READY,
  SERVICES,
  setting,
  text,
  UNKNOWN,
  write,
} from './computer.ts';
import { DEVICE_CHANGES } from './devices.ts';

/**
 * Writes the recorded Windows machines that differ in a few values of the registry. Each is an ordinary computer with
 * these changes, and this app’s verdicts for camera and microphone.
 */
const appPolicy = (key: string, value: number): Change => ({
  keys: { [key]: [number('LetAppsAccessCamera', value), number('LetAppsAccessMicrophone', value)] },
  ...(value === 2
    ? { camera: blocked('windows.policy-denies-apps'), microphone: blocked('windows.policy-denies-apps') }
    : {}),
});

const program = (capability: string, path: string): string =>
  `${CU}\\${CONSENT}\\${capability}\\NonPackaged\\${path.replaceAll('\\', '#')}`;
const FORCE_ALLOW = [number('LetAppsAccessCamera', 1), number('LetAppsAccessMicrophone', 1)];
const DENY_ALL = [number('LetAppsAccessCamera', 2), number('LetAppsAccessMicrophone', 2)];

const CHANGES: Readonly<Record<string, Change>> = {
  'device-access-off': both(device('Deny'), blocked('windows.device-access-off')),
  'apps-access-off': both(
    (each) => ({ ...apps('Deny')(each), ...desktop('Deny')(each) }),
    blocked('windows.apps-access-off'),
  ),
  'desktop-apps-off': both(desktop('Deny'), blocked('windows.desktop-apps-off')),
  'camera-desktop-apps-off': camera(desktop('Deny')('webcam'), 'windows.desktop-apps-off'),
  'microphone-desktop-apps-off': microphone(desktop('Deny')('microphone'), 'windows.desktop-apps-off'),
  'parent-denies-alone': both(apps('Deny'), ['will-ask', null]),
  'parent-denies-and-windows-too': both(apps('Deny'), blocked('windows.apps-access-off'), 'denied'),
  'denied-without-key': both(() => ({}), blocked('windows.denied-without-key'), 'restricted'),
  'keys-deny-windows-grants': both(desktop('Deny'), ['will-ask', null], 'granted'),
  'policy-denies-apps': appPolicy(APP_PRIVACY, 2),
  'mdm-denies-apps': appPolicy(`${MDM}\\Privacy`, 2),
  'allow-camera-off': camera(
    { [`${LM}\\SOFTWARE\\Policies\\Microsoft\\Camera`]: [number('AllowCamera', 0)] },
    'windows.policy-disables-camera',
  ),
  'mdm-allow-camera-off': camera({ [`${MDM}\\Camera`]: [number('AllowCamera', 0)] }, 'windows.policy-disables-camera'),
  'camsvc-disabled': {
    keys: { [`${SERVICES}\\camsvc`]: [number('Start', 4)] },
    camera: blocked('windows.camera-service-disabled'),
    microphone: blocked('windows.audio-service-disabled'),
  },
  'frame-server-disabled': camera(
    { [`${SERVICES}\\FrameServer`]: [number('Start', 4)] },
    'windows.camera-service-disabled',
  ),
  'audio-disabled': microphone({ [`${SERVICES}\\Audiosrv`]: [number('Start', 4)] }, 'windows.audio-service-disabled'),
  // Where nobody can be asked what is connected, the registry can show that a camera is disabled, and no more.
  'camera-disabled': { ...camera({ [CAMERA]: [number('ConfigFlags', 1)] }, 'device.disabled'), present: null },
  'camera-connection-untold': { keys: {}, camera: UNKNOWN, present: null },
  'microphone-disabled': microphone({ [INPUT]: [number('DeviceState', 2)] }, 'device.disabled'),
  'microphone-unplugged': microphone({ [INPUT]: [number('DeviceState', 8)] }, 'device.unplugged'),
  'microphone-gone': microphone({ [INPUT]: [number('DeviceState', 4)] }, 'device.none'),
  'consent-of-wrong-type': both(
    (each) => ({ [`${CU}\\${CONSENT}\\${each}`]: [number('Value', 0)] }),
    ['unknown', null],
  ),
  'policy-allows-over-desktop-off': both(
    (each) => ({ ...desktop('Deny')(each), [APP_PRIVACY]: FORCE_ALLOW }),
    ['unknown', null],
  ),
  'policy-allows-windows-denies': both(
    (each) => ({ ...desktop('Deny')(each), [APP_PRIVACY]: FORCE_ALLOW }),
    blocked('windows.desktop-apps-off'),
    'denied',
  ),
  'policy-allows-over-apps-off': withBrowsers(
    (each) => ({ ...apps('Deny')(each), ...desktop('Deny')(each), [APP_PRIVACY]: FORCE_ALLOW }),
    { app: UNKNOWN, chrome: UNKNOWN, firefox: ASKS },
  ),
  'policy-denies-a-package': withBrowsers(
    () => ({
      [APP_PRIVACY]: [
        list('LetAppsAccessCamera_ForceDenyTheseApps', [FAMILY, 'Contoso.Meet_abcdefghijklm']),
        list('LetAppsAccessMicrophone_ForceDenyTheseApps', [FAMILY]),
      ],
    }),
    { app: READY, chrome: ASKS, firefox: blocked('windows.policy-denies-this-app') },
  ),
  'policy-denies-all-but-a-package': withBrowsers(
    () => ({
      [`${MDM}\\Privacy`]: [
        ...DENY_ALL,
        text('LetAppsAccessCamera_ForceAllowTheseApps', FAMILY),
        text('LetAppsAccessMicrophone_ForceAllowTheseApps', `Contoso.Meet_abcdefghijklm;${FAMILY}`),
      ],
    }),
    {
      app: blocked('windows.policy-denies-apps'),
      chrome: blocked('windows.policy-denies-apps'),
      firefox: ASKS,
    },
  ),
  'program-off': withBrowsers((each) => ({ [program(each, CHROME)]: setting('Deny') }), {
    app: READY,
    chrome: blocked('windows.exe-access-off'),
    firefox: ASKS,
  }),
  'healthy-other-program-off': withBrowsers(
    (each) => ({
      [program(each, 'C:\\Users\\user\\AppData\\Local\\Chromium\\Application\\chrome.exe')]: setting('Deny'),
    }),
    { app: READY, chrome: ASKS, firefox: ASKS },
  ),
  'package-off': withBrowsers((each) => ({ [`${CU}\\${CONSENT}\\${each}\\${FAMILY}`]: setting('Deny') }), {
    app: READY,
    chrome: ASKS,
    firefox: blocked('windows.app-access-off'),
  }),
  'healthy-package-prompts': withBrowsers(
    (each) => ({ [`${CU}\\${CONSENT}\\${each}\\${FAMILY}`]: setting('Prompt') }),
    { app: READY, chrome: ASKS, firefox: ASKS },
  ),
  'desktop-apps-off-for-browsers': withBrowsers(desktop('Deny'), {
    app: blocked('windows.desktop-apps-off'),
    chrome: blocked('windows.desktop-apps-off'),
    firefox: ASKS,
  }),
  'healthy-powershell-hangs': { keys: {}, pnp: null, camera: UNKNOWN },
  'healthy-powershell-says-nothing': { keys: {}, pnp: '', camera: UNKNOWN },
  'healthy-no-non-packaged': both((each) => ({ [`${CU}\\${CONSENT}\\${each}\\NonPackaged`]: null }), READY),
  'healthy-policy-in-user-control': appPolicy(APP_PRIVACY, 0),
  'healthy-ghost-input': { keys: { [`${INPUT.slice(0, -2)}2}`]: [number('DeviceState', 4)] } },
  'healthy-tweak-tool-leftovers': {
    keys: { [APP_PRIVACY]: [number('LetAppsAccessCamera', 0), number('LetAppsAccessCamera_ForceDenyTheseApps', 0)] },
  },
};

const SYSTEMS = { windows10: [19_045, 6_456], windows11: [22_631, 5_335] } as const;

const ALL_CHANGES = { ...CHANGES, ...DEVICE_CHANGES, ...ACCOUNT_CHANGES, ...BROWSER_CHANGES };

for (const [system, build] of Object.entries(SYSTEMS)) {
  for (const [name, change] of Object.entries(ALL_CHANGES)) await write(`${system}-${name}`, build, change);
}

const noConsent = Object.fromEntries(
  ['webcam', 'microphone'].flatMap((each) =>
    [`${LM}\\${CONSENT}\\${each}`, `${CU}\\${CONSENT}\\${each}`, `${CU}\\${CONSENT}\\${each}\\NonPackaged`].map(
      (key) => [key, null] as const,
    ),
  ),
);
await write('windows10-healthy-ltsc-2016', [14_393, 7_428], {
  keys: noConsent,
  camera: ASKS,
  microphone: ASKS,
});
await write(
  'windows11-25h2-desktop-apps-off',
  [26_200, 7_623],
  both(desktop('Deny'), blocked('windows.desktop-apps-off')),
);
await write('windows11-healthy-25h2-stale-keys', [26_200, 7_623], both(desktop('Deny'), ASKS, 'granted'));

await write('windows11-healthy-24h2-stale-keys', [26_100, 7_623], both(desktop('Deny'), ASKS, 'granted'));
await write(
  'windows11-24h2-desktop-apps-off',
  [26_100, 4_061],
  both(desktop('Deny'), blocked('windows.desktop-apps-off')),
);
await write(
  'windows11-insider-desktop-apps-off',
  [26_120, 3_000],
  both(desktop('Deny'), blocked('windows.desktop-apps-off')),
);

/** Where the switches were before version 1803; they reach packaged apps only, and later builds heed them no more. */
const olderSwitch = (value: string): Keys =>
  Object.fromEntries(
    ['{E5323777-F976-4F5B-9B55-B94699C46E44}', '{2EEF81BE-33FA-4800-9670-1CD474972C3F}'].map((key) => [
      `${CU}\\Software\\Microsoft\\Windows\\CurrentVersion\\DeviceAccess\\Global\\${key}`,
      setting(value),
    ]),
  );
await write(
  'windows10-1607-apps-off',
  [14_393, 7_428],
  withBrowsers(() => ({ ...noConsent, ...olderSwitch('Deny') }), {
    app: ASKS,
    chrome: ASKS,
    firefox: blocked('windows.apps-access-off'),
  }),
);
await write(
  'windows10-healthy-1607-apps-on',
  [14_393, 7_428],
  withBrowsers(() => ({ ...noConsent, ...olderSwitch('Allow') }), { app: ASKS, chrome: ASKS, firefox: ASKS }),
);
for (const [system, build] of Object.entries(SYSTEMS)) {
  await write(
    `${system}-healthy-leftovers-of-older-switches`,
    build,
    withBrowsers(() => olderSwitch('Deny'), { app: READY, chrome: ASKS, firefox: ASKS }),
  );
}
await write(
  'windows11-25h2-package-off',
  [26_200, 7_623],
  withBrowsers((each) => ({ [`${CU}\\${CONSENT}\\${each}\\${FAMILY}`]: setting('Deny') }), {
    app: READY,
    chrome: ASKS,
    firefox: blocked('windows.app-access-off'),
  }),
);
