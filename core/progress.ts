import { z } from 'zod';
import { caseSchema } from './case.ts';
import { causeIdSchema } from './finding.ts';
import { MEDIA } from './medium.ts';

/** What a person wants to be rid of, as {@link Trouble} has it. */
export const troubleSchema = z.strictObject({
  cause: causeIdSchema,
  subject: z.string().max(200),
  medium: z.enum(MEDIA),
  evenPossible: z.literal(true).optional(),
});

export const progressSchema = z.strictObject({
  trouble: troubleSchema,
  guide: z.string().max(100),
  way: z.string().max(100),
  begunAt: z.iso.datetime().optional().describe('When the guide was opened.'),
  acted: z.array(z.string().max(100)).max(50).describe('Steps whose page was opened or whose address was copied.'),
});

/** How far a person has come in a guide: enough to go on after the app or its page was started again. */
export type Progress = z.infer<typeof progressSchema>;

export const keptProgressSchema = z.strictObject({
  case: caseSchema.nullable(),
  progress: progressSchema,
  keptAt: z.iso.datetime(),
});

/** Progress with what the app was about, since a start after “Quit & Reopen” brings no link. */
export type KeptProgress = z.infer<typeof keptProgressSchema>;
