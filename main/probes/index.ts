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
import { macBrowsers } from './macos/browsers/browsers.ts';
import { ownDecisions } from './own-decisions.ts';
import type { Probe } from './probe.ts';
import { windowsAudioInputs } from './windows/audio-inputs.ts';
import { windowsBrowsers } from './windows/browsers/browsers.ts';
import { windowsCameras } from './windows/cameras.ts';
import { windowsConsent } from './windows/consent.ts';
import { windowsDeviceAccess } from './windows/device-access.ts';
import { windowsHost, windowsVersion } from './windows/host.ts';
import { windowsMediaAccess } from './windows/media-access.ts';
import { windowsPnpDevices } from './windows/pnp-devices.ts';
import { windowsPolicies } from './windows/policies.ts';
import { windowsPresentDevices } from './windows/present-devices.ts';
import { windowsSecurityProducts } from './windows/security-products.ts';
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
  windowsDeviceAccess,
  windowsPolicies,
  windowsServices,
  windowsCameras,
  windowsAudioInputs,
  windowsPresentDevices,
  windowsPnpDevices,
  windowsMediaAccess,
  windowsUsage,
  windowsSecurityProducts,
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
