import type { Engine } from '../browsers/browser-description.ts';
import type { CauseId } from '../causes/catalogue.ts';
import type { Browser } from '../facts/browser.ts';
import type { Medium } from '../medium.ts';
import type { Platform } from '../platform.ts';
import type { Subject } from '../subject.ts';
import { CHROME_GUIDES, EDGE_GUIDES } from './chrome.ts';
import { FIREFOX_GUIDES } from './firefox.ts';
import { LINUX_GUIDES } from './linux.ts';
import { MAC_GUIDES } from './macos.ts';
import { SAFARI_GUIDES } from './safari.ts';
import type { MacGeneration, System } from './system.ts';
import { WINDOWS_GUIDES } from './windows.ts';

/** Every guide, by its id. Its words stand under the same id in `i18n`. */
export const GUIDES = {
  ...LINUX_GUIDES,
  ...WINDOWS_GUIDES,
  ...MAC_GUIDES,
  ...CHROME_GUIDES,
  ...EDGE_GUIDES,
  ...FIREFOX_GUIDES,
  ...SAFARI_GUIDES,
};

export type GuideId = keyof typeof GUIDES;

type TextOf<W> = W extends { readonly steps: readonly { readonly text: infer T extends string }[] } ? T : never;

/** The words that a language must have for the guides: a step without words does not compile. */
export type GuideWords = {
  readonly [G in GuideId]: {
    readonly title: string;
    readonly ways: {
      readonly [W in keyof (typeof GUIDES)[G]['ways']]: {
        readonly name: string;
        readonly path: string;
        readonly steps: { readonly [T in TextOf<(typeof GUIDES)[G]['ways'][W]>]: string };
      };
    };
  };
};

export function isGuideId(id: string): id is GuideId {
  return Object.hasOwn(GUIDES, id);
}

/** Whose pages a guide shows: a system’s, or a browser’s. */
export type Home = Platform | `windows-${'10' | '11'}` | `macos-${MacGeneration}` | BrowserHome;

/** Browsers whose pages are their own. */
export const BROWSER_HOMES = ['chrome', 'edge', 'firefox', 'safari'] as const;

export type BrowserHome = (typeof BROWSER_HOMES)[number];

type GuideOfMedium = { readonly [M in Medium]?: GuideId };

type WindowsSwitch =
  | 'device-access'
  | 'apps'
  | 'desktop-apps'
  | 'this-app'
  | 'this-program'
  | 'all-switches'
  | 'off-and-on';

function windowsGuides<const S extends WindowsSwitch>(name: S) {
  return {
    'windows-10': { camera: `windows-10.camera-${name}`, microphone: `windows-10.microphone-${name}` },
    'windows-11': { camera: `windows-11.camera-${name}`, microphone: `windows-11.microphone-${name}` },
  } as const;
}

/** A release has the pages of those before it, back to where System Preferences ended. */
const MAC_HOMES: Readonly<Record<MacGeneration, readonly Home[]>> = {
  '10.14': ['macos-10.14'],
  '10.15': ['macos-10.15', 'macos-10.14'],
  '13': ['macos-13'],
  '15': ['macos-15', 'macos-13'],
  '27': ['macos-27', 'macos-15', 'macos-13'],
};

/** Safari is in no list of the system’s settings: what stops it stands in its own. */
const NOT_IN_LIST = { safari: 'safari.site-permission' } as const;

const MAC_PRIVACY = {
  ...NOT_IN_LIST,
  'macos-10.14': { camera: 'macos-10.14.camera-privacy', microphone: 'macos-10.14.microphone-privacy' },
  'macos-13': { camera: 'macos-13.camera-privacy', microphone: 'macos-13.microphone-privacy' },
} as const;

const MAC_OFF_AND_ON = {
  ...NOT_IN_LIST,
  'macos-10.14': { camera: 'macos-10.14.camera-off-and-on', microphone: 'macos-10.14.microphone-off-and-on' },
  'macos-13': { camera: 'macos-13.camera-off-and-on', microphone: 'macos-13.microphone-off-and-on' },
} as const;

const MAC_PROFILES = { 'macos-10.14': 'macos-10.14.profiles', 'macos-13': 'macos-13.profiles' } as const;

function macSound<const S extends 'connect-microphone' | 'input-volume' | 'choose-input'>(name: S) {
  return {
    'macos-10.14': { microphone: `macos-10.14.${name}` },
    'macos-13': { microphone: `macos-13.${name}` },
  } as const;
}

/** Which guide puts a cause right, by where that is done. */
const GUIDE_OF_CAUSE: { readonly [C in CauseId]?: { readonly [H in Home]?: GuideId | GuideOfMedium } } = {
  'device.none': {
    linux: { camera: 'linux.connect-camera' },
    win32: { camera: 'windows.connect-camera', microphone: 'windows.sound-input' },
    darwin: { camera: 'macos.connect-camera' },
    ...macSound('connect-microphone'),
  },
  'device.unplugged': { win32: { microphone: 'windows.sound-input' } },
  'device.driver-problem': { win32: { camera: 'windows.camera-driver', microphone: 'windows.sound-card-driver' } },
  'device.disabled': {
    'windows-10': { camera: 'windows-10.camera-disabled' },
    'windows-11': { camera: 'windows-11.camera-disabled' },
    win32: { microphone: 'windows.microphone-disabled' },
  },
  'windows.camera-service-disabled': { win32: 'windows.camera-service' },
  'windows.audio-service-disabled': { win32: 'windows.sound-service' },
  'windows.device-access-off': windowsGuides('device-access'),
  'windows.apps-access-off': windowsGuides('apps'),
  'windows.desktop-apps-off': windowsGuides('desktop-apps'),
  'windows.app-access-off': windowsGuides('this-app'),
  'windows.exe-access-off': windowsGuides('this-program'),
  'windows.consent-conflict': windowsGuides('off-and-on'),
  'windows.denied-without-key': windowsGuides('all-switches'),
  'device.lid-closed': { darwin: 'macos.open-lid' },
  'device.stuck': { darwin: 'macos.restart-camera' },
  'macos.managed-deny': MAC_PROFILES,
  'macos.managed-camera-off': MAC_PROFILES,
  'macos.screen-time': {
    'macos-10.14': { camera: 'macos-10.14.parental-controls' },
    'macos-10.15': { camera: 'macos-10.15.screen-time' },
    'macos-13': { camera: 'macos-13.screen-time' },
    'macos-15': { camera: 'macos-15.screen-time' },
  },
  'macos.not-asked': { darwin: 'macos.ask' },
  'macos.denied': MAC_PRIVACY,
  'macos.browser-denied': MAC_PRIVACY,
  'macos.stale-process': { darwin: 'macos.relaunch' },
  'macos.signature-mismatch': MAC_OFF_AND_ON,
  'macos.terminal-identity': { darwin: 'macos.start-from-finder' },
  'signal.volume-zero': { ...macSound('input-volume'), win32: { microphone: 'windows.microphone-volume' } },
  'signal.wrong-device': macSound('choose-input'),
  'browser.policy-denies': { chrome: 'chrome.policy', edge: 'chrome.policy', firefox: 'firefox.policy' },
  'browser.default-block': {
    chrome: 'chrome.all-sites',
    edge: 'edge.all-sites',
    firefox: 'firefox.all-sites',
    safari: 'safari.site-permission',
  },
  'browser.media-disabled': { firefox: 'firefox.media-preferences' },
  'browser.extension-denies': { chrome: 'chrome.extension', edge: 'chrome.extension' },
  'browser.started-with-flags': { chrome: 'chrome.restart', edge: 'chrome.restart' },
  'browser.site-block': {
    chrome: 'chrome.site-permission',
    edge: 'edge.site-permission',
    firefox: 'firefox.site-permission',
    safari: 'safari.site-permission',
  },
  'browser.site-embargo': { chrome: 'chrome.site-permission', edge: 'edge.site-permission' },
  'browser.temporary-block': { firefox: 'firefox.site-permission', ...NOT_IN_LIST },
};

/** The guide that puts a cause right for a subject; null where there is none, and the cause’s own words have to do. */
export function guideFor(cause: CauseId, medium: Medium, subject: Subject, system: System): GuideId | null {
  const own = subject.kind === 'app' ? [] : [homeOf(subject.browser)];
  return guideAt(cause, medium, [...own, ...homesOf(system)]);
}

/** Where the pages of a system are looked for, its own before those that it has kept from earlier releases. */
export function homesOf(system: System): readonly Home[] {
  return [
    ...(system.windows === undefined ? [] : [`windows-${system.windows}` as const]),
    ...(system.macos === undefined ? [] : MAC_HOMES[system.macos]),
    system.platform,
  ];
}

/** The guide that puts a cause right in the first of these homes that has one. */
export function guideAt(cause: CauseId, medium: Medium, homes: readonly Home[]): GuideId | null {
  for (const home of homes) {
    const found = GUIDE_OF_CAUSE[cause]?.[home];
    const guide = typeof found === 'object' ? found[medium] : found;
    if (guide !== undefined) return guide;
  }
  return null;
}

const DEEP_CHECKS: Readonly<Record<MacGeneration, GuideId>> = {
  '10.14': 'macos-10.14.deep-check',
  '10.15': 'macos-10.14.deep-check',
  '13': 'macos-13.deep-check',
  '15': 'macos-13.deep-check',
  '27': 'macos-27.deep-check',
};

/** How to find out what macOS decided about a browser, where it does not let this tool read it. */
export function deepCheckFor({ macos }: System): GuideId | null {
  return macos === undefined ? null : DEEP_CHECKS[macos];
}

const HOME_OF_ENGINE: Readonly<Record<Engine, BrowserHome>> = {
  chromium: 'chrome',
  gecko: 'firefox',
  webkit: 'safari',
};

/** Whose pages a browser has: its own, or those of the browser that it is built on. */
export function homeOf({ engine, product }: Pick<Browser, 'engine' | 'product'>): BrowserHome {
  return /^edge(-|$)/.test(product) ? 'edge' : HOME_OF_ENGINE[engine];
}
