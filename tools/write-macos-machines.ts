import { buildBinary } from 'plist';
import {
  type DesktopMachine,
  preferences,
  profilesIni,
  SITE,
  SITE_BLOCK,
  UNKNOWN,
  writeMachine,
} from './desktop-machine.ts';
import { firefoxDatabase } from './firefox-database.ts';
import { application, CHROME, chromiumProfile, HANDLERS, handlers, SAFARI, SUPPORT } from './macos-applications.ts';
import { safariDatabase } from './safari-database.ts';

/** Writes the recorded machines with macOS. Nobody copied them from one: they are made up from what is documented. */

const MACHINE = {
  platform: 'darwin',
  release: '25.2.0',
  arch: 'arm64',
  home: '/Users/user',
  env: {},
  locale: 'en-GB',
  hostName: 'MacBook-Air',
  user: { name: 'user', uid: 501, groups: [20] },
};

const SAFARI_DATA = 'Users/user/Library/Safari';
const SAFARI_CONTAINER = 'Users/user/Library/Containers/com.apple.Safari/Data/Library/Safari';

const NOTHING = [UNKNOWN, UNKNOWN] as const;
const CAMERA_BLOCKED = [SITE_BLOCK, UNKNOWN] as const;
const NO_LEAVE = { unreadable: 'EPERM' };
const KEPT = { '/Users/user/Library/Safari': NO_LEAVE, '/Users/user/Library/Containers/com.apple.Safari': NO_LEAVE };

const CAMERA = 'PerSitePreferencesCamera';
const MICROPHONE = 'PerSitePreferencesMicrophone';

const RECORDED: Readonly<Record<string, DesktopMachine>> = {
  'macos-safari-not-readable': {
    machine: MACHINE,
    files: { ...SAFARI },
    notes: KEPT,
    expected: { safari: NOTHING },
  },
  'macos-safari-possible-block': {
    machine: MACHINE,
    files: {
      ...SAFARI,
      [`${SAFARI_DATA}/History.db`]: 'not looked at',
      [`${SAFARI_CONTAINER}/PerSitePreferences.db`]: safariDatabase(
        [
          { domain: 'example.com', preference: CAMERA, stored: 2 },
          { domain: 'meet.example.com', preference: CAMERA, stored: 1 },
          { domain: 'clinic.example', preference: CAMERA, stored: 1 },
          { domain: 'example.com', preference: MICROPHONE, stored: 2 },
        ],
        { [CAMERA]: 0, [MICROPHONE]: 1 },
      ),
    },
    expected: {
      safari: [
        ['unknown', null, ['browser.site-block']],
        ['unknown', null, []],
      ],
    },
  },
  'macos-safari-older-store': {
    machine: MACHINE,
    files: {
      ...SAFARI,
      [`${SAFARI_DATA}/PerSitePreferences.db`]: safariDatabase([], { [MICROPHONE]: 1 }),
      [`${SAFARI_DATA}/UserMediaPermissions.plist`]: buildBinary({
        one: { origin: 'https://meet.example.com/', permission: 36 },
        two: { origin: 'https://clinic.example/', permission: 32 },
      }),
    },
    expected: { safari: [UNKNOWN, ['unknown', null, ['browser.default-block']]] },
  },
  'macos-chrome-site-block': {
    machine: MACHINE,
    files: {
      ...SAFARI,
      ...CHROME,
      ...handlers('com.google.chrome'),
      ...chromiumProfile('Google/Chrome', preferences({ [SITE]: 2 })),
    },
    notes: KEPT,
    expected: { chrome: CAMERA_BLOCKED, safari: NOTHING },
  },
  'macos-chrome-beside-canary': {
    machine: MACHINE,
    files: {
      ...CHROME,
      ...application({
        folder: 'Users/user/Applications',
        name: 'Google Chrome Canary',
        bundleId: 'com.google.Chrome.canary',
        version: '158.0.8201.0',
      }),
      ...handlers('com.google.chrome.canary'),
      ...chromiumProfile('Google/Chrome', preferences({ [SITE]: 1 })),
      ...chromiumProfile('Google/Chrome Canary', preferences({ [SITE]: 2 })),
    },
    expected: { 'chrome-canary': CAMERA_BLOCKED, chrome: NOTHING },
  },
  'macos-firefox-fork': {
    machine: MACHINE,
    files: {
      ...application({ name: 'Zen', bundleId: 'app.zen-browser.zen', version: '1.18.4b', executable: 'zen' }),
      [`${SUPPORT}/zen/profiles.ini`]: profilesIni({ '3B6073811A6ABF12': 'Profiles/x1y2z3.Default (release)' }),
      [`${SUPPORT}/zen/Profiles/x1y2z3.Default (release)/permissions.sqlite`]: firefoxDatabase([
        { origin: SITE, type: 'microphone', permission: 2 },
      ]),
      [`${SUPPORT}/zen/Profiles/x1y2z3.Default (release)/prefs.js`]: '// Mozilla User Preferences\n',
      ...handlers('app.zen-browser.zen'),
    },
    expected: { zen: [UNKNOWN, SITE_BLOCK] },
  },
  'macos-arc-default': {
    machine: MACHINE,
    files: {
      ...application({ name: 'Arc', bundleId: 'company.thebrowser.Browser', version: '1.120.0' }),
      ...handlers('company.thebrowser.browser'),
      ...chromiumProfile('Arc/User Data', preferences({ [SITE]: 2 })),
    },
    expected: { arc: CAMERA_BLOCKED },
  },
  'macos-default-not-readable': {
    machine: { ...MACHINE, defaultBrowser: 'chrome' },
    files: { ...SAFARI, ...CHROME, ...chromiumProfile('Google/Chrome', preferences({ [SITE]: 2 })) },
    notes: { ...KEPT, [`/${HANDLERS}`]: { unreadable: 'EACCES' } },
    expected: { chrome: CAMERA_BLOCKED, safari: NOTHING },
  },
  'macos-info-plist-broken': {
    machine: MACHINE,
    files: {
      ...CHROME,
      'Applications/Google Chrome.app/Contents/Info.plist': '<?xml version="1.0"?>\n<plist><dict><key>CFBundle',
      ...application({ name: 'Opera', bundleId: 'org.example.singing', version: '1.0' }),
      ...chromiumProfile('Google/Chrome', preferences({ [SITE]: 2 })),
    },
    expected: { chrome: CAMERA_BLOCKED },
  },
};

for (const [name, machine] of Object.entries(RECORDED)) await writeMachine(name, machine);
