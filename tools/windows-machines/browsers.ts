import { apps, desktop, device, withBrowsers } from './changes.ts';
import {
  APP_PRIVACY,
  ASKS,
  blocked,
  type Change,
  FAMILY,
  INPUT,
  LM,
  list,
  MDM,
  number,
  READY,
  SERVICES,
  text,
  UNKNOWN,
  type Verdict,
} from './computer.ts';

const ALLOW_ALL = [number('LetAppsAccessCamera', 1), number('LetAppsAccessMicrophone', 1)];

const everyone = (cause: string): { app: Verdict; chrome: Verdict; firefox: Verdict } => {
  const verdict = blocked(cause);
  return { app: verdict, chrome: verdict, firefox: verdict };
};

/** The same to the camera of everyone, and nothing to the microphone. */
const toCamera = (change: Pick<Change, 'keys' | 'present'>, cause: string): Change => ({
  ...change,
  camera: blocked(cause),
  chrome: [blocked(cause), ASKS],
  firefox: [blocked(cause), ASKS],
});

const toMicrophone = (keys: Change['keys'], cause: string): Change => ({
  keys,
  microphone: blocked(cause),
  chrome: [ASKS, blocked(cause)],
  firefox: [ASKS, blocked(cause)],
});

const toBoth = (change: Pick<Change, 'keys' | 'present'>, cause: string): Change => ({
  ...change,
  camera: blocked(cause),
  microphone: blocked(cause),
  chrome: [blocked(cause), blocked(cause)],
  firefox: [blocked(cause), blocked(cause)],
});

const told = (answer: string) => ({ native: { camera: answer, microphone: answer } });

/** What reaches packaged and unpackaged browsers alike, and what only one of them. */
export const BROWSER_CHANGES: Readonly<Record<string, Change>> = {
  'camera-not-connected-for-browsers': toCamera({ keys: {}, present: { camera: null } }, 'device.none'),
  'camera-disabled-beside-faulty-scanner-for-browsers': toCamera(
    { keys: {}, present: { camera: 22, image: 28 } },
    'device.disabled',
  ),
  'camera-faulty-beside-faulty-scanner-for-browsers': toCamera(
    { keys: {}, present: { camera: 43, image: 28 } },
    'device.driver-problem',
  ),
  'devices-gone-for-browsers': toBoth(
    { keys: { [INPUT]: [number('DeviceState', 4)] }, present: { camera: null } },
    'device.none',
  ),
  'devices-disabled-for-browsers': toBoth(
    { keys: { [INPUT]: [number('DeviceState', 2)] }, present: { camera: 22 } },
    'device.disabled',
  ),
  'devices-faulty-for-browsers': toBoth(
    { keys: { [INPUT]: [number('DeviceState', 4)] }, present: { camera: 10, soundCard: 10 } },
    'device.driver-problem',
  ),
  'microphone-unplugged-for-browsers': toMicrophone({ [INPUT]: [number('DeviceState', 8)] }, 'device.unplugged'),
  'audio-disabled-for-browsers': toMicrophone(
    { [`${SERVICES}\\Audiosrv`]: [number('Start', 4)] },
    'windows.audio-service-disabled',
  ),
  'camsvc-disabled-for-browsers': {
    keys: { [`${SERVICES}\\camsvc`]: [number('Start', 4)] },
    camera: blocked('windows.camera-service-disabled'),
    microphone: blocked('windows.audio-service-disabled'),
    chrome: [blocked('windows.camera-service-disabled'), blocked('windows.audio-service-disabled')],
    firefox: [blocked('windows.camera-service-disabled'), blocked('windows.audio-service-disabled')],
  },
  'mdm-denies-apps-for-browsers': withBrowsers(
    () => ({ [`${MDM}\\Privacy`]: [number('LetAppsAccessCamera', 2), number('LetAppsAccessMicrophone', 2)] }),
    everyone('windows.policy-denies-apps'),
  ),
  'allow-camera-off-for-browsers': toCamera(
    { keys: { [`${LM}\\SOFTWARE\\Policies\\Microsoft\\Camera`]: [number('AllowCamera', 0)] } },
    'windows.policy-disables-camera',
  ),
  'frame-server-disabled-for-browsers': toCamera(
    { keys: { [`${SERVICES}\\FrameServer`]: [number('Start', 4)] } },
    'windows.camera-service-disabled',
  ),
  'policy-denies-apps-for-browsers': withBrowsers(
    () => ({ [APP_PRIVACY]: [number('LetAppsAccessCamera', 2), number('LetAppsAccessMicrophone', 2)] }),
    everyone('windows.policy-denies-apps'),
  ),
  'policy-leaves-a-package-to-the-person': withBrowsers(
    () => ({
      [APP_PRIVACY]: [
        ...[number('LetAppsAccessCamera', 2), number('LetAppsAccessMicrophone', 2)],
        list('LetAppsAccessCamera_UserInControlOfTheseApps', [FAMILY]),
        list('LetAppsAccessMicrophone_UserInControlOfTheseApps', [FAMILY]),
      ],
    }),
    {
      app: blocked('windows.policy-denies-apps'),
      chrome: blocked('windows.policy-denies-apps'),
      firefox: ASKS,
    },
  ),
  'device-access-off-for-browsers': withBrowsers(device('Deny'), everyone('windows.device-access-off')),
  'apps-access-off-for-browsers': withBrowsers(
    (each) => ({ ...apps('Deny')(each), ...desktop('Deny')(each) }),
    everyone('windows.apps-access-off'),
  ),
  'desktop-apps-off-page-hidden': withBrowsers(
    (each) => ({
      ...desktop('Deny')(each),
      [`${LM}\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\Explorer`]: [
        text('SettingsPageVisibility', 'hide:privacy-webcam;display'),
      ],
    }),
    { app: blocked('windows.desktop-apps-off'), chrome: blocked('windows.desktop-apps-off'), firefox: ASKS },
  ),
  'parent-denies-alone-for-browsers': withBrowsers(apps('Deny'), {
    app: ASKS,
    chrome: ASKS,
    firefox: blocked('windows.apps-access-off'),
  }),
  'parent-denies-and-windows-too-for-browsers': {
    ...withBrowsers(apps('Deny'), everyone('windows.apps-access-off')),
    ...told('denied'),
  },
  'parent-denies-and-windows-grants': {
    ...withBrowsers(apps('Deny'), { app: ASKS, chrome: ASKS, firefox: blocked('windows.apps-access-off') }),
    ...told('granted'),
  },
  'denied-without-key-for-browsers': {
    ...withBrowsers(() => ({}), {
      app: blocked('windows.denied-without-key'),
      chrome: blocked('windows.denied-without-key'),
      firefox: ASKS,
    }),
    ...told('denied'),
  },
  'policy-allows-and-windows-grants': {
    ...withBrowsers((each) => ({ ...apps('Deny')(each), ...desktop('Deny')(each), [APP_PRIVACY]: ALLOW_ALL }), {
      app: ASKS,
      chrome: ASKS,
      firefox: ASKS,
    }),
    ...told('granted'),
  },
  'healthy-with-browsers': {
    ...withBrowsers(() => ({}), { app: READY, chrome: ASKS, firefox: ASKS }),
    ...told('granted'),
  },
  'camera-connection-untold-for-browsers': {
    keys: {},
    present: null,
    camera: UNKNOWN,
    microphone: READY,
    chrome: [UNKNOWN, ASKS],
    firefox: [UNKNOWN, ASKS],
  },
};
