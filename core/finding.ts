import { z } from 'zod';
import { CAUSES, type CauseId } from './causes/catalogue.ts';
import { LAYERS } from './causes/layers.ts';
import { CERTAINTIES } from './certainty.ts';
import { MEDIA } from './medium.ts';

export const causeIdSchema = z.custom<CauseId>(
  (id) => typeof id === 'string' && Object.hasOwn(CAUSES, id),
  'is not a cause this version knows',
);

const evidenceSchema = z.object({
  fact: z.string().describe('Path into the facts, e.g. `cameraNodes[0].access`.'),
  value: z.string().describe('What it says there.'),
});

/** A fact, and what it says: the proof that goes with every finding. */
export type Evidence = z.infer<typeof evidenceSchema>;

export const findingSchema = z.object({
  cause: causeIdSchema,
  code: z.string().describe('The cause’s short code, for the phone.'),
  layer: z.enum(LAYERS),
  medium: z.enum(MEDIA),
  subject: z.string(),
  certainty: z.enum(CERTAINTIES),
  fixableBy: z.enum(['user', 'administrator', 'vendor', 'nobody']),
  guide: z.string().nullable().describe('Which guide puts it right; null where there is none.'),
  evidence: z.array(evidenceSchema),
});

/** One cause that applies to one medium of one subject. */
export type Finding = z.infer<typeof findingSchema>;

export const undeterminedSchema = z.object({
  rule: z.string(),
  missing: z.array(z.string()).describe('The facts that could not be read, each with the reason.'),
  subject: z.string(),
  medium: z.enum(MEDIA),
  couldBlock: z.boolean().describe('Whether what the rule looks for would block; the verdict is then `unknown`.'),
});

/** A rule that could not judge, because a fact it needs could not be read. */
export type Undetermined = z.infer<typeof undeterminedSchema>;
