import { z } from 'zod';
import { readingSchema } from '../reading-schema.ts';

/** Which macOS this is. Programs built for older systems are told `16` for 26 and `10.16` for 11, so the kernel tells. */
export const macVersionSchema = z.object({
  darwin: z.number().int().describe('Major version of the kernel: 19 is macOS 10.15, 24 is 15, 25 is 26.'),
  release: z.string().describe('The release that goes with the kernel, e.g. `10.15`, `15` or `26`.'),
  product: readingSchema(z.string()).describe('The exact version, with its number put right, e.g. `26.2`.'),
  build: readingSchema(z.string()).describe('e.g. `25C56`.'),
});

const PERMISSIONS = ['authorized', 'denied', 'restricted', 'not-determined'] as const;

const permissionSchema = readingSchema(z.enum(PERMISSIONS));

export type MacPermission = (typeof PERMISSIONS)[number];

/** What macOS answers about one medium. */
const ownPermissionSchema = z.object({
  asked: permissionSchema.describe('As node-mac-permissions is told in this process.'),
  electron: permissionSchema.describe('As Electron is told in this process; `absent` where there is none.'),
});

export type MacOwnPermission = z.infer<typeof ownPermissionSchema>;

/** What macOS answers this very process, or whoever it holds responsible for it. */
export const macPermissionsSchema = z.object({ camera: ownPermissionSchema, microphone: ownPermissionSchema });

/** What macOS answers a process that was started just for this, and so remembers nothing. */
export const macFreshPermissionsSchema = z.object({ camera: permissionSchema, microphone: permissionSchema });

/** In whose name macOS judges this process: that of the app that it was started from. */
export const macIdentitySchema = z.object({
  own: z.boolean().describe('Started as an app of its own, so that macOS answers about it and nobody else.'),
  startedFrom: readingSchema(z.string()).describe(
    'Bundle id, or name in `TERM_PROGRAM`, of the program that it was started from.',
  ),
  sign: z.string().describe('What it was told by.'),
  sure: z.boolean().describe('False where the sign may be left over, as in a multiplexer of terminals.'),
});

const DECISIONS = ['allowed', 'denied', 'unknown', 'limited'] as const;
const REASONS = ['user', 'system', 'mdm', 'override', 'usage-string', 'other'] as const;

const consentRowSchema = z.object({
  client: z.string().describe('Bundle id of a browser or of this app, or the path of its program.'),
  medium: z.enum(['camera', 'microphone']),
  decision: z.enum(DECISIONS),
  reason: readingSchema(z.enum(REASONS)).describe(
    'Who decided; `absent` in the databases of macOS 10.15 and before, which do not say.',
  ),
});

export type MacConsentRow = z.infer<typeof consentRowSchema>;

const consentStoreSchema = readingSchema(z.array(consentRowSchema));

/** The decisions of the privacy settings in TCC’s databases, of browsers and this app alone. */
export const macConsentSchema = z.object({
  user: consentStoreSchema.describe('This person’s.'),
  system: consentStoreSchema.describe('The whole computer’s.'),
});

const overrideSchema = z.object({
  client: z.string().describe('Bundle id of a browser or of this app.'),
  camera: readingSchema(z.boolean()).describe('Whether it is allowed; `absent`: nothing is laid down.'),
  microphone: readingSchema(z.boolean()),
});

/** What configuration profiles lay down about the devices. */
export const macManagementSchema = z.object({
  overrides: readingSchema(z.array(overrideSchema)).describe(
    'Privacy decisions of profiles, of browsers and this app alone; `absent` where no profile has any.',
  ),
  allowCamera: readingSchema(z.object({ from: z.string(), allowed: z.boolean() })).describe(
    '`allowCamera` of the restrictions; `absent`: nothing is laid down.',
  ),
});

export type MacManagement = z.infer<typeof macManagementSchema>;

/** Whether this Mac belongs to a device management service. */
export const macEnrolmentSchema = z.object({ managed: z.boolean() });

const CAMERA_KINDS = ['built-in', 'usb', 'continuity', 'virtual', 'other'] as const;

const cameraSchema = z.object({
  model: z.string().describe('Its model, which no person chose; empty where it is not known to be one.'),
  kind: z
    .enum(CAMERA_KINDS)
    .describe('`continuity`: a phone or tablet. `virtual`: a program that is known; others are `other`.'),
});

export type MacCamera = z.infer<typeof cameraSchema>;

export const macCamerasSchema = z.array(cameraSchema);

const TRANSPORTS = [
  'builtin',
  'usb',
  'bluetooth',
  'virtual',
  'continuity',
  'displayport',
  'hdmi',
  'airplay',
  'avb',
  'firewire',
  'thunderbolt',
  'pci',
  'unknown',
] as const;

const audioInputSchema = z.object({
  name: z
    .string()
    .describe('Empty for devices that people name themselves, such as headsets and sets of devices, and for programs.'),
  transport: z
    .enum(TRANSPORTS)
    .describe('How it is connected; `continuity` is a phone, and a Bluetooth Low Energy device may be `unknown`.'),
  isDefault: z.boolean().describe('Programs record from it unless told otherwise.'),
  sampleRate: readingSchema(z.number()).describe('In Hz. A Bluetooth headset in its telephone mode has 8000 or 16000.'),
});

export type MacTransport = (typeof TRANSPORTS)[number];
export type MacAudioInput = z.infer<typeof audioInputSchema>;

export const macAudioInputsSchema = z.array(audioInputSchema);

/** `absent` on a Mac without one. */
export const macLidSchema = z.enum(['open', 'closed']);

/** Of the default input, 0 to 100. */
export const macInputVolumeSchema = z.number().int();

const plugInSchema = z.object({ name: z.string().describe('Name of the plug-in, without its ending.') });

/** Virtual cameras of the old kind, which macOS loads no more from 14.1 on. */
export const macCameraPlugInsSchema = z.array(plugInSchema);

const EXTENSION_STATES = ['enabled', 'waiting-for-user', 'other'] as const;

const extensionSchema = z.object({
  bundleId: z.string(),
  state: z.enum(EXTENSION_STATES).describe('`waiting-for-user`: the person has not allowed it yet.'),
});

export type MacCameraExtension = z.infer<typeof extensionSchema>;

/** Virtual cameras of the new kind. */
export const macCameraExtensionsSchema = z.array(extensionSchema);
