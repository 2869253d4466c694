import { z } from 'zod';
import { readingSchema } from '../reading-schema.ts';

const SETTINGS = ['allow', 'block', 'ask'] as const;

/** A stored content setting whose pattern covers the site in question. */
const siteRuleSchema = z.object({
  pattern: z.string().describe('As stored, e.g. `https://meet.example.com:443` or `[*.]example.com`.'),
  setting: z.enum(SETTINGS),
});

export type SiteRule = z.infer<typeof siteRuleSchema>;

/** What is stored about one medium. */
const mediumPermissionSchema = z.object({
  byDefault: readingSchema(z.enum(SETTINGS)).describe('For all sites; `absent` means the browser asks.'),
  rules: z.array(siteRuleSchema).describe('Only those that cover the site, the one that counts first.'),
  sitesAllowed: z.number().int().describe('How many sites are allowed by a rule of their own, whichever they are.'),
  unjudged: z.array(z.string()).describe('What else bears on the site and this version does not judge.'),
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

/** Policies of a browser of the Chromium family. */
export const chromiumPolicySchema = z.object({
  engine: z.literal('chromium'),
  browserId: z.string().describe('Id of the browser among the installed ones.'),
  unjudged: readingSchema(z.array(z.string())).describe(
    'Policy files that mention capture, which this version does not judge.',
  ),
});

export type ChromiumPolicy = z.infer<typeof chromiumPolicySchema>;
