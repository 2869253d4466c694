import type { Consent, MediumPolicy, WindowsVersion } from '../../../../../core/facts/windows.ts';
import { absent, unreadable, value } from '../../../../../core/reading.ts';
import { FIREFOX } from '../../facts.ts';
import type { Row } from '../row.ts';

const ALLOWED: Consent = {
  device: value('allow'),
  apps: value('allow'),
  desktopApps: value('allow'),
  packages: [],
  programs: value([]),
};
const FAMILY = 'Mozilla.Firefox_n80bbvh6b1yt2';
const STORE = value([{ ...FIREFOX, packaging: 'store' as const }]);
const NO_POLICY = { all: absent, userInControl: absent, forceAllow: absent, forceDeny: absent };
const FREE: MediumPolicy = { group: NO_POLICY, mdm: NO_POLICY };
const WINDOWS_10: WindowsVersion = {
  generation: '10',
  build: 19_045,
  revision: value(6_456),
  displayVersion: value('22H2'),
};
const windowsVersion = value(WINDOWS_10);
const MOVED = value({ ...WINDOWS_10, generation: '11' as const, build: 26_200, revision: value(7_623) });

function consent(change: Partial<Consent>) {
  return { windowsVersion, windowsConsent: value({ camera: { ...ALLOWED, ...change }, microphone: ALLOWED }) };
}

function policy(change: Partial<MediumPolicy>, allowCamera: { mdm?: boolean; group?: boolean } = {}) {
  const { mdm, group } = allowCamera;
  return {
    windowsPolicies: value({
      camera: { ...FREE, ...change },
      microphone: FREE,
      allowCamera: {
        mdm: mdm === undefined ? absent : value(mdm),
        group: group === undefined ? absent : value(group),
      },
    }),
  };
}

const answer = (status: 'granted' | 'denied' | 'restricted') => ({
  windowsMediaAccess: value({ camera: value(status), microphone: value(status) }),
});
const ALLOW = { ...NO_POLICY, all: value('allow' as const) };
const DENY = { ...NO_POLICY, all: value('deny' as const) };
const denyBut = (list: 'forceAllow' | 'userInControl' | 'forceDeny') => ({
  ...DENY,
  [list]: value({ families: [FAMILY], others: 1 }),
});
const ENABLED = {
  camsvc: value('enabled' as const),
  FrameServer: value('enabled' as const),
  Audiosrv: value('enabled' as const),
  AudioEndpointBuilder: absent,
};
const input = (state: 'active' | 'disabled' | 'not-present' | 'unplugged') => ({ name: absent, state: value(state) });

type Short = readonly [
  rule: string,
  when: string,
  readings: Row['readings'],
  says: readonly string[],
  more?: Partial<Row>,
];

const PACKAGED = { subject: 'firefox' } as const;
const OWN = { subject: 'this-app' } as const;
const SOUND = { medium: 'microphone' } as const;

const SHORT: readonly Short[] = [
  ['windows.consent', 'everything is allowed', consent({}), []],
  ['windows.consent', 'every key is missing', consent({ device: absent, apps: absent, desktopApps: absent }), []],
  [
    'windows.consent',
    'the device switch is off',
    consent({ device: value('deny') }),
    ['windows.device-access-off certain'],
  ],
  [
    'windows.consent',
    'the apps switch is off and the other missing',
    consent({ apps: value('deny'), desktopApps: absent }),
    ['windows.apps-access-off certain'],
  ],
  [
    'windows.consent',
    'desktop apps are off',
    consent({ desktopApps: value('deny') }),
    ['windows.desktop-apps-off certain'],
  ],
  ['windows.consent', 'the two contradict', consent({ apps: value('deny') }), ['windows.consent-conflict possible']],
  [
    'windows.consent',
    'the two contradict and Windows says no',
    { ...consent({ apps: value('deny') }), ...answer('denied') },
    ['windows.apps-access-off likely'],
  ],
  [
    'windows.consent',
    'a key denies and Windows says yes',
    { ...consent({ desktopApps: value('deny') }), ...answer('granted') },
    ['windows.consent-conflict possible'],
  ],
  [
    'windows.consent',
    'no key denies and Windows says no',
    { ...consent({}), ...answer('restricted') },
    ['windows.denied-without-key likely'],
  ],
  [
    'windows.consent',
    'the keys are only a copy',
    { ...consent({ desktopApps: value('deny') }), windowsVersion: MOVED },
    ['windows.desktop-apps-off likely'],
  ],
  ['windows.consent', 'one key is unreadable', consent({ apps: unreadable('not text') }), ['undetermined']],
  [
    'windows.consent',
    'a program has a refusal of its own, and it is another',
    consent({ programs: value([{ program: '/usr/lib/other/chromium', setting: value('deny') }]) }),
    [],
  ],
  [
    'windows.consent',
    'the program has a refusal of its own',
    consent({ programs: value([{ program: '/USR/bin/chromium', setting: value('deny') }]) }),
    ['windows.exe-access-off likely'],
  ],
  [
    'windows.consent',
    'which programs have a refusal of their own cannot be read',
    consent({ programs: unreadable('the browsers: EACCES') }),
    ['undetermined'],
  ],
  [
    'windows.consent',
    'a policy allows what a switch denies, for a desktop program',
    { ...consent({ desktopApps: value('deny') }), ...policy({ group: ALLOW }) },
    ['undetermined'],
  ],
  [
    'windows.consent',
    'a policy allows what a switch denies, and Windows says no',
    { ...consent({ desktopApps: value('deny') }), ...policy({ group: ALLOW }), ...answer('denied') },
    ['windows.desktop-apps-off certain'],
  ],
  [
    'windows.consent',
    'a policy allows it, and the switch of the computer denies it',
    { ...consent({ device: value('deny') }), ...policy({ group: ALLOW }) },
    ['windows.device-access-off certain'],
  ],
  [
    'windows.consent',
    'a policy allows it to a package over the person’s switches',
    { ...consent({ apps: value('deny') }), ...policy({ mdm: ALLOW }), browsers: STORE },
    [],
    PACKAGED,
  ],
  [
    'windows.consent',
    'a policy allows it to all, and leaves this package to the person',
    {
      ...consent({ apps: value('deny') }),
      ...policy({ mdm: { ...denyBut('userInControl'), all: value('allow') } }),
      browsers: STORE,
    },
    ['windows.apps-access-off certain'],
    PACKAGED,
  ],
  ['windows.consent', 'this app is allowed', consent({}), [], OWN],
  [
    'windows.consent',
    'desktop apps are off, for a package',
    { ...consent({ desktopApps: value('deny') }), browsers: STORE },
    [],
    PACKAGED,
  ],
  [
    'windows.consent',
    'the package itself is off',
    { ...consent({ packages: [{ family: FAMILY, setting: value('deny') }] }), browsers: STORE },
    ['windows.app-access-off certain'],
    PACKAGED,
  ],
  [
    'windows.consent',
    'the package will ask',
    { ...consent({ packages: [{ family: FAMILY, setting: value('prompt') }] }), browsers: STORE },
    [],
    PACKAGED,
  ],
  [
    'windows.consent',
    'apps are off, for a package',
    { ...consent({ apps: value('deny') }), ...answer('granted'), browsers: STORE },
    ['windows.apps-access-off certain'],
    PACKAGED,
  ],
  ['windows.app-policy', 'there is none', policy({}), []],
  ['windows.app-policy', 'it denies', policy({ group: DENY }), ['windows.policy-denies-apps likely']],
  [
    'windows.app-policy',
    'it denies and Windows says yes',
    { ...policy({ mdm: DENY }), ...answer('granted') },
    ['windows.policy-denies-apps possible'],
  ],
  [
    'windows.app-policy',
    'management allows what Group Policy denies',
    policy({ group: DENY, mdm: { ...NO_POLICY, all: value('allow') } }),
    [],
  ],
  ['windows.app-policy', 'it is no number', policy({ group: { ...DENY, all: unreadable('x') } }), ['undetermined']],
  [
    'windows.app-policy',
    'it denies, for a package',
    { ...policy({ group: DENY }), browsers: STORE },
    ['windows.policy-denies-apps certain'],
    PACKAGED,
  ],
  [
    'windows.app-policy',
    'it allows the package',
    { ...policy({ group: denyBut('forceAllow') }), browsers: STORE },
    [],
    PACKAGED,
  ],
  [
    'windows.app-policy',
    'it lets the person decide for the package',
    { ...policy({ group: denyBut('userInControl') }), browsers: STORE },
    [],
    PACKAGED,
  ],
  [
    'windows.app-policy',
    'it denies the package',
    { ...policy({ group: denyBut('forceDeny') }), browsers: STORE },
    ['windows.policy-denies-this-app certain'],
    PACKAGED,
  ],
  [
    'windows.camera-policy',
    'cameras are off',
    policy({}, { group: false }),
    ['windows.policy-disables-camera certain'],
  ],
  [
    'windows.camera-policy',
    'management turns them off',
    policy({}, { mdm: false }),
    ['windows.policy-disables-camera certain'],
  ],
  ['windows.camera-policy', 'cameras are on', policy({}, { group: true }), []],
  ['windows.services', 'all are enabled or not there', { windowsServices: value(ENABLED) }, []],
  [
    'windows.services',
    'the frame server is disabled',
    { windowsServices: value({ ...ENABLED, FrameServer: value('disabled') }) },
    ['windows.camera-service-disabled certain'],
  ],
  [
    'windows.services',
    'sound is disabled',
    { windowsServices: value({ ...ENABLED, Audiosrv: value('disabled') }) },
    ['windows.audio-service-disabled certain'],
    SOUND,
  ],
  [
    'device.windows-audio-inputs',
    'one is active',
    { windowsAudioInputs: value([input('unplugged'), input('active')]) },
    [],
    SOUND,
  ],
  [
    'device.windows-audio-inputs',
    'none is plugged in',
    { windowsAudioInputs: value([input('unplugged')]) },
    ['device.unplugged certain'],
    SOUND,
  ],
  [
    'device.windows-audio-inputs',
    'one is disabled',
    { windowsAudioInputs: value([input('disabled')]) },
    ['device.disabled likely'],
    SOUND,
  ],
  [
    'device.windows-audio-inputs',
    'only ghosts are left',
    { windowsAudioInputs: value([input('not-present')]) },
    ['device.none likely'],
    SOUND,
  ],
  [
    'device.windows-audio-inputs',
    'a state is unreadable',
    { windowsAudioInputs: value([{ name: absent, state: unreadable('x') }]) },
    ['undetermined'],
    SOUND,
  ],
  [
    'device.windows-cameras',
    'every one is disabled, and a ghost may be enabled',
    {
      windowsCameras: value([
        { name: absent, disabled: value(true) },
        { name: absent, disabled: value(false) },
      ]),
    },
    [],
  ],
  [
    'device.windows-cameras',
    'every one is disabled',
    { windowsCameras: value([{ name: absent, disabled: value(true) }]) },
    ['device.disabled likely'],
  ],
  [
    'device.windows-cameras',
    'none was ever connected',
    { windowsCameras: value([]) },
    ['device.none possible', 'undetermined'],
  ],
  [
    'device.windows-cameras',
    'none of its class is known',
    { windowsCameras: absent },
    ['device.none possible', 'undetermined'],
  ],
  ['device.windows-cameras', 'they cannot be read', { windowsCameras: unreadable('EACCES') }, ['undetermined']],
  ['device.windows-pnp', 'none is connected', { windowsPnpDevices: value([]) }, ['device.none certain']],
  [
    'device.windows-pnp',
    'it is disabled',
    { windowsPnpDevices: value([{ name: 'C', kind: 'camera', problem: 22 }]) },
    ['device.disabled certain'],
  ],
  [
    'device.windows-pnp',
    'its driver fails',
    { windowsPnpDevices: value([{ name: 'C', kind: 'camera', problem: 10 }]) },
    ['device.driver-problem certain'],
  ],
  [
    'device.windows-pnp',
    'what fails may be a scanner',
    { windowsPnpDevices: value([{ name: 'S', kind: 'image', problem: 10 }]) },
    ['device.driver-problem possible'],
  ],
  [
    'device.windows-in-use',
    'another program runs',
    {
      windowsUsage: value({
        camera: [{ program: 'zoom.exe', using: value(true), running: value(true) }],
        microphone: [],
      }),
    },
    ['device.in-use possible'],
  ],
  [
    'device.windows-in-use',
    'when another program used it cannot be read',
    {
      windowsUsage: value({
        camera: [{ program: 'a.exe', using: unreadable('no time'), running: value(true) }],
        microphone: [],
      }),
    },
    ['undetermined'],
  ],
  [
    'device.windows-in-use',
    'the program has ended',
    {
      windowsUsage: value({
        camera: [{ program: 'zoom.exe', using: value(true), running: value(false) }],
        microphone: [],
      }),
    },
    [],
  ],
];

export const WINDOWS_ROWS: readonly Row[] = SHORT.map(([rule, when, readings, says, more]) => ({
  rule,
  when,
  readings,
  says,
  platform: 'win32',
  ...more,
}));
