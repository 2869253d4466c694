import type { Probe } from '../probe.ts';
import { alsaInputs } from './alsa-inputs.ts';
import { audioServer } from './audio-server.ts';
import { linuxBrowsers } from './browsers/browsers.ts';
import { linuxSandboxes } from './browsers/sandboxes.ts';
import { linuxCameras } from './cameras.ts';
import { desktopPrivacy } from './desktop-privacy.ts';
import { linuxDeviceHolders } from './device-holders.ts';
import { linuxHost } from './host.ts';

/** What is read on Linux alone. */
export const LINUX_PROBES: readonly Probe[] = [
  linuxHost,
  linuxCameras,
  alsaInputs,
  audioServer,
  desktopPrivacy,
  linuxDeviceHolders,
  linuxBrowsers,
  linuxSandboxes,
];
