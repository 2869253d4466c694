import { z } from 'zod';
import { CHANNELS_LIMIT, OTHERS_LIMIT, SERIES_LIMIT } from '../capture/limits.ts';
import { MEDIA } from '../medium.ts';

const share = z.number().min(0).max(1);
const milliseconds = z.number().int().min(0);
const dBFS = z.number().nullable();

/** What became of the track while it was measured. */
const trackSchema = z.object({
  muted: z.boolean().describe('Whether the source was muted at the end: by a key, the system, or an error.'),
  mutes: z.number().int().min(0).describe('How often it became muted.'),
  ended: z.boolean().describe('Whether it ended by itself: unplugged, or its permission was taken away.'),
});

/** Measured over the seconds that a test ran, after the first moment, in which cameras find their exposure. */
const pictureSchema = z.object({
  width: z.number().int(),
  height: z.number().int(),
  frames: z.number().int().min(0).describe('New frames measured. One that is only shown again does not count.'),
  milliseconds: milliseconds.describe('For how long frames were counted.'),
  firstFrame: milliseconds.describe('From opening to the very first frame.'),
  luma: z.number().describe('Mean brightness by Rec. 709, 0 to 255; the median of the frames.'),
  deviation: z.number().describe('Standard deviation of the brightness over the picture, the largest of the frames.'),
  texture: z.number().describe('Mean difference of neighbouring pixels in full resolution, the largest of the frames.'),
  chroma: z.number().describe('Largest standard deviation of colour over the picture. 0 is a picture in greys.'),
  black: share.describe('Share of frames that are black.'),
  repeated: share.describe(
    'Share of new frames with the very pixels of the one before; 1 only where it is all of them.',
  ),
  change: z.number().describe('Mean difference of a pixel from one frame to the next.'),
  lumaSeries: z.array(z.number()).max(SERIES_LIMIT).describe('Brightness over the whole test, for a graph.'),
  track: trackSchema,
});

/** Measured with echo cancellation, noise suppression and gain control off. */
const soundSchema = z.object({
  sampleRate: z.number().int(),
  samples: z.number().int().min(0).describe('Of each channel.'),
  rms: dBFS.describe(
    'Loudest level in dBFS, without a constant voltage and clicks; null where no sample differs from the others.',
  ),
  peak: dBFS.describe('Highest single sample in dBFS.'),
  floor: dBFS.describe('Noise floor in dBFS: the level that nine tenths of the time exceed.'),
  channels: z.array(dBFS).max(CHANNELS_LIMIT).describe('Level of each channel.'),
  offset: z.number().describe('Mean of the samples, which is 0 for sound: a constant voltage.'),
  zero: share.describe('Share of samples that are exactly zero.'),
  clipped: share.describe('Share of the time with runs of full-scale samples in it.'),
  notNumbers: z
    .number()
    .int()
    .min(0)
    .describe(
      'Samples that were no numbers; they count as zero, and many of them mean that the measurement is broken.',
    ),
  voice: milliseconds.describe('How long something like speech was heard: louder than the floor, and not hiss.'),
  levelSeries: z.array(dBFS).max(SERIES_LIMIT).describe('Level over the whole test, for a graph.'),
  track: trackSchema,
});

/** Why a test could not measure, which says nothing about the device. */
const UNMEASURED = ['sound-suspended', 'page-hidden', 'canvas-guarded', 'broken'] as const;

const outcomeSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('picture'), measured: pictureSchema }),
    z.object({ kind: z.literal('sound'), measured: soundSchema }),
    z.object({ kind: z.literal('no-answer') }),
    z.object({ kind: z.literal('no-signal'), milliseconds, track: trackSchema }),
    z.object({ kind: z.literal('no-devices') }),
    z.object({ kind: z.literal('not-measured'), why: z.enum(UNMEASURED) }),
    z.object({ kind: z.literal('cancelled') }),
    z.object({
      kind: z.literal('failed'),
      error: z.string().max(100).describe('Name of the DOMException, e.g. `NotAllowedError`.'),
      message: z.string().max(1000),
      constraint: z.string().max(100).nullable().describe('Which wish could not be met, of an OverconstrainedError.'),
    }),
  ])
  .describe(
    '`no-answer`: the request neither succeeded nor failed. `no-signal`: it opened, and nothing came. `no-devices`: the page has no `mediaDevices`. `not-measured`: the test itself failed.',
  );

/**
 * What a device is by its name, told by the table of names in `core/capture/device-names.ts`. The name itself is left out:
 * people call their headsets and phones after themselves.
 */
const DEVICE_KINDS = ['ordinary', 'virtual', 'infrared', 'unnamed'] as const;

const permissionStateSchema = z
  .enum(['prompt', 'granted', 'denied', 'unknown'])
  .describe('The answer of the Permissions API. Firefox and Safari say `prompt` where more is decided.');

/** How the request went, and what stood around it: errors alone do not tell causes apart. */
const requestSchema = z.object({
  attempts: z.number().int().min(0).max(2),
  milliseconds: milliseconds.describe('From the last attempt to its answer, or to the limit.'),
  permissionBefore: permissionStateSchema,
  permissionAfter: permissionStateSchema,
  secure: z.boolean().describe('Whether the page counts as secure.'),
  allowed: z.boolean().nullable().describe('Whether the page’s own policy allows the device; null where not told.'),
  visible: z.boolean().describe('Whether the page was seen at the end of the wait.'),
  focused: z.boolean().describe('Whether it had the focus.'),
  listed: z.number().int().min(0).nullable().describe('Devices of this kind that the browser lists at the end.'),
});

/** What one real capture test saw: the only proof there is that a device works for a program. */
export const captureSchema = z.object({
  version: z.literal(2).describe('Of this very shape.'),
  subject: z.string().describe('Which program captured: `this-app`, or a browser’s subject id.'),
  medium: z.enum(MEDIA),
  origin: z.string().nullable().describe('The site whose page captured; null for this app.'),
  takenAt: z.iso.datetime(),
  engine: z.object({
    name: z.enum(['chromium', 'gecko', 'webkit', 'unknown']),
    version: z.number().int().min(0).nullable().describe('The browser’s major version.'),
  }),
  device: z.enum(DEVICE_KINDS),
  request: requestSchema,
  outcome: outcomeSchema,
  others: z
    .array(z.object({ device: z.enum(DEVICE_KINDS), outcome: outcomeSchema }))
    .max(OTHERS_LIMIT)
    .describe('Other devices of the kind, each tested by itself; only where the chosen one gave nothing.'),
});

export type Capture = z.infer<typeof captureSchema>;
export type CaptureOutcome = Capture['outcome'];
export type CaptureRequest = Capture['request'];
export type DeviceKind = Capture['device'];
export type Picture = z.infer<typeof pictureSchema>;
export type Sound = z.infer<typeof soundSchema>;
export type TrackEvents = z.infer<typeof trackSchema>;
