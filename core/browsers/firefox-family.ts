import type { BrowserDescription } from './browser-description.ts';

/**
 * Firefox and the browsers built on it.
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
      client: 'Firefox',
      progId: 'FirefoxURL',
      data: { base: 'roaming', path: 'Mozilla\\Firefox' },
      store: {
        family: 'Mozilla.Firefox_n80bbvh6b1yt2',
        data: 'LocalCache\\Roaming\\Mozilla\\Firefox',
      },
      policies: 'Mozilla\\Firefox',
    },
    macos: { bundleId: 'org.mozilla.firefox', app: 'Firefox', data: 'Firefox' },
  },
} as const satisfies Record<string, BrowserDescription>;
