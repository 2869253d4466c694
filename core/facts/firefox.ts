import { z } from 'zod';
import { readingSchema } from '../reading-schema.ts';

const FIREFOX_SETTINGS = ['allow', 'block', 'ask'] as const;

/** A stored row about the site in question. */
const firefoxRuleSchema = z.object({
  origin: z
    .string()
    .describe('The site’s; behind it, a container’s or a partition’s row has `^` and which of them it is for.'),
  setting: z.enum(FIREFOX_SETTINGS).describe('`ask` is what a single “Allow” without “Remember” leaves.'),
});

export type FirefoxRule = z.infer<typeof firefoxRuleSchema>;

const firefoxRulesSchema = z.object({
  rules: z.array(firefoxRuleSchema).describe('Only those of the site, the one for ordinary tabs first.'),
  sitesAllowed: z.number().int().describe('How many sites are allowed by a row of their own, whichever they are.'),
});

export type FirefoxRules = z.infer<typeof firefoxRulesSchema>;

const firefoxSitesSchema = z.object({
  file: z.string(),
  writtenAt: z.iso.datetime().describe('When Firefox last wrote it, which it does at once.'),
  camera: readingSchema(firefoxRulesSchema),
  microphone: readingSchema(firefoxRulesSchema),
});

const mediumPreferencesSchema = z.object({
  byDefault: readingSchema(z.enum(FIREFOX_SETTINGS)).describe(
    'For all sites; `absent` leaves it to policies, or asks.',
  ),
  refused: readingSchema(z.boolean()).describe('Every page is refused, whatever its permission.'),
});

const firefoxPreferencesSchema = z.object({
  file: z.string().describe('`prefs.js`; what `user.js` beside it says stands above it.'),
  writtenAt: z.iso.datetime(),
  mediaDevices: readingSchema(z.boolean()).describe('`false`: pages see no `mediaDevices` at all.'),
  withoutAsking: readingSchema(z.boolean()).describe('Every page is allowed, whatever its permission.'),
  standIns: readingSchema(z.boolean()).describe('Pages get an artificial picture and tone instead of devices.'),
  camera: mediumPreferencesSchema,
  microphone: mediumPreferencesSchema,
});

export type FirefoxSites = z.infer<typeof firefoxSitesSchema>;
export type FirefoxPreferences = z.infer<typeof firefoxPreferencesSchema>;

/** What one profile of a browser of the Firefox family has stored. */
export const firefoxPermissionSchema = z.object({
  engine: z.literal('gecko'),
  browserId: z.string().describe('Id of the browser among the installed ones.'),
  profile: z.string().describe('The profile’s folder.'),
  sites: readingSchema(firefoxSitesSchema).describe('`absent`: the profile has stored no permissions yet.'),
  preferences: readingSchema(firefoxPreferencesSchema).describe('`absent`: nothing was ever set.'),
});

export type FirefoxPermission = z.infer<typeof firefoxPermissionSchema>;

const mediumPolicySchema = z.object({
  site: z.enum(['allow', 'block']).nullable().describe('Laid down for the site in question.'),
  blockNewRequests: z
    .boolean()
    .nullable()
    .describe('Sites without a rule of their own are not asked about but blocked.'),
  locked: z.boolean().describe('Nobody can set another default.'),
  sitesAllowed: z.number().int().describe('How many sites are allowed, whichever they are.'),
});

export type FirefoxMediumPolicy = z.infer<typeof mediumPolicySchema>;

const policiesSchema = z.object({
  file: z.string().describe('The file, or the registry key, that lays the permissions down.'),
  camera: mediumPolicySchema,
  microphone: mediumPolicySchema,
  unjudged: z.array(z.string()).describe('What else bears on capture and this version does not judge.'),
});

export type FirefoxPolicies = z.infer<typeof policiesSchema>;

/** Policies of a browser of the Firefox family. */
export const firefoxPolicySchema = z.object({
  engine: z.literal('gecko'),
  browserId: z.string().describe('Id of the browser among the installed ones.'),
  policies: readingSchema(policiesSchema).describe('`absent`: none bears on capture.'),
});
