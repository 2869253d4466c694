import type { BrowserDescription } from './browser-description.ts';

/**
 * The browsers built on Chromium, in their stable channels.
 *
 * @see https://chromium.googlesource.com/chromium/src/+/lkgr/docs/user_data_dir.md
 * @see https://chromium.googlesource.com/chromium/src/+/main/components/policy/core/common/policy_paths.cc
 */
export const CHROMIUM_FAMILY = {
  chrome: {
    name: 'Google Chrome',
    engine: 'chromium',
    processes: ['chrome', 'Google Chrome'],
    linux: {
      commands: ['google-chrome-stable', 'google-chrome'],
      desktopFiles: ['google-chrome'],
      packages: ['google-chrome-stable'],
      data: [{ base: 'config', path: 'google-chrome' }],
      flatpak: { id: 'com.google.Chrome', data: '~/.var/app/com.google.Chrome/config/google-chrome' },
      policies: '/etc/opt/chrome/policies',
    },
    windows: {
      program: 'chrome.exe',
      folder: 'Google\\Chrome\\Application',
      clients: ['Google Chrome'],
      progId: 'ChromeHTML',
      data: { base: 'local', path: 'Google\\Chrome\\User Data' },
      policies: 'Google\\Chrome',
    },
    macos: { bundleId: 'com.google.Chrome', app: 'Google Chrome', data: 'Google/Chrome' },
  },
  chromium: {
    name: 'Chromium',
    engine: 'chromium',
    processes: ['chromium', 'chromium-browser', 'chrome'],
    linux: {
      commands: ['chromium', 'chromium-browser'],
      desktopFiles: ['chromium', 'chromium-browser'],
      packages: ['chromium', 'chromium-browser'],
      data: [{ base: 'config', path: 'chromium' }],
      snap: { name: 'chromium', data: '~/snap/chromium/common/chromium' },
      flatpak: { id: 'org.chromium.Chromium', data: '~/.var/app/org.chromium.Chromium/config/chromium' },
      policies: '/etc/chromium/policies',
    },
    windows: {
      program: 'chrome.exe',
      folder: 'Chromium\\Application',
      clients: ['Chromium'],
      progId: 'ChromiumHTM',
      data: { base: 'local', path: 'Chromium\\User Data' },
      policies: 'Chromium',
    },
    macos: { bundleId: 'org.chromium.Chromium', app: 'Chromium', data: 'Chromium' },
  },
  edge: {
    name: 'Microsoft Edge',
    engine: 'chromium',
    processes: ['msedge', 'Microsoft Edge'],
    linux: {
      commands: ['microsoft-edge-stable', 'microsoft-edge'],
      desktopFiles: ['microsoft-edge'],
      packages: ['microsoft-edge-stable'],
      data: [{ base: 'config', path: 'microsoft-edge' }],
      flatpak: { id: 'com.microsoft.Edge', data: '~/.var/app/com.microsoft.Edge/config/microsoft-edge' },
      policies: '/etc/opt/edge/policies',
    },
    windows: {
      program: 'msedge.exe',
      folder: 'Microsoft\\Edge\\Application',
      clients: ['Microsoft Edge'],
      progId: 'MSEdgeHTM',
      data: { base: 'local', path: 'Microsoft\\Edge\\User Data' },
      policies: 'Microsoft\\Edge',
    },
    macos: {
      bundleId: 'com.microsoft.edgemac',
      // https://learn.microsoft.com/deployedge/configure-microsoft-edge-on-mac
      policies: 'com.microsoft.Edge',
      app: 'Microsoft Edge',
      data: 'Microsoft Edge',
    },
  },
  brave: {
    name: 'Brave',
    engine: 'chromium',
    processes: ['brave', 'brave-browser', 'Brave Browser'],
    linux: {
      commands: ['brave-browser-stable', 'brave-browser', 'brave'],
      desktopFiles: ['brave-browser'],
      packages: ['brave-browser'],
      data: [{ base: 'config', path: 'BraveSoftware/Brave-Browser' }],
      snap: { name: 'brave', data: '~/snap/brave/current/.config/BraveSoftware/Brave-Browser' },
      flatpak: { id: 'com.brave.Browser', data: '~/.var/app/com.brave.Browser/config/BraveSoftware/Brave-Browser' },
      policies: '/etc/brave/policies',
    },
    windows: {
      program: 'brave.exe',
      folder: 'BraveSoftware\\Brave-Browser\\Application',
      clients: ['Brave'],
      progId: 'BraveHTML',
      data: { base: 'local', path: 'BraveSoftware\\Brave-Browser\\User Data' },
      policies: 'BraveSoftware\\Brave',
    },
    macos: { bundleId: 'com.brave.Browser', app: 'Brave Browser', data: 'BraveSoftware/Brave-Browser' },
  },
  vivaldi: {
    name: 'Vivaldi',
    engine: 'chromium',
    processes: ['vivaldi-bin', 'vivaldi', 'Vivaldi'],
    linux: {
      commands: ['vivaldi-stable', 'vivaldi'],
      desktopFiles: ['vivaldi-stable'],
      packages: ['vivaldi-stable'],
      data: [{ base: 'config', path: 'vivaldi' }],
      flatpak: { id: 'com.vivaldi.Vivaldi', data: '~/.var/app/com.vivaldi.Vivaldi/config/vivaldi' },
      policies: null,
    },
    windows: {
      program: 'vivaldi.exe',
      folder: 'Vivaldi\\Application',
      clients: ['Vivaldi'],
      progId: 'VivaldiHTM',
      data: { base: 'local', path: 'Vivaldi\\User Data' },
      policies: null,
    },
    macos: { bundleId: 'com.vivaldi.Vivaldi', app: 'Vivaldi', data: 'Vivaldi' },
  },
  opera: {
    name: 'Opera',
    engine: 'chromium',
    processes: ['opera', 'Opera'],
    linux: {
      commands: ['opera', 'opera-stable'],
      desktopFiles: ['opera'],
      packages: ['opera-stable'],
      data: [{ base: 'config', path: 'opera' }],
      snap: { name: 'opera', data: '~/snap/opera/current/.config/opera' },
      flatpak: { id: 'com.opera.Opera', data: '~/.var/app/com.opera.Opera/config/opera' },
      policies: null,
    },
    windows: {
      program: 'opera.exe',
      folder: 'Opera',
      clients: ['OperaStable', 'Opera'],
      progId: 'OperaStable',
      data: { base: 'roaming', path: 'Opera Software\\Opera Stable' },
      policies: null,
    },
    macos: { bundleId: 'com.operasoftware.Opera', app: 'Opera', data: 'com.operasoftware.Opera' },
  },
  'opera-gx': {
    name: 'Opera GX',
    engine: 'chromium',
    processes: ['opera', 'Opera GX'],
    windows: {
      program: 'opera.exe',
      folder: 'Opera GX',
      // How the client is written differs between public sources.
      clients: ['Opera GXStable', 'OperaGXStable'],
      progId: 'Opera GXStable',
      data: { base: 'roaming', path: 'Opera Software\\Opera GX Stable' },
      policies: null,
    },
    macos: { bundleId: 'com.operasoftware.OperaGX', app: 'Opera GX', data: 'com.operasoftware.OperaGX' },
  },
  arc: {
    name: 'Arc',
    engine: 'chromium',
    processes: ['Arc'],
    // Of Windows only the family of the package and the two data folders are known from public sources; the rest is a guess.
    windows: {
      program: 'Arc.exe',
      folder: 'Arc\\Application',
      clients: ['Arc'],
      progId: 'ArcHTM',
      data: { base: 'local', path: 'Arc\\User Data' },
      store: {
        family: 'TheBrowserCompany.Arc_ttt1ap7aakyb4',
        program: 'Arc.exe',
        data: 'LocalCache\\Local\\Arc\\User Data',
      },
      policies: null,
    },
    macos: { bundleId: 'company.thebrowser.Browser', app: 'Arc', data: 'Arc/User Data' },
  },
  dia: {
    name: 'Dia',
    engine: 'chromium',
    processes: ['Dia'],
    macos: { bundleId: 'company.thebrowser.dia', app: 'Dia', data: 'Dia/User Data' },
  },
  comet: {
    name: 'Comet',
    engine: 'chromium',
    processes: ['comet', 'Comet'],
    // The client and the ProgId are a guess.
    windows: {
      program: 'comet.exe',
      folder: 'Perplexity\\Comet\\Application',
      clients: ['Comet', 'Perplexity Comet'],
      progId: 'CometHTM',
      data: { base: 'local', path: 'Perplexity\\Comet\\User Data' },
      policies: null,
    },
    macos: { bundleId: 'ai.perplexity.comet', app: 'Comet', data: 'Comet' },
  },
  yandex: {
    name: 'Yandex Browser',
    engine: 'chromium',
    processes: ['yandex_browser', 'browser', 'Yandex'],
    // The commands and packages, and the client, are a guess.
    linux: {
      commands: ['yandex-browser-stable', 'yandex-browser'],
      desktopFiles: ['yandex-browser'],
      packages: ['yandex-browser-stable'],
      data: [{ base: 'config', path: 'yandex-browser' }],
      policies: null,
    },
    windows: {
      program: 'browser.exe',
      folder: 'Yandex\\YandexBrowser\\Application',
      clients: ['Yandex'],
      progId: 'YandexHTML',
      data: { base: 'local', path: 'Yandex\\YandexBrowser\\User Data' },
      policies: null,
    },
    macos: { bundleId: 'ru.yandex.desktop.yandex-browser', app: 'Yandex', data: 'Yandex/YandexBrowser' },
  },
} as const satisfies Record<string, BrowserDescription>;
