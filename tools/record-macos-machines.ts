import { build, buildBinary } from 'plist';
import type { Capture } from '../core/facts/capture.ts';
import { type DesktopMachine, preferences, SITE, UNKNOWN, type Verdict, writeMachine } from './desktop-machine.ts';
import { CHROME, chromiumProfile, FIREFOX, firefoxProfile, handlers, SAFARI } from './macos-applications.ts';
import {
  CAMERAS,
  commandsOf,
  databases,
  INPUTS,
  isDefault,
  lid,
  NO_FULL_DISK_ACCESS,
  pictures,
  RELEASES,
  type Release,
  type Says,
  SPEAKERS,
  SYSTEM_DATABASE,
  sound,
  systemVersion,
  USER_DATABASE,
} from './macos-computer.ts';
import { safariDatabase } from './safari-database.ts';
import { type AccessRow, tccDatabase } from './tcc-database.ts';

/**
 * Writes the recorded machines with macOS whose system itself is looked into, release by release. Nobody copied them from
 * one: they are made up from what is documented. Each is an ordinary laptop with the change.
 */
interface Change {
  /** What macOS answers the app: to node-mac-permissions, to Electron, and to a new process. */
  readonly asked?: Pair;
  readonly electron?: Pair;
  readonly fresh?: Pair | null;
  readonly arch?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly product?: string;
  readonly says?: Says;
  readonly files?: DesktopMachine['files'];
  readonly notes?: DesktopMachine['notes'];
  readonly captures?: readonly object[];
  /** Verdicts of this app. */
  readonly app?: readonly [camera: Verdict, microphone: Verdict];
  readonly expected?: DesktopMachine['expected'];
}

type Pair = readonly [camera: string, microphone: string];

const READY: Verdict = ['ready', null];
const ASKS: Verdict = ['will-ask', null];
const blocked = (cause: string, also?: readonly string[]): Verdict =>
  also === undefined ? ['blocked', cause] : ['blocked', cause, also];
const open = (...also: readonly string[]): Verdict => ['unknown', null, also];

const OWN = 'dev.capture-doctor.app';
const CHROME_ID = 'com.google.Chrome';
const FIREFOX_ID = 'org.mozilla.firefox';
const MICROPHONE = 'kTCCServiceMicrophone';
const OVERRIDES = 'Library/Application Support/com.apple.TCC/MDMOverrides.plist';
const RESTRICTIONS = 'Library/Managed Preferences/com.apple.applicationaccess.plist';
const DAL = 'Library/CoreMediaIO/Plug-Ins/DAL/AcmeCamera.plugin/Contents/Info.plist';
const MANAGED = 'Enrolled via DEP: Yes\nMDM enrollment: Yes (User Approved)\n';

const AUTHORIZED: Pair = ['authorized', 'authorized'];
const pair = ([camera, microphone]: Pair) => ({ camera, microphone });

/** The same in Electron’s spelling. */
const inElectron: Readonly<Record<string, string>> = { authorized: 'granted', 'not determined': 'not-determined' };

function machineOf(release: Release, change: Change): DesktopMachine {
  const { darwin, product, build: number } = RELEASES[release];
  const { asked = AUTHORIZED, fresh = asked, arch = Number.parseInt(darwin, 10) < 21 ? 'x64' : 'arm64' } = change;
  const electron = change.electron ?? [inElectron[asked[0]] ?? asked[0], inElectron[asked[1]] ?? asked[1]];
  return {
    machine: {
      platform: 'darwin',
      release: darwin,
      arch,
      home: '/Users/user',
      env: change.env ?? { __CFBundleIdentifier: OWN },
      locale: 'en-GB',
      hostName: 'MacBook-Pro',
      user: { name: 'user', uid: 501, groups: [20] },
      native: {
        mediaAccess: pair(electron),
        macPermissions: pair(asked),
        ...(fresh === null ? {} : { freshMacPermissions: pair(fresh) }),
      },
      processes: [],
    },
    files: { ...systemVersion(change.product ?? product, number), ...change.files },
    ...(change.notes === undefined ? {} : { notes: change.notes }),
    commands: commandsOf(change.says ?? {}),
    ...(change.captures === undefined ? {} : { captures: change.captures }),
    expected: { 'this-app': change.app ?? [READY, READY], ...change.expected },
  };
}

const allowed = (client: string): readonly AccessRow[] => [
  { client, decided: 2, reason: 2 },
  { client, decided: 2, reason: 2, service: MICROPHONE },
];

/** Google Chrome, which allows the site its camera and has not been asked for the microphone. */
const chrome = (rules: Readonly<Record<string, number>> = { [SITE]: 1 }) => ({
  ...CHROME,
  ...handlers('com.google.chrome'),
  ...chromiumProfile('Google/Chrome', preferences(rules)),
});
const firefox = { ...FIREFOX, ...handlers('org.mozilla.firefox'), ...firefoxProfile([]) };
const safari = {
  ...SAFARI,
  'Users/user/Library/Safari/PerSitePreferences.db': safariDatabase([]),
};

/** With Chrome, and these rows about it among those of another program. */
function chromeWith(
  release: Release,
  user: readonly AccessRow[],
  verdicts: readonly [Verdict, Verdict],
  system: readonly AccessRow[] = [],
): Pick<Change, 'files' | 'expected'> {
  const others = [
    { client: 'us.zoom.xos', decided: 0 },
    { client: 'com.apple.Terminal', decided: 2, service: 'kTCCServiceScreenCapture' as const },
  ];
  return {
    files: { ...chrome(), ...databases(release, [...others, ...user], system) },
    expected: { chrome: verdicts },
  };
}

const healthyChrome = (release: Release): Change =>
  chromeWith(release, allowed(CHROME_ID), release === '27' ? [UNKNOWN, UNKNOWN] : [READY, ASKS]);
const deniedCamera = (release: Release): Change =>
  chromeWith(
    release,
    [
      { client: CHROME_ID, decided: 0 },
      { client: CHROME_ID, decided: 2, service: MICROPHONE },
    ],
    [blocked('macos.browser-denied'), ASKS],
  );

const ENGINES: Readonly<Record<string, Capture['engine']>> = {
  firefox: { name: 'gecko', version: 153 },
  safari: { name: 'webkit', version: 26 },
};

const test = (subject: string, medium: Capture['medium'], outcome: Capture['outcome'], listed = 1): Capture => ({
  version: 2,
  subject,
  medium,
  origin: subject === 'this-app' ? null : SITE,
  takenAt: '2026-11-20T09:01:00Z',
  engine: ENGINES[subject] ?? { name: 'chromium', version: 156 },
  device: outcome.kind === 'failed' ? 'unnamed' : 'ordinary',
  request: {
    attempts: 1,
    milliseconds: 40,
    permissionBefore: subject === 'safari' || subject === 'firefox' ? 'prompt' : 'granted',
    permissionAfter: subject === 'safari' || subject === 'firefox' ? 'prompt' : 'granted',
    secure: true,
    allowed: subject === 'safari' || subject === 'firefox' ? null : true,
    visible: true,
    focused: true,
    listed,
  },
  outcome,
  others: [],
});
const failed = (error: string, message: string): Capture['outcome'] => ({
  kind: 'failed',
  error,
  message,
  constraint: null,
});
const BY_SYSTEM = failed('NotAllowedError', 'Permission denied by system');
const NOT_FOUND = failed('NotFoundError', 'The object can not be found here.');
const SILENCE: Capture['outcome'] = {
  kind: 'sound',
  measured: {
    sampleRate: 48_000,
    samples: 172_800,
    rms: null,
    peak: null,
    floor: null,
    channels: [null],
    offset: 0,
    zero: 1,
    clipped: 0,
    notNumbers: 0,
    voice: 0,
    levelSeries: [null, null, null, null],
    track: { muted: false, mutes: 0, ended: false },
  },
};

const noCamera: Says = { cameras: '{\n  "SPCameraDataType" : [\n\n  ]\n}\n' };
const desktop: Says = { lid: '' };

const CHANGES: Readonly<Record<string, readonly [Release, Change]>> = {
  '10.15-healthy-plain': [
    '10.15',
    { ...healthyChrome('10.15'), says: { sound: sound([{ ...INPUTS.builtIn, ...isDefault }, SPEAKERS], 2) } },
  ],
  '12-healthy-plain': ['12', healthyChrome('12')],
  '13-healthy-plain': ['13', healthyChrome('13')],
  '14-healthy-plain': ['14', healthyChrome('14')],
  '15-healthy-plain': ['15', healthyChrome('15')],
  '26-healthy-plain': ['26', healthyChrome('26')],
  '27-healthy-plain': ['27', healthyChrome('27')],
  '26-healthy-never-asked-browser': ['26', chromeWith('26', [], [READY, ASKS])],
  '26-healthy-told-16': ['26', { product: '16.2' }],
  '13-healthy-told-10.16': ['13', { product: '10.16' }],
  '26-healthy-mac-mini': [
    '26',
    {
      says: {
        ...desktop,
        cameras: pictures([CAMERAS.usb]),
        sound: sound([{ ...INPUTS.usb, ...isDefault }, SPEAKERS]),
        volume: 'missing value\n',
      },
    },
  ],
  '15-healthy-lid-closed-at-a-display': [
    '15',
    {
      says: {
        lid: lid(true),
        cameras: pictures([CAMERAS.builtIn, CAMERAS.appleUsb]),
        sound: sound([INPUTS.builtIn, { ...INPUTS.usb, ...isDefault }, SPEAKERS]),
      },
    },
  ],
  '14-healthy-french-names': ['14', { says: { cameras: pictures([CAMERAS.builtInFrench]) } }],
  '13-healthy-phone-as-camera': [
    '13',
    {
      says: {
        cameras: pictures([CAMERAS.builtIn, CAMERAS.phone]),
        sound: sound([{ ...INPUTS.builtIn, ...isDefault }, INPUTS.phone, SPEAKERS]),
      },
    },
  ],
  '15-healthy-profile-about-another-app': [
    '15',
    {
      ...healthyChrome('15'),
      files: {
        ...healthyChrome('15').files,
        [OVERRIDES]: `${build({ 'us.zoom.xos': { kTCCServiceCamera: { Authorization: 'Deny' } } })}\n`,
      },
      says: { enrolment: MANAGED },
    },
  ],
  '12-healthy-plug-in-camera': [
    '12',
    { files: { [DAL]: 'x' }, says: { cameras: pictures([CAMERAS.builtIn, CAMERAS.obs]) } },
  ],
  '14-plug-in-camera-blocked': [
    '14',
    { files: { [DAL]: 'x' }, app: [['ready', null, ['device.plug-in-blocked']], READY] },
  ],

  '10.15-chrome-camera-off': ['10.15', deniedCamera('10.15')],
  '12-chrome-camera-off': ['12', deniedCamera('12')],
  '13-chrome-camera-off': ['13', deniedCamera('13')],
  '14-chrome-camera-off': ['14', deniedCamera('14')],
  '15-chrome-camera-off': ['15', deniedCamera('15')],
  '26-chrome-camera-off': ['26', deniedCamera('26')],
  '15-chrome-off-for-the-computer': [
    '15',
    chromeWith(
      '15',
      allowed(CHROME_ID),
      [READY, blocked('macos.browser-denied')],
      [{ client: CHROME_ID, decided: 0, service: MICROPHONE, reason: 4 }],
    ),
  ],
  '27-chrome-off-for-the-computer': [
    '27',
    chromeWith(
      '27',
      [],
      [UNKNOWN, blocked('macos.browser-denied')],
      [{ client: CHROME_ID, decided: 0, service: MICROPHONE, reason: 4 }],
    ),
  ],
  '13-chrome-off-by-its-path': [
    '13',
    chromeWith(
      '13',
      [{ client: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', decided: 0, type: 1 }],
      [blocked('macos.browser-denied'), ASKS],
    ),
  ],
  '14-chrome-denied-by-profile': [
    '14',
    chromeWith('14', [{ client: CHROME_ID, decided: 0, reason: 6 }], [blocked('macos.managed-deny'), ASKS]),
  ],
  '26-decisions-not-readable': [
    '26',
    {
      files: { ...chrome(), ...databases('26', []) },
      notes: NO_FULL_DISK_ACCESS,
      expected: { chrome: [UNKNOWN, UNKNOWN] },
    },
  ],
  '27-chrome-said-denied-by-system': [
    '27',
    {
      files: { ...chrome(), ...databases('27', []) },
      notes: NO_FULL_DISK_ACCESS,
      captures: [test('chrome', 'camera', BY_SYSTEM)],
      expected: { chrome: [blocked('macos.browser-denied', []), UNKNOWN] },
    },
  ],
  '15-chrome-allowed-and-refused': [
    '15',
    {
      ...chromeWith('15', allowed(CHROME_ID), [blocked('macos.signature-mismatch', []), ASKS]),
      captures: [test('chrome', 'camera', BY_SYSTEM)],
    },
  ],
  '13-chrome-refused-without-a-decision': [
    '13',
    {
      ...chromeWith('13', [], [blocked('macos.browser-denied', ['macos.terminal-identity']), ASKS]),
      captures: [test('chrome', 'camera', BY_SYSTEM)],
    },
  ],
  '26-firefox-refused-by-macos': [
    '26',
    {
      files: { ...firefox, ...databases('26', []) },
      notes: NO_FULL_DISK_ACCESS,
      captures: [test('firefox', 'camera', NOT_FOUND), test('firefox', 'microphone', NOT_FOUND)],
      expected: { firefox: [blocked('macos.browser-denied', []), blocked('macos.browser-denied', [])] },
    },
  ],
  '14-firefox-without-a-camera': [
    '14',
    {
      files: { ...firefox, ...databases('14', allowed(FIREFOX_ID)) },
      captures: [test('firefox', 'camera', NOT_FOUND, 0)],
      says: { ...desktop, ...noCamera },
      app: [blocked('device.none'), READY],
      expected: { firefox: [blocked('device.none', []), ASKS] },
    },
  ],
  '15-firefox-found-nothing-and-devices-unread': [
    '15',
    {
      files: { ...firefox, ...databases('15', allowed(FIREFOX_ID)) },
      captures: [test('firefox', 'camera', NOT_FOUND)],
      says: { cameras: { hangs: true } },
      app: [UNKNOWN, READY],
      expected: { firefox: [open('device.none', 'macos.browser-denied'), ASKS] },
    },
  ],
  '26-safari-refused-the-site': [
    '26',
    {
      files: { ...safari, ...databases('26', []) },
      captures: [
        test(
          'safari',
          'camera',
          failed(
            'NotAllowedError',
            'The request is not allowed by the user agent or the platform in the current context.',
          ),
        ),
      ],
      expected: { safari: [blocked('browser.temporary-block', []), ASKS] },
    },
  ],
  '15-safari-healthy-beside-denials': [
    '15',
    {
      files: { ...safari, ...databases('15', [{ client: 'com.apple.Safari', decided: 0 }]) },
      expected: { safari: [ASKS, ASKS] },
    },
  ],

  '26-own-camera-denied': ['26', { asked: ['denied', 'authorized'], app: [blocked('macos.denied'), READY] }],
  '13-own-denied': ['13', { asked: ['denied', 'denied'], app: [blocked('macos.denied'), blocked('macos.denied')] }],
  '12-own-not-asked': [
    '12',
    {
      asked: ['not determined', 'not determined'],
      app: [
        ['will-ask', 'macos.not-asked'],
        ['will-ask', 'macos.not-asked'],
      ],
    },
  ],
  '27-own-not-asked': [
    '27',
    { asked: ['not determined', 'authorized'], app: [['will-ask', 'macos.not-asked'], READY] },
  ],
  '10.15-screen-time': ['10.15', { asked: ['restricted', 'authorized'], app: [blocked('macos.screen-time'), READY] }],
  '15-screen-time': [
    '15',
    {
      ...chromeWith('15', allowed(CHROME_ID), [['ready', null, ['macos.screen-time']], ASKS]),
      asked: ['restricted', 'authorized'],
      app: [blocked('macos.screen-time'), READY],
    },
  ],
  '14-restricted-and-profiles-unread': [
    '14',
    {
      asked: ['restricted', 'authorized'],
      files: { [OVERRIDES]: 'x' },
      notes: { [`/${OVERRIDES}`]: { unreadable: 'EPERM' } },
      says: { enrolment: MANAGED },
      app: [open('macos.managed-deny', 'macos.screen-time'), READY],
    },
  ],
  '26-microphone-restricted': ['26', { asked: ['authorized', 'restricted'], app: [READY, open('macos.screen-time')] }],
  '26-stale-denial': [
    '26',
    {
      asked: ['denied', 'denied'],
      fresh: ['authorized', 'denied'],
      app: [blocked('macos.stale-process'), blocked('macos.denied')],
    },
  ],
  '15-stale-leave': [
    '15',
    { asked: AUTHORIZED, fresh: ['denied', 'authorized'], app: [blocked('macos.denied'), READY] },
  ],
  '14-two-answers': [
    '14',
    { asked: ['authorized', 'authorized'], electron: ['denied', 'granted'], fresh: null, app: [UNKNOWN, READY] },
  ],
  '26-own-signature-changed': [
    '26',
    {
      asked: ['denied', 'authorized'],
      files: databases('26', allowed(OWN)),
      app: [blocked('macos.signature-mismatch'), READY],
    },
  ],
  '26-from-terminal-denied': [
    '26',
    {
      env: { __CFBundleIdentifier: 'com.apple.Terminal', TERM_PROGRAM: 'Apple_Terminal' },
      asked: ['denied', 'not determined'],
      app: [open('macos.terminal-identity'), open('macos.terminal-identity')],
    },
  ],
  '15-from-editor-allowed': [
    '15',
    {
      env: { __CFBundleIdentifier: 'com.microsoft.VSCode', TERM_PROGRAM: 'vscode' },
      app: [
        ['ready', null, ['macos.terminal-identity']],
        ['ready', null, ['macos.terminal-identity']],
      ],
    },
  ],
  '13-from-multiplexer': [
    '13',
    {
      env: { TERM_PROGRAM: 'tmux', TMUX: '/private/tmp/tmux-501/default,812,0' },
      asked: ['restricted', 'authorized'],
      app: [open('macos.screen-time', 'macos.terminal-identity'), ['ready', null, ['macos.terminal-identity']]],
    },
  ],

  '13-profile-denies-chrome': [
    '13',
    {
      ...chromeWith('13', [], [blocked('macos.managed-deny'), READY]),
      files: {
        ...chrome({ [SITE]: 2 }),
        ...databases('13', allowed(CHROME_ID)),
        [OVERRIDES]: buildBinary({ 'com.google.chrome': { kTCCServiceCamera: { Authorization: 'Deny' } } }),
      },
      says: { enrolment: MANAGED },
      expected: { chrome: [blocked('macos.managed-deny', ['browser.site-block']), ASKS] },
    },
  ],
  '10.15-profile-denies-the-app': [
    '10.15',
    {
      files: { [OVERRIDES]: `${build({ [OWN]: { kTCCServiceMicrophone: { Allowed: false } } })}\n` },
      asked: ['authorized', 'denied'],
      says: { enrolment: MANAGED },
      app: [READY, blocked('macos.managed-deny', ['macos.denied'])],
    },
  ],
  '12-camera-off-by-restriction': [
    '12',
    {
      files: {
        [RESTRICTIONS]: buildBinary({ allowCamera: false }),
        ...chrome(),
        ...databases('12', allowed(CHROME_ID)),
      },
      says: { ...noCamera, enrolment: MANAGED },
      app: [blocked('macos.managed-camera-off', ['device.none', 'device.stuck']), READY],
      expected: { chrome: [blocked('macos.managed-camera-off', ['device.none', 'device.stuck']), ASKS] },
    },
  ],
  '26-camera-off-by-restriction': [
    '26',
    {
      files: { [RESTRICTIONS]: `${build({ allowCamera: false })}\n` },
      asked: ['restricted', 'authorized'],
      app: [blocked('macos.managed-camera-off', []), READY],
    },
  ],
  '26-chrome-policy': [
    '26',
    {
      files: {
        ...chrome(),
        ...databases('26', allowed(CHROME_ID)),
        'Library/Managed Preferences/com.google.Chrome.plist': `${build({ AudioCaptureAllowed: false })}\n`,
      },
      says: { enrolment: MANAGED },
      expected: { chrome: [READY, blocked('browser.policy-denies')] },
    },
  ],

  '15-mac-mini-without-a-camera': [
    '15',
    { says: { ...desktop, cameras: '{}\n' }, app: [blocked('device.none', []), READY] },
  ],
  '26-mac-mini-without-a-microphone': [
    '26',
    { says: { ...desktop, sound: sound([SPEAKERS]) }, app: [READY, blocked('device.none')] },
  ],
  '14-lid-closed-no-camera': [
    '14',
    {
      says: { ...noCamera, lid: lid(true), sound: sound([{ ...INPUTS.usb, ...isDefault }, SPEAKERS]) },
      app: [blocked('device.lid-closed', []), READY],
    },
  ],
  '26-lid-closed': [
    '26',
    { says: { lid: lid(true) }, app: [['ready', null, ['device.lid-closed']], blocked('device.lid-closed')] },
  ],
  '12-lid-closed-with-a-headset': [
    '12',
    {
      arch: 'x64',
      says: {
        lid: lid(true),
        cameras: pictures([CAMERAS.usb]),
        sound: sound([{ ...INPUTS.builtIn, ...isDefault }, INPUTS.headset, SPEAKERS]),
      },
      captures: [test('this-app', 'microphone', SILENCE)],
      app: [READY, blocked('device.lid-closed', ['signal.digital-silence'])],
    },
  ],
  '13-laptop-without-its-camera': ['13', { says: noCamera, app: [blocked('device.none', ['device.stuck']), READY] }],
  '15-over-ssh': [
    '15',
    {
      env: { SSH_CONNECTION: '10.0.0.2 50000 10.0.0.1 22', TERM_PROGRAM: 'Apple_Terminal' },
      says: { ...desktop, cameras: '{}\n', sound: sound([SPEAKERS]) },
      app: [
        blocked('device.none', ['device.remote-session', 'macos.terminal-identity']),
        blocked('device.none', ['device.remote-session', 'macos.terminal-identity']),
      ],
    },
  ],
  '15-camera-does-not-open': [
    '15',
    {
      captures: [test('this-app', 'camera', failed('NotReadableError', 'Could not start video source'))],
      app: [open('device.stuck', 'device.in-use'), READY],
    },
  ],

  '13-input-volume-zero': [
    '13',
    {
      says: { volume: '0\n' },
      captures: [test('this-app', 'microphone', SILENCE)],
      app: [READY, blocked('signal.volume-zero', ['signal.digital-silence'])],
    },
  ],
  '15-virtual-input-silent': [
    '15',
    {
      says: { sound: sound([INPUTS.builtIn, { ...INPUTS.blackHole, ...isDefault }, SPEAKERS]) },
      captures: [test('this-app', 'microphone', SILENCE)],
      app: [READY, blocked('signal.wrong-device', ['signal.digital-silence'])],
    },
  ],
  '26-headset-silent': [
    '26',
    {
      says: { sound: sound([INPUTS.builtIn, { ...INPUTS.headset, ...isDefault }, SPEAKERS]) },
      captures: [test('this-app', 'microphone', SILENCE)],
      app: [READY, blocked('signal.digital-silence', ['signal.wrong-device'])],
    },
  ],

  '14-system-profiler-hangs': [
    '14',
    { says: { cameras: { hangs: true }, sound: { hangs: true } }, app: [UNKNOWN, UNKNOWN] },
  ],
  '12-osascript-refused': [
    '12',
    { says: { volume: { code: 1, stderr: 'execution error: Not authorized to send Apple events. (-1743)\n' } } },
  ],
  '14-decisions-cut-off-and-no-database': [
    '14',
    {
      files: { ...chrome(), [USER_DATABASE]: tccDatabase(7, []).slice(0, 600), [SYSTEM_DATABASE]: 'not SQLite' },
      expected: { chrome: [UNKNOWN, UNKNOWN] },
    },
  ],
  '27-decisions-of-unknown-columns': [
    '27',
    {
      files: { ...chrome(), [SYSTEM_DATABASE]: tccDatabase('unknown', [{ client: CHROME_ID, decided: 0 }]) },
      expected: { chrome: [UNKNOWN, UNKNOWN] },
    },
  ],
  '10.15-decisions-of-an-older-form': [
    '10.15',
    {
      files: {
        ...chrome(),
        [USER_DATABASE]: tccDatabase(7, [{ client: CHROME_ID, decided: 0, service: MICROPHONE }]),
        [SYSTEM_DATABASE]: tccDatabase(7, []),
      },
      expected: { chrome: [READY, blocked('macos.browser-denied')] },
    },
  ],
};

for (const [name, [release, change]] of Object.entries(CHANGES))
  await writeMachine(`macos-${name}`, machineOf(release, change));
