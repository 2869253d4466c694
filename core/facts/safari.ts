import { z } from 'zod';
import { readingSchema } from '../reading-schema.ts';

/** What Safari has stored. It has one store, or one for each of its named profiles. */
export const safariPermissionSchema = z.object({
  engine: z.literal('webkit'),
  browserId: z.string().describe('Id of the browser among the installed ones.'),
  profile: z.string().describe('The profile’s folder.'),
  store: readingSchema(z.never()),
});
