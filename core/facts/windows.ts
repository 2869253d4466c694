import { z } from 'zod';
import { readingSchema } from '../reading-schema.ts';
import { SYSTEM_TARGETS } from '../settings-targets.ts';

/** Which Windows this is. `ProductName` says "Windows 10" on Windows 11 too, so the build alone tells. */
export const windowsVersionSchema = z.object({
  generation: z.enum(['10', '11', 'older']).describe('`11` from build 22000, `10` from build 10240.'),
  build: z.number().int(),
  revision: readingSchema(z.number().int()).describe('The update revision, `UBR`.'),
  displayVersion: readingSchema(z.string()).describe('e.g. `22H2`; Windows has it since 20H2.'),
});

export type WindowsVersion = z.infer<typeof windowsVersionSchema>;

const SETTINGS = ['allow', 'deny', 'prompt'] as const;

const settingSchema = readingSchema(z.enum(SETTINGS));

export type ConsentSetting = z.infer<typeof settingSchema>;

/** The switches of one medium in ConsentStore. A missing one is no refusal. */
const consentSchema = z.object({
  device: settingSchema.describe('For the whole computer.'),
  apps: settingSchema.describe('For this user’s apps.'),
  desktopApps: settingSchema.describe('For all this user’s unpackaged programs at once.'),
  packages: z
    .array(z.object({ family: z.string(), setting: settingSchema }))
    .describe('Of browsers that came as packages, by the name of the family.'),
  programs: readingSchema(z.array(z.object({ program: z.string(), setting: settingSchema }))).describe(
    'Unpackaged browsers with a setting of their own, which no stable build writes; by the path of the program.',
  ),
});

export type Consent = z.infer<typeof consentSchema>;

export const windowsConsentSchema = z.object({ camera: consentSchema, microphone: consentSchema });

/** The switches of Windows before version 1803, which reach packaged apps only. */
export const windowsDeviceAccessSchema = z.object({ camera: settingSchema, microphone: settingSchema });

/** Of the packages in a list only browsers are named: what else somebody runs is theirs. */
const familiesSchema = z.object({
  families: z.array(z.string()).describe('Family names of packages of browsers.'),
  others: z.number().int().describe('How many other packages are in the list.'),
});

const appPolicySchema = z.object({
  all: readingSchema(z.enum(['user', 'allow', 'deny'])).describe('For all apps that no list names.'),
  userInControl: readingSchema(familiesSchema),
  forceAllow: readingSchema(familiesSchema),
  forceDeny: readingSchema(familiesSchema),
});

const mediumPolicySchema = z.object({
  group: appPolicySchema.describe('From Group Policy.'),
  mdm: appPolicySchema.describe('From a device management service.'),
});

export type AppPolicy = z.infer<typeof appPolicySchema>;
export type Families = z.infer<typeof familiesSchema>;
export type MediumPolicy = z.infer<typeof mediumPolicySchema>;

export const windowsPoliciesSchema = z.object({
  camera: mediumPolicySchema,
  microphone: mediumPolicySchema,
  allowCamera: z.object({
    group: readingSchema(z.boolean()).describe('“Allow Use of Camera”, from Group Policy.'),
    mdm: readingSchema(z.boolean()),
  }),
});

const startSchema = readingSchema(z.enum(['enabled', 'disabled']));

/** How the services are started that capture needs. */
export const windowsServicesSchema = z.object({
  camsvc: startSchema,
  FrameServer: startSchema,
  Audiosrv: startSchema,
  AudioEndpointBuilder: startSchema,
});

const registeredCameraSchema = z.object({
  name: readingSchema(z.string()).describe('Absent where its owner gave it one.'),
  disabled: readingSchema(z.boolean()).describe('Switched off in the Device Manager.'),
});

/** Cameras that were ever connected: the registry does not tell which of them are there now. */
export const windowsCamerasSchema = z.array(registeredCameraSchema);

/** Cameras that are a program and no device, which Windows does not count among what is connected. */
export const windowsVirtualCamerasSchema = z.array(z.object({ name: readingSchema(z.string()) }));

const endpointSchema = z.object({
  name: readingSchema(z.string()).describe('Absent where somebody gave it another than Windows does.'),
  state: readingSchema(z.enum(['active', 'disabled', 'not-present', 'unplugged'])),
  chosenAt: readingSchema(z.iso.datetime()).describe(
    'When it was last made the default; that made last is the default.',
  ),
  muted: readingSchema(z.boolean()).describe('As Windows has stored it, which may be a little behind.'),
  decibels: readingSchema(z.number()).describe(
    'Level of the loudest channel, as stored; how far down it goes is up to the device.',
  ),
});

export type AudioInput = z.infer<typeof endpointSchema>;

export const windowsAudioInputsSchema = z.array(endpointSchema);

const pnpDeviceSchema = z.object({
  name: z.string().describe('Empty where its owner gave it one, and of microphones.'),
  kind: z
    .enum(['camera', 'image', 'microphone', 'sound-card'])
    .describe('`image`: an older camera, or a scanner; `sound-card`: of those some only give sound out.'),
  problem: z.number().int().describe('Problem code of the Device Manager; 0 for none.'),
});

/** Capture devices that are connected now, as the Plug and Play manager and as WMI tell them. */
export const windowsPresentDevicesSchema = z.array(pnpDeviceSchema);
export const windowsPnpDevicesSchema = z.array(pnpDeviceSchema);

const STATUSES = ['granted', 'denied', 'restricted', 'not-determined', 'unknown'] as const;

/** What Windows itself answers this app; absent where this is run without Electron. It answers `granted` where it cannot tell, so that alone proves nothing. */
export const windowsMediaAccessSchema = z.object({
  camera: readingSchema(z.enum(STATUSES)),
  microphone: readingSchema(z.enum(STATUSES)),
});

const userSchema = z.object({
  program: z.string().describe('File name or package family, without its path.'),
  using: readingSchema(z.boolean()).describe('Whether its use has begun and not ended; those that ended are left out.'),
  running: readingSchema(z.boolean()).describe('Whether such a program runs: an entry may outlive a crash.'),
});

export const windowsUsageSchema = z.object({ camera: z.array(userSchema), microphone: z.array(userSchema) });

const securityProductSchema = z.object({
  name: z.string().describe('As it calls itself.'),
  guard: z.string().describe('What its own guard over cameras is called.'),
});

/** Pages of the settings that an administrator has hidden, as far as a guide opens them. */
export const windowsHiddenPagesSchema = z.array(z.enum(SYSTEM_TARGETS));

/** Security software that can keep programs from the camera, and says so nowhere; other products are left out. */
export const windowsSecurityProductsSchema = z.array(securityProductSchema);
