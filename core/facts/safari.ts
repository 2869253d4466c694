import { z } from 'zod';
import { readingSchema } from '../reading-schema.ts';

/** A stored number. What each means differs between public sources, so it stays a number. */
const storedSchema = z.number().int();

const safariRuleSchema = z.object({
  domain: z.string().describe('The site’s own host, or one that it lies under.'),
  stored: storedSchema,
});

const safariMediumSchema = z.object({
  byDefault: readingSchema(storedSchema).describe('For sites without a rule of their own.'),
  rules: z.array(safariRuleSchema).describe('Only those that cover the site, the most exact first.'),
});

export type SafariMedium = z.infer<typeof safariMediumSchema>;

const safariStoreSchema = z.object({
  file: z.string(),
  writtenAt: z.iso.datetime(),
  camera: readingSchema(safariMediumSchema),
  microphone: readingSchema(safariMediumSchema),
  older: readingSchema(z.array(storedSchema)).describe(
    'What an older store beside it holds for the site, as flags for both devices; `absent`: there is none.',
  ),
  namedProfiles: readingSchema(z.boolean()).describe('Whether there are profiles with stores of their own.'),
});

export type SafariStore = z.infer<typeof safariStoreSchema>;

/** What Safari has stored, for the profile that everybody has. */
export const safariPermissionSchema = z.object({
  engine: z.literal('webkit'),
  browserId: z.string().describe('Id of the browser among the installed ones.'),
  profile: z.string().describe('The profile’s folder.'),
  store: readingSchema(safariStoreSchema).describe('`absent`: Safari has stored nothing yet.'),
});

export type SafariPermission = z.infer<typeof safariPermissionSchema>;
