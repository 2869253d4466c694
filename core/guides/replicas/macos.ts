import type { MAC_GUIDES } from '../macos.ts';
import type { Drawing, Replica, ReplicasOf } from '../replica.ts';
import type { MacGeneration, System } from '../system.ts';
import { openMenu, question } from './macos-desktop.ts';
import {
  fullDiskAccessPreferences,
  parentalControls,
  profilePreferences,
  screenTimePreferences,
  soundPreferences,
  tickedApps,
} from './macos-preferences.ts';
import { isOlder } from './macos-releases.ts';
import { listOfApps, profiles, screenTime, soundSettings } from './macos-settings.ts';

/** A drawing for what came with a generation, and one for what was before. */
const since =
  (generation: MacGeneration, now: Replica, before: Replica): Drawing =>
  (system: System) =>
    isOlder(system, generation) ? before : now;

const ASKED = since(
  '15',
  question('macos.capture-doctor-asks', 'macos.allow-it'),
  question('macos.capture-doctor-asks', 'macos.ok'),
);
const ASKED_BY_PROGRAM = since(
  '15',
  question('macos.program-asks', 'macos.allow-it'),
  question('macos.program-asks', 'macos.ok'),
);

const oldPrivacy = (deed: 'press' | 'off-and-on'): Drawing =>
  since('10.15', tickedApps(deed, 'macos.quit-and-reopen'), tickedApps(deed, 'macos.quit-now'));
const OLD_PRIVACY = oldPrivacy('press');
const OLD_OFF_AND_ON = oldPrivacy('off-and-on');
const NEW_PRIVACY = listOfApps('macos.medium', 'press');
const NEW_OFF_AND_ON = listOfApps('macos.medium', 'off-and-on');

const RESTART = openMenu(
  ['macos.apple-menu'],
  'apple',
  ['macos.about-this-mac', null, 'macos.sleep', 'macos.restart', 'macos.shut-down'],
  'macos.restart',
);

export const MAC_REPLICAS = {
  'macos.ask': { question: ASKED },
  'macos-10.14.camera-privacy': { settings: OLD_PRIVACY },
  'macos-10.14.microphone-privacy': { settings: OLD_PRIVACY },
  'macos-13.camera-privacy': { settings: NEW_PRIVACY },
  'macos-13.microphone-privacy': { settings: NEW_PRIVACY },
  'macos-10.14.camera-off-and-on': { settings: OLD_OFF_AND_ON, forget: ASKED_BY_PROGRAM },
  'macos-10.14.microphone-off-and-on': { settings: OLD_OFF_AND_ON, forget: ASKED_BY_PROGRAM },
  'macos-13.camera-off-and-on': { settings: NEW_OFF_AND_ON, forget: ASKED_BY_PROGRAM },
  'macos-13.microphone-off-and-on': { settings: NEW_OFF_AND_ON, forget: ASKED_BY_PROGRAM },
  // What a site says when it is blocked is its own.
  'macos-10.14.deep-check': { browser: null, 'full-disk-access': fullDiskAccessPreferences },
  'macos-13.deep-check': { browser: null, 'full-disk-access': listOfApps('macos.full-disk-access', 'press') },
  'macos-27.deep-check': { browser: null },
  'macos.relaunch': { restart: null },
  'macos.start-from-finder': { restart: null },
  'macos-10.14.parental-controls': { settings: parentalControls },
  'macos-10.15.screen-time': { settings: screenTimePreferences },
  'macos-13.screen-time': { settings: screenTime('macos.app-restrictions') },
  'macos-15.screen-time': { settings: screenTime('macos.app-and-feature-restrictions') },
  'macos-10.14.profiles': { administrator: profilePreferences },
  'macos-13.profiles': {
    administrator: since(
      '15',
      profiles(['macos.general', 'macos.device-management']),
      profiles(['macos.privacy-and-security', 'macos.profiles']),
    ),
  },
  'macos.open-lid': { hands: null },
  'macos.connect-camera': { plug: null },
  'macos.restart-camera': { restart: RESTART, service: null },
  'macos-10.14.connect-microphone': { settings: soundPreferences('connect') },
  'macos-13.connect-microphone': { settings: soundSettings('connect') },
  'macos-10.14.input-volume': { settings: soundPreferences('volume') },
  'macos-13.input-volume': { settings: soundSettings('volume') },
  'macos-10.14.choose-input': { settings: soundPreferences('choose') },
  'macos-13.choose-input': { settings: soundSettings('choose') },
} as const satisfies ReplicasOf<typeof MAC_GUIDES>;
