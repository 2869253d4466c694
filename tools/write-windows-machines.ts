import {
  type DesktopMachine,
  localState,
  preferences,
  profilesIni,
  SITE,
  SITE_BLOCK,
  UNKNOWN,
  writeMachine,
} from './desktop-machine.ts';
import { firefoxDatabase } from './firefox-database.ts';
import { appPath, beacon, chosen, chosenLately, client, key, registry } from './registry-export.ts';

/** Writes the recorded machines with Windows. Nobody exported them from one: their registry is made up from what is documented. */

const MACHINE = {
  platform: 'win32',
  release: '10.0.26100',
  arch: 'x64',
  home: 'C:\\Users\\user',
  env: {
    LOCALAPPDATA: 'C:\\Users\\user\\AppData\\Local',
    APPDATA: 'C:\\Users\\user\\AppData\\Roaming',
    ProgramFiles: 'C:\\Program Files',
    'ProgramFiles(x86)': 'C:\\Program Files (x86)',
  },
  locale: 'de-DE',
  hostName: 'DESKTOP-1',
};

const PROGRAMS = 'C/Program Files';
const LOCAL = 'C/Users/user/AppData/Local';
const ROAMING = 'C/Users/user/AppData/Roaming';
const EXE = 'MZ';

const PACKAGES =
  'HKEY_CURRENT_USER\\Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel\\Repository\\Packages';
const FIREFOX_PACKAGE = 'Mozilla.Firefox_153.0.1.0_x64__n80bbvh6b1yt2';

const CHROME = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
const EDGE = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
const chrome = client({ name: 'Google Chrome', program: CHROME, progId: 'ChromeHTML' });
const edge = client({ name: 'Microsoft Edge', program: EDGE, progId: 'MSEdgeHTM' });

const CHROME_FILES = {
  [`${PROGRAMS}/Google/Chrome/Application/chrome.exe`]: EXE,
  [`${PROGRAMS}/Google/Chrome/Application/156.0.8078.79/chrome.dll`]: EXE,
};
const EDGE_FILES = {
  [`${PROGRAMS} (x86)/Microsoft/Edge/Application/msedge.exe`]: EXE,
  [`${PROGRAMS} (x86)/Microsoft/Edge/Application/155.0.4022.80/msedge.dll`]: EXE,
  [`${PROGRAMS} (x86)/Microsoft/Edge/Application/156.0.4101.12/msedge.dll`]: EXE,
};

function chromiumProfile(folder: string, stored: string): Record<string, string> {
  return {
    [`${folder}/Local State`]: localState({ Default: 'Person 1' }, 'Default'),
    [`${folder}/Default/Preferences`]: stored,
  };
}

/** A folder with one profile for each installation, and what it says of the camera. */
function firefoxProfiles(
  folder: string,
  stored: Readonly<Record<string, number>>,
): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {};
  const folders: Record<string, string> = {};
  for (const [hash, permission] of Object.entries(stored)) {
    const profile = `Profiles/${hash.slice(0, 6).toLowerCase()}.default-release`;
    folders[hash] = profile;
    files[`${folder}/${profile}/prefs.js`] = '// Mozilla User Preferences\n';
    files[`${folder}/${profile}/permissions.sqlite`] = firefoxDatabase([{ origin: SITE, type: 'camera', permission }]);
  }
  return { [`${folder}/profiles.ini`]: profilesIni(folders), ...files };
}

const NOTHING = [UNKNOWN, UNKNOWN] as const;
const CAMERA_BLOCKED = [SITE_BLOCK, UNKNOWN] as const;

const RECORDED: Readonly<Record<string, DesktopMachine>> = {
  'windows-chrome-site-block': {
    machine: MACHINE,
    registry: registry(chrome, edge, chosen('ChromeHTML'), beacon('Google\\Chrome', '156.0.8078.79')),
    files: {
      ...CHROME_FILES,
      ...EDGE_FILES,
      ...chromiumProfile(`${LOCAL}/Google/Chrome/User Data`, preferences({ [SITE]: 2 })),
    },
    expected: { chrome: CAMERA_BLOCKED, edge: NOTHING },
  },
  'windows-chrome-per-user': {
    machine: MACHINE,
    registry: registry(
      client({
        root: 'HKCU',
        name: 'Google Chrome.6XOGTEX4QNXW2G5A3KYLBVXGS4',
        title: 'Google Chrome',
        program: 'C:\\Users\\user\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
        progId: 'ChromeHTML.6XOGTEX4QNXW2G5A3KYLBVXGS4',
      }),
      chosen('ChromeHTML.6XOGTEX4QNXW2G5A3KYLBVXGS4'),
    ),
    files: {
      [`${LOCAL}/Google/Chrome/Application/chrome.exe`]: EXE,
      [`${LOCAL}/Google/Chrome/Application/99.0.4844.51/chrome.dll`]: EXE,
      [`${LOCAL}/Google/Chrome/Application/156.0.8078.79/chrome.dll`]: EXE,
      ...chromiumProfile(`${LOCAL}/Google/Chrome/User Data`, preferences({ [SITE]: 2 }, 'media_stream_mic')),
    },
    expected: { chrome: [UNKNOWN, SITE_BLOCK] },
  },
  'windows-edge-allowed': {
    machine: MACHINE,
    registry: registry(edge, chosen('MSEdgeHTM'), beacon('Microsoft\\Edge', '156.0.4101.12')),
    files: { ...EDGE_FILES, ...chromiumProfile(`${LOCAL}/Microsoft/Edge/User Data`, preferences({ [SITE]: 1 })) },
    expected: { edge: NOTHING },
  },
  'windows-firefox-store-and-native': {
    machine: MACHINE,
    registry: registry(
      client({
        name: 'Firefox-308046B0AF4A39CB',
        title: 'Mozilla Firefox',
        program: 'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
        progId: 'FirefoxURL-308046B0AF4A39CB',
      }),
      key(`${PACKAGES}\\Mozilla.Firefox_152.0.0.0_x64__n80bbvh6b1yt2`, {}),
      key(`${PACKAGES}\\${FIREFOX_PACKAGE}`, {
        PackageRootFolder: `C:\\Program Files\\WindowsApps\\${FIREFOX_PACKAGE}`,
      }),
      key(`${PACKAGES}\\Microsoft.WindowsCamera_2026.1.0.0_x64__8wekyb3d8bbwe`, {}),
      chosen('AppXhpyqt6bmqgf0v0rka1j3y5mpfzcnbya1'),
      key('HKEY_CURRENT_USER\\Software\\Classes\\AppXhpyqt6bmqgf0v0rka1j3y5mpfzcnbya1\\Application', {
        AppUserModelID: 'Mozilla.Firefox_n80bbvh6b1yt2!App',
      }),
    ),
    files: {
      [`${PROGRAMS}/Mozilla Firefox/firefox.exe`]: EXE,
      [`${PROGRAMS}/Mozilla Firefox/application.ini`]: '[App]\nVendor=Mozilla\nName=Firefox\nVersion=153.0.1\n',
      ...firefoxProfiles(`${ROAMING}/Mozilla/Firefox`, { '308046B0AF4A39CB': 1 }),
      ...firefoxProfiles(`${LOCAL}/Packages/Mozilla.Firefox_n80bbvh6b1yt2/LocalCache/Roaming/Mozilla/Firefox`, {
        A3A5B7A1C5D6E7F8: 2,
      }),
    },
    expected: { firefox: NOTHING, 'firefox@store': CAMERA_BLOCKED },
  },
  'windows-firefox-channels': {
    machine: MACHINE,
    registry: registry(
      client({
        name: 'Firefox-CA9422711AE1A81C',
        title: 'Firefox Developer Edition',
        program: 'C:\\Program Files\\Firefox Developer Edition\\firefox.exe',
        progId: 'FirefoxURL-CA9422711AE1A81C',
      }),
      client({
        root: 'HKCU',
        name: 'Firefox-6F193CCC56814779',
        title: 'Firefox Nightly',
        program: 'C:\\Users\\user\\Portable\\Nightly\\firefox.exe',
        progId: 'FirefoxURL-6F193CCC56814779',
      }),
      chosen('FirefoxURL-6F193CCC56814779'),
    ),
    files: {
      [`${PROGRAMS}/Firefox Developer Edition/firefox.exe`]: EXE,
      'C/Users/user/Portable/Nightly/firefox.exe': EXE,
      'C/Users/user/Portable/Nightly/application.ini': '[App]\nVersion=155.0a1\n',
      ...firefoxProfiles(`${ROAMING}/Mozilla/Firefox`, { CA9422711AE1A81C: 1, '6F193CCC56814779': 2 }),
    },
    expected: {
      'firefox-nightly': CAMERA_BLOCKED,
      'firefox-nightly:<profile 1>': NOTHING,
      'firefox-developer-edition': NOTHING,
      'firefox-developer-edition:<profile 2>': CAMERA_BLOCKED,
    },
  },
  'windows-brave-never-started': {
    machine: MACHINE,
    registry: registry(
      appPath('brave.exe', 'C:\\Program Files\\BraveSoftware\\Brave-Browser\\Application\\brave.exe'),
      chosen('BraveHTML'),
    ),
    files: {
      [`${PROGRAMS}/BraveSoftware/Brave-Browser/Application/brave.exe`]: EXE,
      [`${PROGRAMS}/BraveSoftware/Brave-Browser/Application/156.1.70.1/chrome.dll`]: EXE,
    },
    expected: { brave: NOTHING },
  },
  'windows-opera-roaming': {
    machine: MACHINE,
    registry: registry(
      client({
        root: 'HKCU',
        name: 'OperaStable',
        title: 'Opera Stable',
        program: 'C:\\Users\\user\\AppData\\Local\\Programs\\Opera\\Launcher.exe',
        progId: 'OperaStable',
      }),
      client({
        root: 'HKCU',
        name: 'Opera GXStable',
        title: 'Opera GX Stable',
        program: 'C:\\Users\\user\\AppData\\Local\\Programs\\Opera GX\\opera.exe',
        progId: 'Opera GXStable',
      }),
      chosen('Opera GXStable'),
    ),
    files: {
      [`${LOCAL}/Programs/Opera/launcher.exe`]: EXE,
      [`${LOCAL}/Programs/Opera/98.0.4759.15/opera.exe`]: EXE,
      [`${LOCAL}/Programs/Opera/121.0.5600.10/opera.exe`]: EXE,
      [`${LOCAL}/Programs/Opera GX/opera.exe`]: EXE,
      ...chromiumProfile(`${ROAMING}/Opera Software/Opera Stable`, preferences({ [SITE]: 2 })),
      ...chromiumProfile(`${ROAMING}/Opera Software/Opera GX Stable`, preferences({})),
    },
    expected: { opera: CAMERA_BLOCKED, 'opera-gx': NOTHING },
  },
  'windows-chrome-two-profiles': {
    machine: MACHINE,
    registry: registry(chrome, chosen('ChromeHTML')),
    files: {
      ...CHROME_FILES,
      [`${LOCAL}/Google/Chrome/User Data/Local State`]: localState(
        { Default: 'Privat', 'Profile 1': 'Arbeit' },
        'Profile 1',
      ),
      [`${LOCAL}/Google/Chrome/User Data/Default/Preferences`]: preferences({ [SITE]: 1 }),
      [`${LOCAL}/Google/Chrome/User Data/Profile 1/Preferences`]: preferences({ [SITE]: 2 }),
    },
    expected: { chrome: CAMERA_BLOCKED, 'chrome:Default': NOTHING },
  },
  'windows-chrome-channels': {
    machine: MACHINE,
    registry: registry(
      chrome,
      client({
        name: 'Google Chrome Beta',
        program: 'C:\\Program Files\\Google\\Chrome Beta\\Application\\chrome.exe',
        progId: 'ChromeBHTML',
      }),
      client({
        root: 'HKCU',
        name: 'Google Chrome Canary.6XOGTEX4QNXW2G5A3KYLBVXGS4',
        title: 'Google Chrome Canary',
        program: 'C:\\Users\\user\\AppData\\Local\\Google\\Chrome SxS\\Application\\chrome.exe',
        progId: 'ChromeSSHTM.6XOGTEX4QNXW2G5A3KYLBVXGS4',
      }),
      appPath('chrome.exe', 'C:\\Program Files\\Google\\Chrome Beta\\Application\\chrome.exe'),
      chosen('ChromeHTML'),
      chosenLately('ChromeSSHTM.6XOGTEX4QNXW2G5A3KYLBVXGS4'),
      beacon('Google\\Chrome SxS', '158.0.8201.0'),
    ),
    files: {
      ...CHROME_FILES,
      [`${PROGRAMS}/Google/Chrome Beta/Application/chrome.exe`]: EXE,
      [`${LOCAL}/Google/Chrome SxS/Application/chrome.exe`]: EXE,
      ...chromiumProfile(`${LOCAL}/Google/Chrome/User Data`, preferences({})),
      ...chromiumProfile(`${LOCAL}/Google/Chrome SxS/User Data`, preferences({ [SITE]: 2 })),
    },
    expected: { 'chrome-canary': CAMERA_BLOCKED, chrome: NOTHING, 'chrome-beta': NOTHING },
  },
  'windows-registry-not-readable': {
    machine: MACHINE,
    files: { ...CHROME_FILES, ...chromiumProfile(`${LOCAL}/Google/Chrome/User Data`, preferences({ [SITE]: 2 })) },
    expected: {},
  },
  'windows-local-app-data-not-set': {
    machine: { ...MACHINE, env: { ...MACHINE.env, LOCALAPPDATA: '' } },
    registry: registry(chrome, chosen('ChromeHTML')),
    files: { ...CHROME_FILES, ...chromiumProfile(`${LOCAL}/Google/Chrome/User Data`, preferences({ [SITE]: 2 })) },
    expected: { chrome: NOTHING },
  },
  'windows-browsers-uninstalled': {
    machine: MACHINE,
    registry: registry(
      chrome,
      appPath('chrome.exe', CHROME),
      client({ name: 'IEXPLORE.EXE', program: 'C:\\Program Files\\Internet Explorer\\iexplore.exe' }),
      appPath(
        'vivaldi.exe',
        '"D:\\Programme\\Vivaldi\\Application\\vivaldi.exe"',
        'HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node',
      ),
      chosen('ChromeHTML'),
    ),
    files: {
      'D/Programme/Vivaldi/Application/vivaldi.exe': EXE,
      ...chromiumProfile(`${LOCAL}/Google/Chrome/User Data`, preferences({ [SITE]: 2 })),
      ...chromiumProfile(`${LOCAL}/Vivaldi/User Data`, preferences({})),
    },
    expected: { vivaldi: NOTHING },
  },
};

for (const [name, machine] of Object.entries(RECORDED)) await writeMachine(name, machine);
