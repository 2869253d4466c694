import { browserPermissions } from './browsers/browser-permissions.ts';
import { browserPolicies } from './browsers/browser-policies.ts';
import { browserSwitches } from './browsers/browser-switches.ts';
import { captureTests } from './capture-tests.ts';
import { alsaInputs } from './linux/alsa-inputs.ts';
import { audioServer } from './linux/audio-server.ts';
import { linuxBrowsers } from './linux/browsers/browsers.ts';
import { linuxSandboxes } from './linux/browsers/sandboxes.ts';
import { linuxCameras } from './linux/cameras.ts';
import { desktopPrivacy } from './linux/desktop-privacy.ts';
import { linuxDeviceHolders } from './linux/device-holders.ts';
import { linuxHost } from './linux/host.ts';
import { macAudioInputs } from './macos/audio-inputs.ts';
import { macBrowsers } from './macos/browsers/browsers.ts';
import { macCameras } from './macos/cameras.ts';
import { macConsent } from './macos/consent.ts';
import { macHost } from './macos/host.ts';
import { macIdentity } from './macos/identity.ts';
import { macInputVolume } from './macos/input-volume.ts';
import { macLid } from './macos/lid.ts';
import { macEnrolment, macManagement } from './macos/management.ts';
import { macFreshPermissions, macPermissions } from './macos/permissions.ts';
import { macVersion } from './macos/version.ts';
import { macCameraExtensions, macCameraPlugIns } from './macos/virtual-cameras.ts';
import { ownDecisions } from './own-decisions.ts';
import type { Probe } from './probe.ts';
import { windowsBrowsers } from './windows/browsers/browsers.ts';
import { windowsConsent } from './windows/consent.ts';
import { windowsAudioInputs, windowsCameras } from './windows/devices.ts';
import { windowsHost, windowsVersion } from './windows/host.ts';
import { windowsMediaAccess } from './windows/media-access.ts';
import { windowsPnpDevices } from './windows/pnp-devices.ts';
import { windowsPolicies } from './windows/policies.ts';
import { windowsServices } from './windows/services.ts';
import { windowsUsage } from './windows/usage.ts';

/** Every probe. A fact is read by at most one probe on each platform. */
export const PROBES: readonly Probe[] = [
  linuxHost,
  linuxCameras,
  alsaInputs,
  audioServer,
  desktopPrivacy,
  linuxDeviceHolders,
  windowsHost,
  windowsVersion,
  windowsConsent,
  windowsPolicies,
  windowsServices,
  windowsCameras,
  windowsAudioInputs,
  windowsPnpDevices,
  windowsMediaAccess,
  windowsUsage,
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
  linuxBrowsers,
  windowsBrowsers,
  macBrowsers,
  linuxSandboxes,
  browserPermissions,
  browserPolicies,
  browserSwitches,
  ownDecisions,
  captureTests,
];
