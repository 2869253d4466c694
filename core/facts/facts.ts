import { z } from 'zod';
import { PLATFORMS } from '../platform.ts';
import { readingSchema } from '../reading-schema.ts';
import { browserSchema, sandboxSchema } from './browser.ts';
import { browserPermissionSchema, browserPolicySchema } from './browser-permissions.ts';
import { captureSchema } from './capture.ts';
import { browserSwitchesSchema } from './chromium.ts';
import { hostSchema } from './host.ts';
import {
  alsaInputSchema,
  audioServerSchema,
  cameraNodeSchema,
  desktopPrivacySchema,
  deviceHoldersSchema,
} from './linux.ts';
import {
  macAudioInputsSchema,
  macCameraExtensionsSchema,
  macCameraPlugInsSchema,
  macCamerasSchema,
  macConsentSchema,
  macEnrolmentSchema,
  macFreshPermissionsSchema,
  macIdentitySchema,
  macInputVolumeSchema,
  macLidSchema,
  macManagementSchema,
  macPermissionsSchema,
  macVersionSchema,
} from './macos.ts';
import { ownDecisionSchema } from './own-decisions.ts';
import {
  windowsAudioInputsSchema,
  windowsCamerasSchema,
  windowsConsentSchema,
  windowsDeviceAccessSchema,
  windowsHiddenPagesSchema,
  windowsMediaAccessSchema,
  windowsPnpDevicesSchema,
  windowsPoliciesSchema,
  windowsPresentDevicesSchema,
  windowsSecurityProductsSchema,
  windowsServicesSchema,
  windowsUsageSchema,
  windowsVersionSchema,
  windowsVirtualCamerasSchema,
} from './windows.ts';

/**
 * Everything that can be known, by name: one entry a fact, each read by one probe and named by the rules that need it.
 * A fact is missing only where no probe for it exists on the platform. `docs/FACTS.md` is generated from this.
 */
export const readingsSchema = z
  .object({
    host: readingSchema(hostSchema).describe('The computer, and the session somebody sits at.'),
    cameraNodes: readingSchema(z.array(cameraNodeSchema)).describe(
      'Linux: the `/dev/video*` nodes as the kernel and udev describe them. No node is opened.',
    ),
    alsaInputs: readingSchema(z.array(alsaInputSchema)).describe(
      'Linux: the inputs of sound cards as the kernel knows them.',
    ),
    audioServer: readingSchema(audioServerSchema).describe(
      'Linux: the inputs PipeWire or PulseAudio offers to programs. `absent` where no sound server runs for this user.',
    ),
    desktopPrivacy: readingSchema(desktopPrivacySchema).describe(
      'Linux: the camera and microphone switches of the GNOME desktop. `absent` on other desktops.',
    ),
    deviceHolders: readingSchema(deviceHoldersSchema).describe('Which programs have a capture device open.'),
    windowsVersion: readingSchema(windowsVersionSchema).describe('Windows: which one, by its build.'),
    windowsConsent: readingSchema(windowsConsentSchema).describe(
      'Windows: the privacy switches. `absent` before build 17134, which has none for desktop programs.',
    ),
    windowsDeviceAccess: readingSchema(windowsDeviceAccessSchema).describe(
      'Windows: the privacy switches before build 17134, for packaged apps. `absent` from that build on.',
    ),
    windowsPolicies: readingSchema(windowsPoliciesSchema).describe(
      'Windows: what administrators have laid down about cameras and microphones.',
    ),
    windowsServices: readingSchema(windowsServicesSchema).describe('Windows: the services that capture needs.'),
    windowsCameras: readingSchema(windowsCamerasSchema).describe(
      'Windows: the cameras the registry knows, connected or not. `absent` where it has no list of them.',
    ),
    windowsVirtualCameras: readingSchema(windowsVirtualCamerasSchema).describe(
      'Windows: the cameras that are a program alone. `absent` where none was ever installed.',
    ),
    windowsAudioInputs: readingSchema(windowsAudioInputsSchema).describe(
      'Windows: the inputs of the sound system. `absent` where it has no list of them.',
    ),
    windowsPresentDevices: readingSchema(windowsPresentDevicesSchema).describe(
      'Windows: the capture devices that are connected, with their problem codes.',
    ),
    windowsPnpDevices: readingSchema(windowsPnpDevicesSchema).describe(
      'Windows: the same through PowerShell. `absent` where `windowsPresentDevices` could be read, which is quicker.',
    ),
    windowsMediaAccess: readingSchema(windowsMediaAccessSchema).describe(
      'Windows: its own answer to this app. `absent` where the app does not run in Electron.',
    ),
    windowsUsage: readingSchema(windowsUsageSchema).describe('Windows: which programs it noted as using a device now.'),
    windowsSecurityProducts: readingSchema(windowsSecurityProductsSchema).describe(
      'Windows: installed security software that can keep programs from the camera.',
    ),
    macVersion: readingSchema(macVersionSchema).describe('macOS: which one, by its kernel.'),
    macPermissions: readingSchema(macPermissionsSchema).describe('macOS: its own answer to this process.'),
    macFreshPermissions: readingSchema(macFreshPermissionsSchema).describe(
      'macOS: its answer to a new process; a running one may go on being told what was true when it started.',
    ),
    macIdentity: readingSchema(macIdentitySchema).describe(
      'macOS: in whose name it judges this process. `absent` where nothing tells.',
    ),
    macConsent: readingSchema(macConsentSchema).describe(
      'macOS: the decisions of its privacy settings, which it shows to programs with Full Disk Access alone.',
    ),
    macManagement: readingSchema(macManagementSchema).describe(
      'macOS: what an organisation has laid down about cameras and microphones.',
    ),
    macEnrolment: readingSchema(macEnrolmentSchema).describe('macOS: whether it is managed.'),
    macCameras: readingSchema(macCamerasSchema).describe('macOS: the cameras that it offers to programs.'),
    macAudioInputs: readingSchema(macAudioInputsSchema).describe('macOS: the sound inputs that it offers to programs.'),
    macLid: readingSchema(macLidSchema).describe('macOS: the lid of a laptop. `absent` on a Mac without one.'),
    macInputVolume: readingSchema(macInputVolumeSchema).describe(
      'macOS: level of the default input, 0 to 100. `absent` where the device has none that can be set.',
    ),
    macCameraPlugIns: readingSchema(macCameraPlugInsSchema).describe(
      'macOS: virtual cameras as plug-ins of the old kind. `absent` where there is no folder for them.',
    ),
    macCameraExtensions: readingSchema(macCameraExtensionsSchema).describe(
      'macOS: virtual cameras as system extensions, the new kind.',
    ),
    windowsHiddenPages: readingSchema(windowsHiddenPagesSchema).describe(
      'Windows: the pages of the settings that an administrator has hidden. `absent` where nobody has laid that down.',
    ),
    browsers: readingSchema(z.array(browserSchema)).describe('The browsers installed for this user.'),
    sandboxes: readingSchema(z.array(sandboxSchema)).describe('What snap and flatpak let their browsers reach.'),
    browserPermissions: readingSchema(z.array(browserPermissionSchema)).describe(
      'What each browser profile has stored: for the site in question, and for all sites.',
    ),
    browserPolicies: readingSchema(z.array(browserPolicySchema)).describe(
      'What administrators have laid down for each browser about capture.',
    ),
    ownDecisions: readingSchema(z.array(ownDecisionSchema)).describe(
      'What this app last answered its own page about each device. `absent` outside its window, where a browser decides.',
    ),
    browserSwitches: readingSchema(z.array(browserSwitchesSchema)).describe(
      'Command-line switches of running browsers that deny or fake capture; only browsers that have any are listed.',
    ),
    captureTests: readingSchema(z.array(captureSchema)).describe(
      'What real capture tests saw. `absent` where none was made.',
    ),
  })
  .partial();

export type Readings = z.infer<typeof readingsSchema>;
export type FactKey = keyof Readings;
export type FactReading<K extends FactKey> = NonNullable<Readings[K]>;
export type FactValue<K extends FactKey> = Extract<FactReading<K>, { kind: 'value' }>['value'];

/** One document that a diagnosis can be made from, at any time and on any computer. */
export const factsSchema = z.object({
  platform: z.enum(PLATFORMS),
  takenAt: z.iso.datetime(),
  readings: readingsSchema,
});

export type Facts = z.infer<typeof factsSchema>;
