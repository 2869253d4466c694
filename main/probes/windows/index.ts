import type { Probe } from '../probe.ts';
import { windowsAudioInputs } from './audio-inputs.ts';
import { windowsBrowsers } from './browsers/browsers.ts';
import { windowsCameras, windowsVirtualCameras } from './cameras.ts';
import { windowsConsent } from './consent.ts';
import { windowsDeviceAccess } from './device-access.ts';
import { windowsHiddenPages } from './hidden-pages.ts';
import { windowsHost, windowsVersion } from './host.ts';
import { windowsMediaAccess } from './media-access.ts';
import { windowsPnpDevices } from './pnp-devices.ts';
import { windowsPolicies } from './policies.ts';
import { windowsPresentDevices } from './present-devices.ts';
import { windowsSecurityProducts } from './security-products.ts';
import { windowsServices } from './services.ts';
import { windowsUsage } from './usage.ts';

/** What is read on Windows alone. */
export const WINDOWS_PROBES: readonly Probe[] = [
  windowsHost,
  windowsVersion,
  windowsConsent,
  windowsDeviceAccess,
  windowsPolicies,
  windowsServices,
  windowsCameras,
  windowsVirtualCameras,
  windowsAudioInputs,
  windowsPresentDevices,
  windowsPnpDevices,
  windowsMediaAccess,
  windowsUsage,
  windowsSecurityProducts,
  windowsHiddenPages,
  windowsBrowsers,
];
