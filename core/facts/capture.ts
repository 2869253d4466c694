import { z } from 'zod';
import { MEDIA } from '../medium.ts';

/** Measured over the seconds that a test ran. */
const pictureSchema = z.object({
  width: z.number().int(),
  height: z.number().int(),
  frames: z.number().int().describe('New frames seen.'),
  luma: z.number().describe('Mean brightness of the last frame, 0 to 255.'),
  deviation: z.number().describe('Standard deviation of its brightness. 0 is a picture without any texture.'),
});

const soundSchema = z.object({
  rms: z.number().nullable().describe('Loudest level in dBFS; null where every sample was exactly zero.'),
  samples: z.number().int(),
});

/** What one real capture test saw: the only proof there is that a device works for a program. */
export const captureSchema = z.object({
  subject: z.string().describe('Which program captured: `this-app`, or a browser’s subject id.'),
  medium: z.enum(MEDIA),
  origin: z.string().nullable().describe('The site whose page captured; null for this app.'),
  takenAt: z.iso.datetime(),
  outcome: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('picture'), measured: pictureSchema }),
      z.object({ kind: z.literal('sound'), measured: soundSchema }),
      z.object({ kind: z.literal('no-answer') }),
      z.object({ kind: z.literal('no-signal') }),
      z.object({ kind: z.literal('no-devices') }),
      z.object({
        kind: z.literal('failed'),
        error: z.string().max(100).describe('Name of the DOMException, e.g. `NotAllowedError`.'),
        message: z.string().max(1000),
      }),
    ])
    .describe(
      '`no-answer`: the request neither succeeded nor failed. `no-signal`: it opened, and nothing came. `no-devices`: the page has no `mediaDevices`.',
    ),
});

export type Capture = z.infer<typeof captureSchema>;
