import { z } from 'zod';
import { readingSchema } from '../reading-schema.ts';

const PACKAGINGS = ['native', 'snap', 'flatpak'] as const;

const profileSchema = z.object({
  folder: z.string().describe('Name of the profile’s folder, e.g. `Default` or `Profile 1`.'),
  name: z.string().describe('What the person called it. Left out of reports.'),
  lastUsed: z.boolean().describe('Whether the browser used this profile last; it then stands for the browser.'),
});

/** A browser that is installed for this user. */
export const browserSchema = z.object({
  id: z.string().describe('Its product, with `@snap` or `@flatpak` where another package of it is installed too.'),
  product: z.string().describe('Which browser it is, e.g. `chrome`. A later version may know more.'),
  name: z.string(),
  packaging: z.enum(PACKAGINGS),
  program: z.string().describe('Path of the program.'),
  version: readingSchema(z.string()),
  dataFolder: z.string().describe('Where it keeps its profiles.'),
  profiles: readingSchema(z.array(profileSchema)).describe('`absent`: it was never started by this user.'),
  isDefault: z.boolean().describe('The system opens web addresses with it.'),
});

export type Browser = z.infer<typeof browserSchema>;

/** What the package of a browser lets it reach, whatever the browser itself allows. */
export const sandboxSchema = z.object({
  browserId: z.string().describe('Id of the browser among the installed ones.'),
  packaging: z.enum(['snap', 'flatpak']),
  camera: readingSchema(z.boolean()),
  microphone: readingSchema(z.boolean()),
  sign: z.string().describe('Which permission was looked at, e.g. `camera interface` or `devices=all`.'),
});

export type Sandbox = z.infer<typeof sandboxSchema>;

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

/** What one profile of one browser has stored about the site, and for all sites. */
export const browserPermissionSchema = z.object({
  browserId: z.string().describe('Id of the browser among the installed ones.'),
  profile: z.string().describe('The profile’s folder.'),
  policies: readingSchema(z.array(z.string())).describe(
    'Policy files that mention capture, which this version does not judge.',
  ),
  store: readingSchema(permissionStoreSchema).describe('`absent`: the profile has stored nothing yet.'),
});

export type BrowserPermission = z.infer<typeof browserPermissionSchema>;
