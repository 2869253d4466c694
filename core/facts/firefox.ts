import { z } from 'zod';
import { readingSchema } from '../reading-schema.ts';

/** What one profile of a browser of the Firefox family has stored. */
export const firefoxPermissionSchema = z.object({
  engine: z.literal('gecko'),
  browserId: z.string().describe('Id of the browser among the installed ones.'),
  profile: z.string().describe('The profile’s folder.'),
  store: readingSchema(z.never()),
});

/** Policies of a browser of the Firefox family. */
export const firefoxPolicySchema = z.object({
  engine: z.literal('gecko'),
  browserId: z.string().describe('Id of the browser among the installed ones.'),
  policies: readingSchema(z.never()),
});
