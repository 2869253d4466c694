import type { Medium } from '../../medium.ts';
import type { Replica, ReplicasOf } from '../replica.ts';
import type { System } from '../system.ts';
import type { WINDOWS_GUIDES } from '../windows.ts';
import { privacy10, sound10 } from './windows-10.ts';
import { cameras11, privacy11, sound11 } from './windows-11.ts';
import { consoleOfDevices, consoleOfServices } from './windows-consoles.ts';
import type { PrivacySwitch } from './windows-privacy.ts';
import { disabledMicrophone, microphoneLevels } from './windows-sound-panel.ts';

type PrivacyPage = (medium: Medium, pressed: readonly PrivacySwitch[], offAndOn?: boolean) => Replica;

/** What is pressed on the privacy page, by the guide’s name after `windows-10.camera-` and its like. */
function pages(page: PrivacyPage, medium: Medium) {
  return {
    deviceAccess: { settings: page(medium, ['access']) },
    apps: { settings: page(medium, ['apps', 'desktop']) },
    desktopApps: { settings: page(medium, ['desktop']) },
    thisApp: { settings: page(medium, ['app']) },
    thisProgram: { settings: page(medium, ['program']) },
    allSwitches: { settings: page(medium, ['access', 'apps', 'desktop']) },
    offAndOn: { settings: page(medium, ['apps', 'desktop'], true) },
  };
}

const CAMERA_10 = pages(privacy10, 'camera');
const CAMERA_11 = pages(privacy11, 'camera');
const MICROPHONE_10 = pages(privacy10, 'microphone');
const MICROPHONE_11 = pages(privacy11, 'microphone');

const DISABLED_CAMERA = consoleOfDevices('camera', 'enable');

/** Both releases have this page, and it looks like the rest of each. */
const SOUND = ({ windows }: System): Replica => (windows === '10' ? sound10 : sound11);

export const WINDOWS_REPLICAS = {
  'windows-10.camera-device-access': CAMERA_10.deviceAccess,
  'windows-10.camera-apps': CAMERA_10.apps,
  'windows-10.camera-desktop-apps': CAMERA_10.desktopApps,
  'windows-10.camera-this-app': CAMERA_10.thisApp,
  'windows-10.camera-all-switches': CAMERA_10.allSwitches,
  'windows-10.camera-this-program': CAMERA_10.thisProgram,
  'windows-10.camera-off-and-on': CAMERA_10.offAndOn,
  'windows-10.microphone-device-access': MICROPHONE_10.deviceAccess,
  'windows-10.microphone-apps': MICROPHONE_10.apps,
  'windows-10.microphone-desktop-apps': MICROPHONE_10.desktopApps,
  'windows-10.microphone-this-app': MICROPHONE_10.thisApp,
  'windows-10.microphone-all-switches': MICROPHONE_10.allSwitches,
  'windows-10.microphone-this-program': MICROPHONE_10.thisProgram,
  'windows-10.microphone-off-and-on': MICROPHONE_10.offAndOn,
  'windows-11.camera-device-access': CAMERA_11.deviceAccess,
  'windows-11.camera-apps': CAMERA_11.apps,
  'windows-11.camera-desktop-apps': CAMERA_11.desktopApps,
  'windows-11.camera-this-app': CAMERA_11.thisApp,
  'windows-11.camera-all-switches': CAMERA_11.allSwitches,
  'windows-11.camera-this-program': CAMERA_11.thisProgram,
  'windows-11.camera-off-and-on': CAMERA_11.offAndOn,
  'windows-11.microphone-device-access': MICROPHONE_11.deviceAccess,
  'windows-11.microphone-apps': MICROPHONE_11.apps,
  'windows-11.microphone-desktop-apps': MICROPHONE_11.desktopApps,
  'windows-11.microphone-this-app': MICROPHONE_11.thisApp,
  'windows-11.microphone-all-switches': MICROPHONE_11.allSwitches,
  'windows-11.microphone-this-program': MICROPHONE_11.thisProgram,
  'windows-11.microphone-off-and-on': MICROPHONE_11.offAndOn,
  'windows-10.camera-disabled': { 'device-manager': DISABLED_CAMERA },
  'windows-11.camera-disabled': { cameras: cameras11, 'device-manager': DISABLED_CAMERA },
  'windows.camera-driver': { 'device-manager': consoleOfDevices('camera', 'update') },
  'windows.microphone-disabled': {
    recording: disabledMicrophone,
    'device-manager': consoleOfDevices('microphone', 'enable'),
  },
  'windows.sound-card-driver': { 'device-manager': consoleOfDevices('microphone', 'update') },
  'windows.microphone-volume': { recording: microphoneLevels },
  'windows.camera-service': {
    services: consoleOfServices('services.frame-server', ['services.capability-access'], 'services.manual'),
  },
  'windows.sound-service': {
    services: consoleOfServices(
      'services.audio',
      ['services.audio-endpoints', 'services.capability-access'],
      'services.automatic',
    ),
  },
  'windows.sound-input': { settings: SOUND },
  'windows.connect-camera': { plug: null },
} as const satisfies ReplicasOf<typeof WINDOWS_GUIDES>;
