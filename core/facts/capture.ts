import { z } from 'zod';
import { MEDIA } from '../medium.ts';

/** What a real capture test saw: the only proof there is that a device works for a program. */
export const captureSchema = z.object({
  subject: z.string().describe('Which program captured: `this-app`, or a browser’s subject id.'),
  medium: z.enum(MEDIA),
  origin: z.string().nullable().describe('The site whose page captured; null for this app.'),
  takenAt: z.iso.datetime(),
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('works') }),
    z.object({
      kind: z.literal('failed'),
      error: z.string().describe('Name of the DOMException, e.g. `NotAllowedError`.'),
      message: z.string(),
    }),
  ]),
});

export type Capture = z.infer<typeof captureSchema>;
