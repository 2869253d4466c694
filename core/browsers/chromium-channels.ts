import type { BrowserDescription } from './browser-description.ts';

/**
 * The test channels of the browsers built on Chromium. Each stands beside the stable one, with profiles of its own, and
 * shares the name of the program and the policies with it.
 *
 * @see https://chromium.googlesource.com/chromium/src/+/lkgr/docs/user_data_dir.md
 * @see https://chromium.googlesource.com/chromium/src/+/main/chrome/install_static/google_chrome_install_modes.cc
 * @see https://github.com/brave/brave-core/blob/master/chromium_src/chrome/install_static/brave_install_modes.cc
 */
export const CHROMIUM_CHANNELS = {
  'chrome-beta': {
    name: 'Google Chrome Beta',
    engine: 'chromium',
    processes: ['chrome', 'Google Chrome Beta'],
    linux: {
      commands: ['google-chrome-beta'],
      desktopFiles: ['google-chrome-beta'],
      packages: ['google-chrome-beta'],
      data: [{ base: 'config', path: 'google-chrome-beta' }],
      policies: '/etc/opt/chrome/policies',
    },
    windows: {
      program: 'chrome.exe',
      folder: 'Google\\Chrome Beta\\Application',
      clients: ['Google Chrome Beta'],
      progId: 'ChromeBHTML',
      data: { base: 'local', path: 'Google\\Chrome Beta\\User Data' },
      policies: 'Google\\Chrome',
    },
    macos: { bundleId: 'com.google.Chrome.beta', app: 'Google Chrome Beta', data: 'Google/Chrome Beta' },
  },
  'chrome-dev': {
    name: 'Google Chrome Dev',
    engine: 'chromium',
    processes: ['chrome', 'Google Chrome Dev'],
    linux: {
      commands: ['google-chrome-unstable'],
      desktopFiles: ['google-chrome-unstable'],
      packages: ['google-chrome-unstable'],
      data: [{ base: 'config', path: 'google-chrome-unstable' }],
      policies: '/etc/opt/chrome/policies',
    },
    windows: {
      program: 'chrome.exe',
      folder: 'Google\\Chrome Dev\\Application',
      clients: ['Google Chrome Dev'],
      progId: 'ChromeDHTML',
      data: { base: 'local', path: 'Google\\Chrome Dev\\User Data' },
      policies: 'Google\\Chrome',
    },
    macos: { bundleId: 'com.google.Chrome.dev', app: 'Google Chrome Dev', data: 'Google/Chrome Dev' },
  },
  'chrome-canary': {
    name: 'Google Chrome Canary',
    engine: 'chromium',
    processes: ['chrome', 'Google Chrome Canary'],
    linux: {
      commands: ['google-chrome-canary'],
      desktopFiles: ['google-chrome-canary'],
      packages: ['google-chrome-canary'],
      data: [{ base: 'config', path: 'google-chrome-canary' }],
      policies: '/etc/opt/chrome/policies',
    },
    windows: {
      program: 'chrome.exe',
      folder: 'Google\\Chrome SxS\\Application',
      clients: ['Google Chrome Canary'],
      progId: 'ChromeSSHTM',
      data: { base: 'local', path: 'Google\\Chrome SxS\\User Data' },
      policies: 'Google\\Chrome',
    },
    macos: { bundleId: 'com.google.Chrome.canary', app: 'Google Chrome Canary', data: 'Google/Chrome Canary' },
  },
  'edge-beta': {
    name: 'Microsoft Edge Beta',
    engine: 'chromium',
    processes: ['msedge', 'Microsoft Edge Beta'],
    linux: {
      commands: ['microsoft-edge-beta'],
      desktopFiles: ['microsoft-edge-beta'],
      packages: ['microsoft-edge-beta'],
      data: [{ base: 'config', path: 'microsoft-edge-beta' }],
      policies: '/etc/opt/edge/policies',
    },
    windows: {
      program: 'msedge.exe',
      folder: 'Microsoft\\Edge Beta\\Application',
      clients: ['Microsoft Edge Beta'],
      progId: 'MSEdgeBHTML',
      data: { base: 'local', path: 'Microsoft\\Edge Beta\\User Data' },
      policies: 'Microsoft\\Edge',
    },
    macos: { bundleId: 'com.microsoft.edgemac.Beta', app: 'Microsoft Edge Beta', data: 'Microsoft Edge Beta' },
  },
  'edge-dev': {
    name: 'Microsoft Edge Dev',
    engine: 'chromium',
    processes: ['msedge', 'Microsoft Edge Dev'],
    linux: {
      commands: ['microsoft-edge-dev'],
      desktopFiles: ['microsoft-edge-dev'],
      packages: ['microsoft-edge-dev'],
      data: [{ base: 'config', path: 'microsoft-edge-dev' }],
      policies: '/etc/opt/edge/policies',
    },
    windows: {
      program: 'msedge.exe',
      folder: 'Microsoft\\Edge Dev\\Application',
      clients: ['Microsoft Edge Dev'],
      progId: 'MSEdgeDHTML',
      data: { base: 'local', path: 'Microsoft\\Edge Dev\\User Data' },
      policies: 'Microsoft\\Edge',
    },
    macos: { bundleId: 'com.microsoft.edgemac.Dev', app: 'Microsoft Edge Dev', data: 'Microsoft Edge Dev' },
  },
  'edge-canary': {
    name: 'Microsoft Edge Canary',
    engine: 'chromium',
    processes: ['msedge', 'Microsoft Edge Canary'],
    windows: {
      program: 'msedge.exe',
      folder: 'Microsoft\\Edge SxS\\Application',
      clients: ['Microsoft Edge Canary'],
      progId: 'MSEdgeSSHTM',
      data: { base: 'local', path: 'Microsoft\\Edge SxS\\User Data' },
      policies: 'Microsoft\\Edge',
    },
    macos: { bundleId: 'com.microsoft.edgemac.Canary', app: 'Microsoft Edge Canary', data: 'Microsoft Edge Canary' },
  },
  'brave-beta': {
    name: 'Brave Beta',
    engine: 'chromium',
    processes: ['brave', 'Brave Browser Beta'],
    linux: {
      commands: ['brave-browser-beta'],
      desktopFiles: ['brave-browser-beta'],
      packages: ['brave-browser-beta'],
      data: [{ base: 'config', path: 'BraveSoftware/Brave-Browser-Beta' }],
      policies: '/etc/brave/policies',
    },
    windows: {
      program: 'brave.exe',
      folder: 'BraveSoftware\\Brave-Browser-Beta\\Application',
      clients: ['Brave Beta'],
      progId: 'BraveBHTML',
      data: { base: 'local', path: 'BraveSoftware\\Brave-Browser-Beta\\User Data' },
      policies: 'BraveSoftware\\Brave',
    },
    macos: { bundleId: 'com.brave.Browser.beta', app: 'Brave Browser Beta', data: 'BraveSoftware/Brave-Browser-Beta' },
  },
  'brave-nightly': {
    name: 'Brave Nightly',
    engine: 'chromium',
    processes: ['brave', 'Brave Browser Nightly'],
    linux: {
      commands: ['brave-browser-nightly'],
      desktopFiles: ['brave-browser-nightly'],
      packages: ['brave-browser-nightly'],
      data: [{ base: 'config', path: 'BraveSoftware/Brave-Browser-Nightly' }],
      policies: '/etc/brave/policies',
    },
    windows: {
      program: 'brave.exe',
      folder: 'BraveSoftware\\Brave-Browser-Nightly\\Application',
      clients: ['Brave Nightly'],
      progId: 'BraveSSHTM',
      data: { base: 'local', path: 'BraveSoftware\\Brave-Browser-Nightly\\User Data' },
      policies: 'BraveSoftware\\Brave',
    },
    macos: {
      bundleId: 'com.brave.Browser.nightly',
      app: 'Brave Browser Nightly',
      data: 'BraveSoftware/Brave-Browser-Nightly',
    },
  },
} as const satisfies Record<string, BrowserDescription>;
