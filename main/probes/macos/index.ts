import type { Probe } from '../probe.ts';
import { macAudioInputs } from './audio-inputs.ts';
import { macBrowsers } from './browsers/browsers.ts';
import { macCameras } from './cameras.ts';
import { macConsent } from './consent.ts';
import { macHost } from './host.ts';
import { macIdentity } from './identity.ts';
import { macInputVolume } from './input-volume.ts';
import { macLid } from './lid.ts';
import { macEnrolment, macManagement } from './management.ts';
import { macFreshPermissions, macPermissions } from './permissions.ts';
import { macVersion } from './version.ts';
import { macCameraExtensions, macCameraPlugIns } from './virtual-cameras.ts';

/** What is read on macOS alone. */
export const MAC_PROBES: readonly Probe[] = [
  macHost,
  macVersion,
  macPermissions,
  macFreshPermissions,
  macIdentity,
  macConsent,
  macManagement,
  macEnrolment,
  macCameras,
  macAudioInputs,
  macLid,
  macInputVolume,
  macCameraPlugIns,
  macCameraExtensions,
  macBrowsers,
];
