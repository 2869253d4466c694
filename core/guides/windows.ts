import type { SystemTarget } from '../settings-targets.ts';
import type { Guide } from './guide.ts';
import { byHand, opened } from './ways.ts';

/** Opens the page that it is on, which no address scrolls to the switch of. */
function onPage<const T extends SystemTarget>(target: T) {
  return opened(target, 'switch');
}

const CAMERA = { ways: { settings: onPage('camera-privacy') } } as const;
const MICROPHONE = { ways: { settings: onPage('microphone-privacy') } } as const;

/**
 * The switches have other labels in Windows 10 than in 11, and stand in other places.
 *
 * @see https://support.microsoft.com/windows/windows-camera-microphone-and-privacy-a83257bc-e990-d54a-d212-b5e41beba857
 * @see https://support.microsoft.com/windows/turn-on-app-permissions-for-your-camera-in-windows-87ebc757-1f87-7bbf-84b5-0686afb6ca6b
 * @see http://revertservice.com/10/frameserver/
 * @see https://support.microsoft.com/windows/manage-cameras-with-camera-settings-in-windows-11-97997ed5-bb98-47b6-a13d-964106997757
 */
export const WINDOWS_GUIDES = {
  'windows-10.camera-device-access': CAMERA,
  'windows-10.camera-apps': CAMERA,
  'windows-10.camera-desktop-apps': CAMERA,
  'windows-10.camera-this-app': CAMERA,
  'windows-10.camera-all-switches': CAMERA,
  'windows-10.camera-this-program': CAMERA,
  'windows-10.camera-off-and-on': CAMERA,
  'windows-10.microphone-device-access': MICROPHONE,
  'windows-10.microphone-apps': MICROPHONE,
  'windows-10.microphone-desktop-apps': MICROPHONE,
  'windows-10.microphone-this-app': MICROPHONE,
  'windows-10.microphone-all-switches': MICROPHONE,
  'windows-10.microphone-this-program': MICROPHONE,
  'windows-10.microphone-off-and-on': MICROPHONE,
  'windows-11.camera-device-access': CAMERA,
  'windows-11.camera-apps': CAMERA,
  'windows-11.camera-desktop-apps': CAMERA,
  'windows-11.camera-this-app': CAMERA,
  'windows-11.camera-all-switches': CAMERA,
  'windows-11.camera-this-program': CAMERA,
  'windows-11.camera-off-and-on': CAMERA,
  'windows-11.microphone-device-access': MICROPHONE,
  'windows-11.microphone-apps': MICROPHONE,
  'windows-11.microphone-desktop-apps': MICROPHONE,
  'windows-11.microphone-this-app': MICROPHONE,
  'windows-11.microphone-all-switches': MICROPHONE,
  'windows-11.microphone-this-program': MICROPHONE,
  'windows-11.microphone-off-and-on': MICROPHONE,
  'windows-10.camera-disabled': { ways: { 'device-manager': onPage('device-manager') } },
  'windows-11.camera-disabled': {
    ways: { cameras: onPage('camera-devices'), 'device-manager': onPage('device-manager') },
  },
  'windows.camera-driver': { ways: { 'device-manager': onPage('device-manager') } },
  'windows.microphone-disabled': {
    ways: { recording: onPage('sound-devices'), 'device-manager': onPage('device-manager') },
  },
  'windows.sound-card-driver': { ways: { 'device-manager': onPage('device-manager') } },
  'windows.microphone-volume': { ways: { recording: onPage('sound-devices') } },
  'windows.camera-service': { ways: { services: onPage('services') } },
  'windows.sound-service': { ways: { services: onPage('services') } },
  'windows.sound-input': { ways: { settings: onPage('sound-input') } },
  'windows.connect-camera': { ways: { plug: byHand('connect') } },
} as const satisfies Record<string, Guide>;
