import { apps, desktop, device, withBrowsers } from './changes.ts';
import {
  APP_PRIVACY,
  ASKS,
  blocked,
  type Change,
  FAMILY,
  LM,
  list,
  number,
  READY,
  SERVICES,
  UNKNOWN,
  type Verdict,
} from './computer.ts';

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

/** What reaches packaged and unpackaged browsers alike, and what only one of them. */
export const BROWSER_CHANGES: Readonly<Record<string, Change>> = {
  'camera-not-connected-for-browsers': toCamera({ keys: {}, present: { camera: null } }, 'device.none'),
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
  'parent-denies-alone-for-browsers': withBrowsers(apps('Deny'), {
    app: ASKS,
    chrome: ASKS,
    firefox: blocked('windows.apps-access-off'),
  }),
  'camera-connection-untold-for-browsers': {
    keys: {},
    present: null,
    camera: UNKNOWN,
    microphone: READY,
    chrome: [UNKNOWN, ASKS],
    firefox: [UNKNOWN, ASKS],
  },
};
