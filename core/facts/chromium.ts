import { z } from 'zod';
import { CAPTURE_SWITCHES } from '../browsers/capture-switches.ts';
import { readingSchema } from '../reading-schema.ts';

const SETTINGS = ['allow', 'block', 'ask'] as const;

export type ChromiumSetting = (typeof SETTINGS)[number];

/** A stored content setting whose pattern covers the site in question. */
const siteRuleSchema = z.object({
  pattern: z.string().describe('As stored, e.g. `https://meet.example.com:443` or `[*.]example.com`.'),
  setting: z.enum(SETTINGS),
});

export type SiteRule = z.infer<typeof siteRuleSchema>;

/** What an enabled extension sets for the site in question, over the person’s own rules. */
const extensionRuleSchema = z.object({
  extension: z.string().describe('Id of the extension, as `chrome://extensions` shows it.'),
  pattern: z.string(),
  setting: z.enum(SETTINGS),
});

export type ExtensionRule = z.infer<typeof extensionRuleSchema>;

const embargoSchema = z.object({
  reason: z.enum(['dismissed', 'ignored']).describe('What the person did with the question too often.'),
  until: z.iso.datetime(),
});

/** What is stored about one medium. */
const mediumPermissionSchema = z.object({
  byDefault: readingSchema(z.enum(SETTINGS)).describe('For all sites; `absent` means the browser asks.'),
  rules: z.array(siteRuleSchema).describe('Only those that cover the site, the one that counts first.'),
  extensions: readingSchema(z.array(extensionRuleSchema)).describe(
    'Of enabled extensions, only those that cover the site, the one that counts first.',
  ),
  embargo: readingSchema(embargoSchema).describe('`absent`: none is running for the site.'),
  oneTimeGrants: z.number().int().describe('How often the person allowed the site for one time only.'),
  sitesAllowed: z.number().int().describe('How many sites are allowed by a rule of their own, whichever they are.'),
  devicesRanked: z.number().int().describe('How many devices the person has chosen among; the names are left out.'),
});

const permissionStoreSchema = z.object({
  file: z.string(),
  writtenAt: z.iso.datetime().describe('When the browser last wrote it. Chromium writes up to 10 s late.'),
  camera: readingSchema(mediumPermissionSchema),
  microphone: readingSchema(mediumPermissionSchema),
});

export type MediumPermission = z.infer<typeof mediumPermissionSchema>;
export type PermissionStore = z.infer<typeof permissionStoreSchema>;

/** What one profile of a browser of the Chromium family has stored. */
export const chromiumPermissionSchema = z.object({
  engine: z.literal('chromium'),
  browserId: z.string().describe('Id of the browser among the installed ones.'),
  profile: z.string().describe('The profile’s folder.'),
  store: readingSchema(permissionStoreSchema).describe('`absent`: the profile has stored nothing yet.'),
});

export type ChromiumPermission = z.infer<typeof chromiumPermissionSchema>;

/** Where a policy was laid down, and what it says. */
const policySchema = <T extends z.ZodType>(setting: T) => z.object({ from: z.string(), setting }).nullable();

const mediumPolicySchema = z.object({
  allowed: policySchema(z.boolean()).describe(
    '`VideoCaptureAllowed` or `AudioCaptureAllowed`; null where not laid down.',
  ),
  allowedFor: z
    .object({ from: z.string(), pattern: z.string() })
    .nullable()
    .describe('The pattern of the list of allowed sites that covers this one; null where none does.'),
  sitesAllowed: z.number().int().describe('How many patterns that list has.'),
});

const policiesSchema = z.object({
  camera: mediumPolicySchema,
  microphone: mediumPolicySchema,
  mediaStream: policySchema(z.enum(['block', 'ask'])).describe('`DefaultMediaStreamSetting`, for both devices.'),
});

export type ChromiumPolicies = z.infer<typeof policiesSchema>;

/** Policies of a browser of the Chromium family. */
export const chromiumPolicySchema = z.object({
  engine: z.literal('chromium'),
  browserId: z.string().describe('Id of the browser among the installed ones.'),
  policies: readingSchema(policiesSchema).describe('`absent`: none bears on capture.'),
});

export type ChromiumPolicy = z.infer<typeof chromiumPolicySchema>;

/** What a running browser was started with, as far as it bears on capture. */
export const browserSwitchesSchema = z.object({
  browserId: z.string().describe('Id of the browser among the installed ones.'),
  switches: z.array(z.enum(CAPTURE_SWITCHES)),
});
