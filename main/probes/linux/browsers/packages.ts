import type { BrowserId } from '../../../../core/browsers/browsers.ts';

/** How one browser is packaged on Linux, and where each package keeps its profiles. */
export interface LinuxPackages {
  /** Commands on the PATH, the most telling first. */
  readonly commands: readonly string[];
  /** Names of the native package’s desktop files, without `.desktop`. A snap’s begins with its name and `_`; a flatpak’s is its id. */
  readonly desktopFiles: readonly string[];
  /** Distribution packages, for the version. */
  readonly packages: readonly string[];
  /** Profiles of the native package, under `$XDG_CONFIG_HOME`, or under the home folder. The first that exists counts. */
  readonly data: readonly { readonly base: 'config' | 'home'; readonly path: string }[];
  readonly snap?: { readonly name: string; readonly data: string };
  readonly flatpak?: { readonly id: string; readonly data: string };
}

/**
 * The browsers of Linux: a new one is one entry here and one in `core/browsers`.
 *
 * @see https://chromium.googlesource.com/chromium/src/+/lkgr/docs/user_data_dir.md
 * @see https://support.mozilla.org/kb/profiles-where-firefox-stores-user-data
 */
export const LINUX_PACKAGES: Readonly<Record<BrowserId, LinuxPackages>> = {
  chrome: {
    commands: ['google-chrome-stable', 'google-chrome'],
    desktopFiles: ['google-chrome'],
    packages: ['google-chrome-stable'],
    data: [{ base: 'config', path: 'google-chrome' }],
    flatpak: { id: 'com.google.Chrome', data: '~/.var/app/com.google.Chrome/config/google-chrome' },
  },
  chromium: {
    commands: ['chromium', 'chromium-browser'],
    desktopFiles: ['chromium', 'chromium-browser'],
    packages: ['chromium', 'chromium-browser'],
    data: [{ base: 'config', path: 'chromium' }],
    snap: { name: 'chromium', data: '~/snap/chromium/common/chromium' },
    flatpak: { id: 'org.chromium.Chromium', data: '~/.var/app/org.chromium.Chromium/config/chromium' },
  },
  edge: {
    commands: ['microsoft-edge-stable', 'microsoft-edge'],
    desktopFiles: ['microsoft-edge'],
    packages: ['microsoft-edge-stable'],
    data: [{ base: 'config', path: 'microsoft-edge' }],
    flatpak: { id: 'com.microsoft.Edge', data: '~/.var/app/com.microsoft.Edge/config/microsoft-edge' },
  },
  brave: {
    commands: ['brave-browser-stable', 'brave-browser', 'brave'],
    desktopFiles: ['brave-browser'],
    packages: ['brave-browser'],
    data: [{ base: 'config', path: 'BraveSoftware/Brave-Browser' }],
    snap: { name: 'brave', data: '~/snap/brave/current/.config/BraveSoftware/Brave-Browser' },
    flatpak: { id: 'com.brave.Browser', data: '~/.var/app/com.brave.Browser/config/BraveSoftware/Brave-Browser' },
  },
  vivaldi: {
    commands: ['vivaldi-stable', 'vivaldi'],
    desktopFiles: ['vivaldi-stable'],
    packages: ['vivaldi-stable'],
    data: [{ base: 'config', path: 'vivaldi' }],
    flatpak: { id: 'com.vivaldi.Vivaldi', data: '~/.var/app/com.vivaldi.Vivaldi/config/vivaldi' },
  },
  opera: {
    commands: ['opera', 'opera-stable'],
    desktopFiles: ['opera'],
    packages: ['opera-stable'],
    data: [{ base: 'config', path: 'opera' }],
    snap: { name: 'opera', data: '~/snap/opera/current/.config/opera' },
    flatpak: { id: 'com.opera.Opera', data: '~/.var/app/com.opera.Opera/config/opera' },
  },
  firefox: {
    commands: ['firefox', 'firefox-esr'],
    desktopFiles: ['firefox', 'firefox-esr'],
    packages: ['firefox', 'firefox-esr'],
    data: [
      { base: 'home', path: '.mozilla/firefox' },
      { base: 'config', path: 'mozilla/firefox' },
    ],
    snap: { name: 'firefox', data: '~/snap/firefox/common/.mozilla/firefox' },
    flatpak: { id: 'org.mozilla.firefox', data: '~/.var/app/org.mozilla.firefox/.mozilla/firefox' },
  },
};
