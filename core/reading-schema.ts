import { z } from 'zod';

/** The schema of a `Reading` whose value has the given schema. */
export function readingSchema<S extends z.ZodType>(of: S) {
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('value'), value: of }),
    z.object({ kind: z.literal('absent') }),
    z.object({ kind: z.literal('unreadable'), why: z.string() }),
  ]);
}
