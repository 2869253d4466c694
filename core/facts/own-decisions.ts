import { z } from 'zod';
import { MEDIA } from '../medium.ts';

/** What the app itself answered when its own page asked for a device: a refusal of ours is none of the system’s. */
export const ownDecisionSchema = z.object({
  medium: z.enum(MEDIA),
  granted: z.boolean(),
});

export type OwnDecision = z.infer<typeof ownDecisionSchema>;
