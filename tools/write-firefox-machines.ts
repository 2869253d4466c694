import { firefoxDatabase, type PermissionRow } from './firefox-database.ts';
import { ASKS, expectedLine, jsonText, READY, SITE, UNKNOWN, type Verdict, writeChanged } from './healthy-linux.ts';

/** Writes the recorded machines with a Firefox: the files of a healthy one, and one profile or more of it anew. */

const CHROMIUM = ['usr/bin/chromium', 'usr/share/applications/chromium.desktop', 'home/user/.config/chromium'];
const OTHER = 'https://clinic.example';
const DATA = 'home/user/.config/mozilla/firefox';
const PROFILE = 'ls4ghrrj.default-esr';
const POLICIES = 'etc/firefox/policies/policies.json';

interface Profile {
  readonly rows?: readonly PermissionRow[];
  readonly preferences?: readonly string[];
  readonly userJs?: string;
}

interface Machine extends Profile {
  /** By folder; the one that is used otherwise. */
  readonly profiles?: Readonly<Record<string, Profile>>;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly policies?: unknown;
  readonly camera: Verdict;
  readonly microphone?: Verdict;
  /** What is said of further profiles, by subject as a report names it. */
  readonly others?: Readonly<Record<string, Verdict>>;
}

function row(permission: number, more: Partial<PermissionRow> = {}): PermissionRow {
  return { origin: SITE, type: 'camera', permission, ...more };
}

const of = (medium: string, policy: object): object => ({ policies: { Permissions: { [medium]: policy } } });

const POLICY = ['blocked', 'browser.policy-denies'] as const;
const SITE_BLOCK = ['blocked', 'browser.site-block'] as const;
const DISABLED = ['blocked', 'browser.media-disabled'] as const;

const RECORDED: Readonly<Record<string, Machine>> = {
  'linux-healthy-firefox-never-asked': { rows: [row(2, { origin: OTHER })], camera: ASKS },
  'linux-healthy-firefox-allowed': {
    rows: [row(1), row(1, { type: 'microphone' })],
    camera: READY,
    microphone: READY,
  },
  'linux-healthy-firefox-first-start': { camera: ASKS },
  'linux-firefox-site-block': { rows: [row(2), row(1, { origin: OTHER })], camera: SITE_BLOCK },
  'linux-firefox-allowed-once': { rows: [row(3)], camera: ASKS },
  'linux-firefox-default-block': {
    preferences: ['user_pref("permissions.default.camera", 2);'],
    camera: ['blocked', 'browser.default-block'],
  },
  'linux-firefox-default-block-site-allowed': {
    rows: [row(1)],
    preferences: ['user_pref("permissions.default.camera", 2);'],
    camera: READY,
  },
  'linux-firefox-default-block-by-user-js': {
    preferences: ['user_pref("permissions.default.camera", 1);'],
    userJs: '/* hardened */\nuser_pref("permissions.default.camera", 2); // no camera\n',
    camera: ['blocked', 'browser.default-block'],
  },
  'linux-firefox-media-disabled': {
    rows: [row(1)],
    preferences: ['user_pref("media.navigator.enabled", false);', 'user_pref("media.peerconnection.enabled", false);'],
    camera: DISABLED,
    microphone: DISABLED,
  },
  'linux-firefox-camera-refused-to-all': {
    rows: [row(1)],
    preferences: ['user_pref("media.getusermedia.camera.deny", true);'],
    camera: DISABLED,
  },
  'linux-firefox-preferences-cut-off': {
    rows: [row(1)],
    preferences: ['user_pref("permissions.default.cam'],
    camera: UNKNOWN,
    microphone: UNKNOWN,
  },
  'linux-firefox-policy-block': { rows: [row(1)], policies: of('Camera', { Block: [SITE] }), camera: POLICY },
  'linux-firefox-policy-allows-over-block': {
    rows: [row(2)],
    policies: of('Camera', { Allow: [OTHER, SITE] }),
    camera: READY,
  },
  'linux-firefox-policy-blocks-new-locked': {
    preferences: ['user_pref("permissions.default.camera", 1);'],
    policies: of('Camera', { BlockNewRequests: true, Locked: true }),
    camera: POLICY,
  },
  'linux-firefox-policy-blocks-new-site-allowed': {
    policies: of('Camera', { Allow: [SITE], BlockNewRequests: true, Locked: true }),
    camera: READY,
  },
  'linux-firefox-policies-broken': {
    files: { [POLICIES]: '{\n  // comments are not JSON\n  "policies": {}\n}\n' },
    rows: [row(1)],
    camera: UNKNOWN,
    microphone: UNKNOWN,
  },
  'linux-firefox-policies-set-preferences': {
    policies: { policies: { Preferences: { 'media.navigator.enabled': { Value: false, Status: 'locked' } } } },
    rows: [row(1)],
    camera: UNKNOWN,
    microphone: UNKNOWN,
  },
  'linux-firefox-journal-left': {
    rows: [row(1)],
    files: { [`${DATA}/${PROFILE}/permissions.sqlite-journal`]: 'a crash left this' },
    camera: UNKNOWN,
    microphone: UNKNOWN,
  },
  'linux-firefox-two-profiles': {
    rows: [row(2)],
    profiles: { 'pq4wu2vy.default': { rows: [row(1)] } },
    camera: SITE_BLOCK,
    others: { 'firefox:<profile 2>': READY },
  },
  'linux-firefox-profile-leads-out': {
    rows: [row(2)],
    files: { 'etc/permissions.sqlite': firefoxDatabase([row(1)]) },
    profiles: { '../../../../../etc': {} },
    camera: SITE_BLOCK,
    others: { 'firefox:<profile 2>': UNKNOWN },
  },
  'linux-firefox-container-block': { rows: [row(2, { origin: `${SITE}^userContextId=3` })], camera: ASKS },
  'linux-firefox-block-expired': { rows: [row(2, { expireType: 2, expireTime: 1_700_000_000_000 })], camera: ASKS },
  'linux-firefox-block-expires-later': {
    rows: [row(2, { expireType: 2, expireTime: 4_000_000_000_000 })],
    camera: SITE_BLOCK,
  },
};

function write(name: string, machine: Machine): Promise<void> {
  const { rows, preferences, userJs, profiles = {}, files = {}, policies } = machine;
  const own: Profile = {
    ...(rows === undefined ? {} : { rows }),
    ...(preferences === undefined ? {} : { preferences }),
    ...(userJs === undefined ? {} : { userJs }),
  };
  const all = { [PROFILE]: own, ...profiles };
  return writeChanged(name, {
    without: CHROMIUM,
    files: {
      'usr/bin/firefox-esr': 'ELF',
      'var/lib/dpkg/status':
        'Package: firefox-esr\nStatus: install ok installed\nArchitecture: amd64\nVersion: 153.7.0esr-1~deb12u1\n',
      [`${DATA}/profiles.ini`]: profilesIni(Object.keys(all)),
      ...Object.assign({}, ...Object.entries(all).map(([profile, stored]) => filesOf(`${DATA}/${profile}`, stored))),
      ...files,
      ...(policies === undefined ? {} : { [POLICIES]: jsonText(policies) }),
    },
    expected: expectedOf(machine),
  });
}

function filesOf(folder: string, { rows, preferences, userJs }: Profile): Record<string, string | Uint8Array> {
  const lines = ['// Mozilla User Preferences', '', 'user_pref("app.normandy.first_run", false);'];
  const wasStarted = rows !== undefined || preferences !== undefined;
  return {
    ...(rows === undefined ? {} : { [`${folder}/permissions.sqlite`]: firefoxDatabase(rows) }),
    ...(wasStarted ? { [`${folder}/prefs.js`]: `${[...lines, ...(preferences ?? [])].join('\n')}\n` } : {}),
    ...(userJs === undefined ? {} : { [`${folder}/user.js`]: userJs }),
  };
}

/** As Firefox writes it: the profile that is used is not the one with `Default=1`. */
function profilesIni(folders: readonly string[]): string {
  const profiles = folders.map(
    (folder, place) =>
      `[Profile${place}]\nName=${folder.split('.').at(-1)}\nIsRelative=1\nPath=${folder}\n${place === 1 ? 'Default=1\n' : ''}\n`,
  );
  return `${profiles.join('')}[General]\nStartWithLastProfile=1\nVersion=2\n\n[Install3B6073811A6ABF12]\nDefault=${PROFILE}\nLocked=1\n`;
}

function expectedOf({ camera, microphone = ASKS, others = {} }: Machine): readonly object[] {
  return [
    expectedLine('this-app', 'camera', READY),
    expectedLine('this-app', 'microphone', READY),
    expectedLine('firefox', 'camera', camera),
    expectedLine('firefox', 'microphone', microphone),
    ...Object.entries(others).flatMap(([subject, verdict]) => [
      expectedLine(subject, 'camera', verdict),
      expectedLine(subject, 'microphone', verdict === UNKNOWN ? UNKNOWN : ASKS),
    ]),
  ];
}

for (const [name, machine] of Object.entries(RECORDED)) await write(name, machine);
