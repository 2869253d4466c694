import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes the recorded Windows machines that differ in a few values of the registry. Each is an ordinary computer with
 * these changes, and this app’s verdicts for camera and microphone.
 */
const MACHINES = join(import.meta.dirname, '..', 'tests', 'machines');

const LM = 'HKEY_LOCAL_MACHINE';
const CU = 'HKEY_CURRENT_USER';
const CONSENT = 'Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore';
const VERSION = `${LM}\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion`;
const APP_PRIVACY = `${LM}\\SOFTWARE\\Policies\\Microsoft\\Windows\\AppPrivacy`;
const MDM = `${LM}\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device`;
const SERVICES = `${LM}\\SYSTEM\\CurrentControlSet\\Services`;
const INPUT = `${LM}\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\MMDevices\\Audio\\Capture\\{0a1b2c3d-0000-4000-8000-000000000001}`;
const DEVICE = 'USB\\VID_046D&PID_0825&MI_00\\6&1A2B3C4D&0&0000';
const CAMERA = `${LM}\\SYSTEM\\CurrentControlSet\\Enum\\${DEVICE}`;
const INTERFACE = `${LM}\\SYSTEM\\CurrentControlSet\\Control\\DeviceClasses\\{e5323777-f976-4f5b-9b55-b94699c46e44}\\##?#USB#VID_046D&PID_0825&MI_00#6&1A2B3C4D&0&0000#{e5323777-f976-4f5b-9b55-b94699c46e44}`;

/** Lines of a .reg file, by key; null takes the key away. */
type Keys = Readonly<Record<string, readonly string[] | null>>;

const text = (name: string, data: string): string => `"${name}"="${data.replaceAll('\\', '\\\\')}"`;
const number = (name: string, data: number): string => `"${name}"=dword:${data.toString(16).padStart(8, '0')}`;
const setting = (data: string): readonly string[] => [text('Value', data)];

function ordinary(build: number, revision: number): Keys {
  const consent = ['webcam', 'microphone'].flatMap((capability) => [
    [`${LM}\\${CONSENT}\\${capability}`, setting('Allow')] as const,
    [`${CU}\\${CONSENT}\\${capability}`, setting('Allow')] as const,
    [`${CU}\\${CONSENT}\\${capability}\\NonPackaged`, setting('Allow')] as const,
  ]);
  return {
    [VERSION]: [text('CurrentBuild', `${build}`), number('UBR', revision), text('ProductName', 'Windows 10 Pro')],
    ...Object.fromEntries(consent),
    [`${SERVICES}\\camsvc`]: [number('Start', 3)],
    [`${SERVICES}\\FrameServer`]: [number('Start', 3)],
    [`${SERVICES}\\Audiosrv`]: [number('Start', 2)],
    [`${SERVICES}\\AudioEndpointBuilder`]: [number('Start', 2)],
    [INPUT]: [number('DeviceState', 1)],
    [INTERFACE]: [text('DeviceInstance', DEVICE)],
    [CAMERA]: [text('FriendlyName', 'HD Webcam C270'), number('ConfigFlags', 0)],
  };
}

type Verdict = readonly [state: string, rootCause: string | null];

interface Change {
  readonly keys: Keys;
  readonly camera?: Verdict;
  readonly microphone?: Verdict;
  readonly native?: Readonly<Record<string, string>>;
}

const READY: Verdict = ['ready', null];
const blocked = (cause: string): Verdict => ['blocked', cause];

/** The same change to both media. */
function both(of: (capability: string) => Keys, verdict: Verdict, native?: string): Change {
  const told = native === undefined ? {} : { native: { camera: native, microphone: native } };
  return {
    keys: { ...of('webcam'), ...of('microphone') },
    camera: verdict,
    microphone: verdict,
    ...told,
  };
}

const device =
  (value: string) =>
  (capability: string): Keys => ({ [`${LM}\\${CONSENT}\\${capability}`]: setting(value) });
const apps =
  (value: string) =>
  (capability: string): Keys => ({ [`${CU}\\${CONSENT}\\${capability}`]: setting(value) });
const desktop =
  (value: string) =>
  (capability: string): Keys => ({
    [`${CU}\\${CONSENT}\\${capability}\\NonPackaged`]: setting(value),
  });
const camera = (keys: Keys, cause: string): Change => ({ keys, camera: blocked(cause) });
const microphone = (keys: Keys, cause: string): Change => ({ keys, microphone: blocked(cause) });
const appPolicy = (key: string, value: number): Change => ({
  keys: { [key]: [number('LetAppsAccessCamera', value), number('LetAppsAccessMicrophone', value)] },
  ...(value === 2
    ? { camera: blocked('windows.policy-denies-apps'), microphone: blocked('windows.policy-denies-apps') }
    : {}),
});

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
  'camera-disabled': camera({ [CAMERA]: [number('ConfigFlags', 1)] }, 'device.disabled'),
  'microphone-disabled': microphone({ [INPUT]: [number('DeviceState', 2)] }, 'device.disabled'),
  'microphone-unplugged': microphone({ [INPUT]: [number('DeviceState', 8)] }, 'device.unplugged'),
  'microphone-gone': microphone({ [INPUT]: [number('DeviceState', 4)] }, 'device.none'),
  'consent-of-wrong-type': both(
    (each) => ({ [`${CU}\\${CONSENT}\\${each}`]: [number('Value', 0)] }),
    ['unknown', null],
  ),
  'healthy-plain': { keys: {} },
  'healthy-no-non-packaged': both((each) => ({ [`${CU}\\${CONSENT}\\${each}\\NonPackaged`]: null }), READY),
  'healthy-policy-in-user-control': appPolicy(APP_PRIVACY, 0),
  'healthy-ghost-input': { keys: { [`${INPUT.slice(0, -2)}2}`]: [number('DeviceState', 4)] } },
  'healthy-tweak-tool-leftovers': {
    keys: { [APP_PRIVACY]: [number('LetAppsAccessCamera', 0), number('LetAppsAccessCamera_ForceDenyTheseApps', 0)] },
  },
};

const SYSTEMS = { windows10: [19_045, 6_456], windows11: [22_631, 5_335] } as const;

async function write(name: string, [build, revision]: readonly [number, number], change: Change): Promise<void> {
  const folder = join(MACHINES, name);
  await mkdir(folder, { recursive: true });
  const keys = Object.entries({ ...ordinary(build, revision), ...change.keys });
  const blocks = keys.flatMap(([key, lines]) => (lines === null ? [] : [[`[${key}]`, ...lines, ''].join('\r\n')]));
  await writeFile(
    join(folder, 'registry.reg'),
    ['Windows Registry Editor Version 5.00', '', ...blocks, ''].join('\r\n'),
  );
  const machine = {
    platform: 'win32',
    release: `10.0.${build}`,
    arch: 'x64',
    home: 'C:\\Users\\user',
    env: { SESSIONNAME: 'Console', LOCALAPPDATA: 'C:\\Users\\user\\AppData\\Local' },
    locale: 'en-GB',
    user: { name: 'user', uid: 0, groups: [] },
    ...(change.native === undefined ? {} : { native: { mediaAccess: change.native } }),
    processes: [],
  };
  await writeFile(join(folder, 'machine.json'), `${JSON.stringify(machine, null, 2)}\n`);
  const expected = (['camera', 'microphone'] as const).map((medium) => {
    const [state, rootCause] = change[medium] ?? READY;
    return { subject: 'this-app', medium, state, rootCause };
  });
  await writeFile(join(folder, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
}

for (const [system, build] of Object.entries(SYSTEMS)) {
  for (const [name, change] of Object.entries(CHANGES)) await write(`${system}-${name}`, build, change);
}

const noConsent = Object.fromEntries(
  ['webcam', 'microphone'].flatMap((each) =>
    [`${LM}\\${CONSENT}\\${each}`, `${CU}\\${CONSENT}\\${each}`, `${CU}\\${CONSENT}\\${each}\\NonPackaged`].map(
      (key) => [key, null] as const,
    ),
  ),
);
const WILL_ASK: Verdict = ['will-ask', null];
await write('windows10-healthy-ltsc-2016', [14_393, 7_428], {
  keys: noConsent,
  camera: WILL_ASK,
  microphone: WILL_ASK,
});
await write(
  'windows11-25h2-desktop-apps-off',
  [26_200, 7_623],
  both(desktop('Deny'), blocked('windows.desktop-apps-off')),
);
await write('windows11-healthy-25h2-stale-keys', [26_200, 7_623], both(desktop('Deny'), WILL_ASK, 'granted'));
