import type { SystemTarget } from '../settings-targets.ts';
import type { Guide } from './guide.ts';
import { byHand, opened, pasted } from './ways.ts';

/** Opens the list of apps, where nothing scrolls to the one in question. */
function inList<const T extends SystemTarget>(target: T) {
  return {
    ways: {
      settings: {
        steps: [
          { text: 'open', doneWhen: 'acted', action: { kind: 'open', target } },
          { text: 'switch', doneWhen: 'cause-gone' },
          { text: 'reopen', doneWhen: 'captured' },
        ],
      },
    },
  } as const satisfies Guide;
}

/** The list goes by the name of the app, and macOS by its signature: turning it off and on stores the new one. */
function offAndOn<const T extends SystemTarget>(target: T) {
  return {
    ways: {
      ...inList(target).ways,
      forget: {
        steps: [
          { text: 'quit', doneWhen: 'cause-gone' },
          { text: 'reset', doneWhen: 'acted', action: { kind: 'reset' } },
          { text: 'allow', doneWhen: 'captured' },
        ],
      },
    },
  } as const satisfies Guide;
}

/** Without leave to read the decisions of macOS: a look in the browser itself; the other way asks for a lot and is a choice. */
const IN_BROWSER = opened('site-in-browser', 'try');
const DEEP_CHECK = { ways: { browser: IN_BROWSER, 'full-disk-access': opened('full-disk-access', 'switch') } } as const;

/**
 * Ends the service that runs cameras, which macOS starts again by itself: of Intel, of the first Apple silicon, and of later
 * ones. It needs an administrator, so it is shown and never run.
 *
 * @see https://peterspath.net/blog/mac-what-is-vdcassistant
 */
const RESTART_SERVICE = 'sudo killall VDCAssistant appleh13camerad appleh16camerad';

/** macOS lets a new process in, and goes on telling this one what was true when it started. */
const RELAUNCH = {
  ways: {
    restart: {
      steps: [
        { text: 'quit', doneWhen: 'cause-gone', action: { kind: 'restart' } },
        { text: 'test', doneWhen: 'captured' },
      ],
    },
  },
} as const satisfies Guide;

const PROFILES = { ways: { administrator: opened('profiles', 'show') } } as const;
const SCREEN_TIME = { ways: { settings: opened('screen-time', 'switch') } } as const;
const SOUND = { ways: { settings: opened('sound-input', 'choose') } } as const;

/**
 * The pages are called and ordered otherwise since System Settings took the place of System Preferences in macOS 13. A
 * number is that of the first release that a guide is for.
 *
 * @see https://support.apple.com/guide/mac-help/mchlf6d108da/mac (camera)
 * @see https://support.apple.com/guide/mac-help/mchla1b1e1fe/mac (microphone)
 * @see https://support.apple.com/guide/mac-help/mchl8490d51e/mac (Screen Time)
 */
export const MAC_GUIDES = {
  'macos.ask': {
    ways: {
      question: {
        steps: [
          { text: 'ask', doneWhen: 'acted', action: { kind: 'ask' } },
          { text: 'allow', doneWhen: 'cause-gone' },
          { text: 'test', doneWhen: 'captured' },
        ],
      },
    },
  },
  'macos-10.14.camera-privacy': inList('camera-privacy'),
  'macos-10.14.microphone-privacy': inList('microphone-privacy'),
  'macos-13.camera-privacy': inList('camera-privacy'),
  'macos-13.microphone-privacy': inList('microphone-privacy'),
  'macos-10.14.camera-off-and-on': offAndOn('camera-privacy'),
  'macos-10.14.microphone-off-and-on': offAndOn('microphone-privacy'),
  'macos-13.camera-off-and-on': offAndOn('camera-privacy'),
  'macos-13.microphone-off-and-on': offAndOn('microphone-privacy'),
  'macos-10.14.deep-check': DEEP_CHECK,
  'macos-13.deep-check': DEEP_CHECK,
  'macos-27.deep-check': { ways: { browser: IN_BROWSER } },
  'macos.relaunch': RELAUNCH,
  'macos.start-from-finder': { ways: { restart: byHand('quit') } },
  'macos-10.14.parental-controls': { ways: { settings: byHand('choose') } },
  'macos-10.15.screen-time': SCREEN_TIME,
  'macos-13.screen-time': SCREEN_TIME,
  'macos-15.screen-time': SCREEN_TIME,
  'macos-10.14.profiles': PROFILES,
  'macos-13.profiles': PROFILES,
  'macos.open-lid': { ways: { hands: byHand('open') } },
  'macos.connect-camera': { ways: { plug: byHand('connect') } },
  'macos.restart-camera': { ways: { restart: byHand('quit'), service: pasted(RESTART_SERVICE) } },
  'macos-10.14.connect-microphone': SOUND,
  'macos-13.connect-microphone': SOUND,
  'macos-10.14.input-volume': SOUND,
  'macos-13.input-volume': SOUND,
  'macos-10.14.choose-input': SOUND,
  'macos-13.choose-input': SOUND,
} as const satisfies Record<string, Guide>;
