import { z } from 'zod';
import { causeIdSchema } from './finding.ts';

/**
 * What will happen when the subject asks for the device.
 *
 * - `ready`: it has stored leave, or has just captured for real.
 * - `will-ask`: nothing stands in the way; it will ask the person first.
 * - `degraded`: it works, but badly.
 * - `blocked`: something sure or likely stops it.
 * - `unknown`: something that could stop it could not be read.
 */
export const STATES = ['ready', 'will-ask', 'degraded', 'blocked', 'unknown'] as const;

export type State = (typeof STATES)[number];

export const verdictSchema = z.object({
  state: z.enum(STATES),
  rootCause: causeIdSchema.nullable().describe('What to put right first; null where nothing need be.'),
  also: z.array(causeIdSchema).describe('What else was found, the outermost layer first.'),
});

/** The judgement over one medium of one subject. */
export type Verdict = z.infer<typeof verdictSchema>;
