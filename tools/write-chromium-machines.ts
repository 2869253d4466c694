import { ASKS, expectedLine, jsonText, READY, SITE, UNKNOWN, type Verdict, writeChanged } from './healthy-linux.ts';

/** Writes the recorded machines with a Chromium: the files of a healthy one, and its profile and policies anew. */

const PREFERENCES = 'home/user/.config/chromium/Default/Preferences';
const HERE = `${SITE}:443`;

const [BLOCK, ALLOW, ASK] = [2, 1, 3];

/** Microseconds since 1601, as Chromium counts: long before and long after any run of the tests. */
const [LONG_AGO, FAR_AHEAD] = [13_000_000_000_000_000, 19_000_000_000_000_000];

interface Machine {
  readonly site?: string;
  /** By pattern. */
  readonly camera?: Readonly<Record<string, number | object>>;
  readonly profile?: object;
  readonly top?: object;
  /** By path under `/etc/chromium/policies`. */
  readonly policies?: Readonly<Record<string, unknown>>;
  readonly args?: readonly string[];
  /** What the profile’s file is noted as. */
  readonly noted?: object;
  readonly verdict: Verdict;
  readonly microphone?: Verdict;
  readonly also?: readonly string[];
}

const blocked = (cause: string): Verdict => ['blocked', cause];
const POLICY = blocked('browser.policy-denies');
const FLAGS = blocked('browser.started-with-flags');

const extension = (setting: string, rest: object = {}): object => ({
  extensions: {
    settings: {
      cpnjheigapaihnoebpkkbifphlahkldi: {
        content_settings: [
          { primaryPattern: SITE, secondaryPattern: '*', setting, type: 'media-stream-camera' },
          {
            primaryPattern: 'https://clinic.example',
            secondaryPattern: '*',
            setting: 'block',
            type: 'media-stream-mic',
          },
        ],
        ...rest,
      },
    },
  },
});

/** One extension blocks; another, installed later, allows by a wider pattern, and was updated at this time. */
const disagreeing = (updated: string): object => {
  const one = (primaryPattern: string, setting: string, installed: string, last_update_time: string): object => ({
    content_settings: [{ primaryPattern, secondaryPattern: '*', setting, type: 'media-stream-camera' }],
    disable_reasons: [],
    first_install_time: installed,
    last_update_time,
  });
  return {
    extensions: {
      settings: {
        dopecameneaokibinddeogkjhkgoicoc: one(SITE, 'block', '13439989884284065', '13439989884284065'),
        doemfibbfjijelkoddlaodjngmedhmgf: one('[*.]example.com', 'allow', '13439989884284846', updated),
      },
    },
  };
};

const embargo = (data: object): object => ({
  permission_autoblocking_data: { [`${HERE},*`]: { last_modified: '1', setting: { VideoCapture: data } } },
});

const RECORDED: Readonly<Record<string, Machine>> = {
  'linux-chromium-policy-recommended': {
    policies: { 'recommended/it.json': { VideoCaptureAllowed: false } },
    camera: { [HERE]: ALLOW },
    verdict: POLICY,
  },
  'linux-healthy-chromium-policy-list-over-block': {
    policies: { 'managed/it.json': { VideoCaptureAllowed: false, VideoCaptureAllowedUrls: ['[*.]example.com', '*'] } },
    camera: { [HERE]: BLOCK },
    verdict: READY,
  },
  'linux-chromium-policy-list-without-the-site': {
    policies: {
      'managed/it.json': { VideoCaptureAllowed: false, VideoCaptureAllowedUrls: ['https://clinic.example', '*'] },
    },
    verdict: POLICY,
  },
  'linux-chromium-policy-later-file-counts': {
    policies: {
      'managed/a.json': { AudioCaptureAllowed: false },
      'managed/b.json': { AudioCaptureAllowed: true, VideoCaptureAllowed: false },
    },
    verdict: POLICY,
  },
  'linux-chromium-policy-media-stream-block': {
    policies: { 'managed/it.json': { DefaultMediaStreamSetting: 2 } },
    camera: { [HERE]: ALLOW },
    verdict: POLICY,
    microphone: POLICY,
  },
  'linux-healthy-chromium-policy-media-stream-ask': {
    policies: { 'managed/it.json': { DefaultMediaStreamSetting: 3 } },
    camera: { [HERE]: BLOCK },
    verdict: ASKS,
  },
  'linux-chromium-policy-with-comments': {
    policies: { 'managed/it.json': '{\n  // by IT\n  "VideoCaptureAllowed": false\n}\n' },
    camera: { [HERE]: ALLOW },
    verdict: UNKNOWN,
    microphone: UNKNOWN,
  },
  'linux-chromium-policy-of-wrong-type': {
    policies: { 'managed/it.json': { VideoCaptureAllowed: 'false' } },
    verdict: UNKNOWN,
    microphone: UNKNOWN,
  },
  'linux-chromium-policy-unreadable-over-site-block': {
    policies: { 'managed/it.json': '{' },
    camera: { [HERE]: BLOCK },
    verdict: UNKNOWN,
    microphone: UNKNOWN,
    also: ['browser.site-block'],
  },
  'linux-chromium-extension-block': {
    camera: { [HERE]: ALLOW },
    top: extension('block', { disable_reasons: [] }),
    verdict: blocked('browser.extension-denies'),
  },
  'linux-healthy-chromium-extension-disabled': {
    camera: { [HERE]: ALLOW },
    top: extension('block', { disable_reasons: [1] }),
    verdict: READY,
  },
  'linux-healthy-chromium-extension-allows': {
    camera: { [HERE]: BLOCK },
    top: extension('allow'),
    verdict: READY,
  },
  'linux-chromium-embargo-by-ignoring': {
    profile: embargo({ ignore_count: 4, ignore_embargo_days: FAR_AHEAD }),
    verdict: blocked('browser.site-embargo'),
  },
  'linux-healthy-chromium-embargo-over': {
    profile: embargo({ dismiss_count: 3, dismissal_embargo_days: LONG_AGO }),
    verdict: ASKS,
  },
  'linux-healthy-chromium-embargo-but-allowed': {
    camera: { [HERE]: ALLOW },
    profile: embargo({ dismiss_count: 3, dismissal_embargo_days: FAR_AHEAD }),
    verdict: READY,
  },
  'linux-healthy-chromium-one-time-grant': {
    profile: {
      permission_actions_history: {
        [`${HERE},*`]: { last_modified: '1', setting: { VideoCapture: { one_time_grant_count: 1 } } },
      },
    },
    verdict: ASKS,
    also: ['browser.one-time-grant-expired'],
  },
  'linux-chromium-wildcard-block': {
    camera: { '[*.]example.com': BLOCK, '[*.]com': ALLOW },
    verdict: blocked('browser.site-block'),
  },
  'linux-healthy-chromium-port-exception': {
    site: 'https://meet.example.com:8443',
    camera: { 'https://meet.example.com': BLOCK, 'meet.example.com:8443': ALLOW },
    verdict: READY,
  },
  'linux-chromium-other-port-allowed': {
    camera: { 'https://meet.example.com': BLOCK, 'https://meet.example.com:8443': ALLOW },
    verdict: blocked('browser.site-block'),
  },
  'linux-chromium-idn-site-block': {
    site: 'https://münchen.example',
    camera: { 'https://xn--mnchen-3ya.example:443': BLOCK },
    verdict: blocked('browser.site-block'),
  },
  'linux-chromium-ipv6-site-block': {
    site: 'http://[::1]:8080',
    camera: { 'http://[::1]:8080': BLOCK },
    verdict: blocked('browser.site-block'),
  },
  'linux-healthy-chromium-block-expired': {
    camera: { [HERE]: { setting: BLOCK, expiration: String(LONG_AGO) } },
    verdict: ASKS,
  },
  'linux-healthy-chromium-ask-over-blocked-wildcard': {
    camera: { [HERE]: ASK, '[*.]example.com': BLOCK },
    verdict: ASKS,
  },
  'linux-chromium-started-to-deny': {
    args: ['--deny-permission-prompts'],
    verdict: blocked('browser.started-with-flags'),
    microphone: blocked('browser.started-with-flags'),
  },
  'linux-healthy-chromium-started-with-a-file-alone': {
    camera: { [HERE]: ALLOW },
    args: ['--use-file-for-fake-video-capture=/tmp/x.y4m', '--password-store=basic'],
    verdict: READY,
  },
  'linux-chromium-started-with-artificial-devices': {
    camera: { [HERE]: ALLOW },
    args: ['--use-fake-device-for-media-stream', '--use-file-for-fake-video-capture=/tmp/x.y4m'],
    verdict: FLAGS,
    microphone: FLAGS,
  },
  'linux-chromium-started-to-refuse-all': {
    camera: { [HERE]: ALLOW },
    args: ['--use-fake-ui-for-media-stream=deny'],
    verdict: FLAGS,
    microphone: FLAGS,
  },
  'linux-chromium-started-to-deny-in-its-folder': {
    args: ['--user-data-dir=/home/user/.config/chromium', '--deny-permission-prompts'],
    verdict: FLAGS,
    microphone: FLAGS,
  },
  'linux-healthy-chromium-beside-a-test': {
    args: ['--user-data-dir=/tmp/x', '--deny-permission-prompts', '--use-fake-device-for-media-stream'],
    verdict: ASKS,
  },
  'linux-healthy-chromium-later-extension-allows': {
    top: disagreeing('13439989884284846'),
    verdict: READY,
  },
  'linux-chromium-extensions-disagree': {
    top: disagreeing('13439989884280000'),
    verdict: UNKNOWN,
  },
  'linux-healthy-chromium-wildcard-before-an-address': {
    site: 'https://192.0.2.7',
    camera: { '[*.]192.0.2.7': BLOCK },
    verdict: ASKS,
  },
  'linux-chromium-preferences-lead-out': {
    noted: { type: 'link', target: '/etc/os-release' },
    verdict: UNKNOWN,
    microphone: UNKNOWN,
  },
  'linux-chromium-preferences-in-a-circle': {
    noted: { type: 'link', target: `/${PREFERENCES}` },
    verdict: UNKNOWN,
    microphone: UNKNOWN,
  },
  'linux-chromium-preferences-too-large': {
    noted: { size: 64 * 1024 * 1024 + 1 },
    verdict: UNKNOWN,
    microphone: UNKNOWN,
  },
  'linux-healthy-chromium-started-to-allow': {
    camera: { [HERE]: BLOCK },
    args: ['--use-fake-ui-for-media-stream'],
    verdict: READY,
    microphone: READY,
  },
};

function write(name: string, machine: Machine): Promise<void> {
  const { site = SITE, camera = {}, profile = {}, top = {}, policies = {}, args = [], noted = {} } = machine;
  const stored = {
    profile: {
      content_settings: {
        exceptions: { media_stream_camera: exceptions(camera), media_stream_mic: {}, ...profile },
        pref_version: 1,
      },
    },
    ...top,
  };
  const laidDown = Object.entries(policies).map(([path, content]) => [
    `etc/chromium/policies/${path}`,
    typeof content === 'string' ? content : jsonText(content),
  ]);
  return writeChanged(name, {
    site,
    files: { [PREFERENCES]: jsonText(stored), ...Object.fromEntries(laidDown) },
    noted: { [PREFERENCES]: noted },
    processes: args.length === 0 ? [] : running(args),
    expected: expectedOf(machine),
  });
}

function running(args: readonly string[]): readonly object[] {
  const program = '/usr/bin/chromium';
  return [
    { pid: 4711, path: program, args: [program, ...args] },
    { pid: 4712, path: program, args: [program, '--type=renderer'] },
  ];
}

function exceptions(patterns: NonNullable<Machine['camera']>): object {
  return Object.fromEntries(
    Object.entries(patterns).map(([pattern, stored]) => [
      `${pattern},*`,
      { last_modified: '13439874239839924', ...(typeof stored === 'number' ? { setting: stored } : stored) },
    ]),
  );
}

function expectedOf({ verdict, microphone = ASKS, also }: Machine): readonly object[] {
  return [
    expectedLine('this-app', 'camera', READY),
    expectedLine('this-app', 'microphone', READY),
    { ...expectedLine('chromium', 'camera', verdict), ...(also === undefined ? {} : { also }) },
    expectedLine('chromium', 'microphone', microphone),
  ];
}

for (const [name, machine] of Object.entries(RECORDED)) await write(name, machine);
