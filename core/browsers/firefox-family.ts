import type { BrowserDescription } from './browser-description.ts';

/**
 * Firefox and the browsers built on it. The channels of Firefox itself share one folder of profiles, whose `profiles.ini`
 * says which belongs to which installation. Of the others, what is registered on Windows was found in public programs
 * and not seen on a computer, and nobody documents a folder of policies for all their users.
 *
 * @see https://support.mozilla.org/kb/profiles-where-firefox-stores-user-data
 */
export const FIREFOX_FAMILY = {
  firefox: {
    name: 'Mozilla Firefox',
    engine: 'gecko',
    processes: ['firefox', 'firefox-esr', 'firefox-bin'],
    linux: {
      commands: ['firefox', 'firefox-esr'],
      desktopFiles: ['firefox', 'firefox-esr'],
      packages: ['firefox', 'firefox-esr'],
      data: [
        { base: 'home', path: '.mozilla/firefox' },
        { base: 'config', path: 'mozilla/firefox' },
      ],
      // The new places are where the packages’ own XDG folders would put them; neither was seen on a computer.
      snap: {
        name: 'firefox',
        data: '~/snap/firefox/common/.mozilla/firefox',
        newData: '~/snap/firefox/current/.config/mozilla/firefox',
      },
      flatpak: {
        id: 'org.mozilla.firefox',
        data: '~/.var/app/org.mozilla.firefox/.mozilla/firefox',
        newData: '~/.var/app/org.mozilla.firefox/config/mozilla/firefox',
      },
      policies: '/etc/firefox/policies',
    },
    windows: {
      program: 'firefox.exe',
      folder: 'Mozilla Firefox',
      // Older installers use the name of the program.
      clients: ['Firefox', 'FIREFOX.EXE'],
      progId: 'FirefoxURL',
      data: { base: 'roaming', path: 'Mozilla\\Firefox' },
      store: {
        family: 'Mozilla.Firefox_n80bbvh6b1yt2',
        program: 'VFS\\ProgramFiles\\Firefox Package Root\\firefox.exe',
        data: 'LocalCache\\Roaming\\Mozilla\\Firefox',
      },
      policies: 'Mozilla\\Firefox',
    },
    macos: { bundleId: 'org.mozilla.firefox', app: 'Firefox', data: 'Firefox' },
  },
  'firefox-developer-edition': {
    name: 'Firefox Developer Edition',
    engine: 'gecko',
    processes: ['firefox', 'firefox-bin'],
    linux: {
      commands: ['firefox-developer-edition', 'firefox-devedition'],
      desktopFiles: ['firefox-developer-edition', 'firefox-devedition'],
      packages: ['firefox-developer-edition', 'firefox-devedition'],
      data: [
        { base: 'home', path: '.mozilla/firefox' },
        { base: 'config', path: 'mozilla/firefox' },
      ],
      policies: '/etc/firefox/policies',
    },
    windows: {
      program: 'firefox.exe',
      folder: 'Firefox Developer Edition',
      clients: ['Firefox', 'FIREFOX.EXE'],
      progId: 'FirefoxURL',
      data: { base: 'roaming', path: 'Mozilla\\Firefox' },
      policies: 'Mozilla\\Firefox',
    },
    macos: { bundleId: 'org.mozilla.firefoxdeveloperedition', app: 'Firefox Developer Edition', data: 'Firefox' },
  },
  'firefox-nightly': {
    name: 'Firefox Nightly',
    engine: 'gecko',
    processes: ['firefox', 'firefox-bin'],
    linux: {
      commands: ['firefox-nightly'],
      desktopFiles: ['firefox-nightly'],
      packages: ['firefox-nightly'],
      data: [
        { base: 'home', path: '.mozilla/firefox' },
        { base: 'config', path: 'mozilla/firefox' },
      ],
      policies: '/etc/firefox/policies',
    },
    windows: {
      program: 'firefox.exe',
      folder: 'Firefox Nightly',
      clients: ['Firefox', 'FIREFOX.EXE'],
      progId: 'FirefoxURL',
      data: { base: 'roaming', path: 'Mozilla\\Firefox' },
      policies: 'Mozilla\\Firefox',
    },
    macos: { bundleId: 'org.mozilla.nightly', app: 'Firefox Nightly', data: 'Firefox' },
  },
  librewolf: {
    name: 'LibreWolf',
    engine: 'gecko',
    processes: ['librewolf', 'librewolf-bin', 'LibreWolf'],
    linux: {
      commands: ['librewolf'],
      desktopFiles: ['librewolf'],
      packages: ['librewolf'],
      data: [
        { base: 'home', path: '.librewolf' },
        // Where it would follow Firefox; not seen on a computer.
        { base: 'config', path: 'librewolf/librewolf' },
      ],
      flatpak: { id: 'io.gitlab.librewolf-community', data: '~/.var/app/io.gitlab.librewolf-community/.librewolf' },
      policies: null,
    },
    windows: {
      program: 'librewolf.exe',
      folder: 'LibreWolf',
      clients: ['LibreWolf'],
      progId: 'LibreWolfURL',
      data: { base: 'roaming', path: 'librewolf' },
      policies: null,
    },
    // Its bundle id changed over the years.
    macos: { bundleId: 'io.gitlab.librewolf-community.librewolf', app: 'LibreWolf', data: 'librewolf' },
  },
  waterfox: {
    name: 'Waterfox',
    engine: 'gecko',
    processes: ['waterfox', 'waterfox-bin', 'Waterfox'],
    linux: {
      commands: ['waterfox'],
      desktopFiles: ['waterfox'],
      packages: ['waterfox'],
      data: [{ base: 'home', path: '.waterfox' }],
      flatpak: { id: 'net.waterfox.waterfox', data: '~/.var/app/net.waterfox.waterfox/.waterfox' },
      policies: null,
    },
    windows: {
      program: 'waterfox.exe',
      folder: 'Waterfox',
      clients: ['Waterfox'],
      progId: 'WaterfoxURL',
      data: { base: 'roaming', path: 'Waterfox' },
      policies: null,
    },
    macos: { bundleId: 'net.waterfox.waterfox', app: 'Waterfox', data: 'Waterfox' },
  },
  floorp: {
    name: 'Floorp',
    engine: 'gecko',
    processes: ['floorp', 'floorp-bin', 'Floorp'],
    linux: {
      commands: ['floorp'],
      desktopFiles: ['floorp'],
      packages: ['floorp'],
      data: [{ base: 'home', path: '.floorp' }],
      flatpak: { id: 'one.ablaze.floorp', data: '~/.var/app/one.ablaze.floorp/.floorp' },
      policies: null,
    },
    windows: {
      program: 'floorp.exe',
      folder: 'Ablaze Floorp',
      clients: ['Floorp'],
      progId: 'FloorpURL',
      data: { base: 'roaming', path: 'Floorp' },
      policies: null,
    },
    macos: { bundleId: 'one.ablaze.floorp', app: 'Floorp', data: 'Floorp' },
  },
  zen: {
    name: 'Zen Browser',
    engine: 'gecko',
    processes: ['zen', 'zen-bin', 'Zen'],
    linux: {
      commands: ['zen-browser', 'zen'],
      desktopFiles: ['zen-browser', 'zen'],
      packages: ['zen-browser', 'zen'],
      data: [
        { base: 'home', path: '.zen' },
        { base: 'config', path: 'zen' },
      ],
      flatpak: {
        id: 'app.zen_browser.zen',
        data: '~/.var/app/app.zen_browser.zen/.zen',
        newData: '~/.var/app/app.zen_browser.zen/config/zen',
      },
      policies: null,
    },
    windows: {
      program: 'zen.exe',
      folder: 'Zen Browser',
      clients: ['Zen'],
      progId: 'ZenURL',
      data: { base: 'roaming', path: 'zen' },
      policies: null,
    },
    macos: { bundleId: 'app.zen-browser.zen', app: 'Zen', data: 'zen' },
  },
} as const satisfies Record<string, BrowserDescription>;
