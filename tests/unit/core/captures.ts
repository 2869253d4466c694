import type { Capture, Picture, Sound } from '../../../core/facts/capture.ts';

const STEADY = { muted: false, mutes: 0, ended: false };

/** What a lively picture measures. */
export const PICTURE: Picture = {
  width: 640,
  height: 480,
  frames: 40,
  milliseconds: 2_500,
  firstFrame: 150,
  luma: 90,
  deviation: 40,
  texture: 3,
  chroma: 20,
  black: 0,
  repeated: 0,
  change: 2,
  lumaSeries: [88, 90, 92],
  track: STEADY,
};

/** What a voice in a quiet room measures. */
export const SOUND: Sound = {
  sampleRate: 48_000,
  samples: 96_000,
  rms: -30,
  peak: -18,
  floor: -70,
  channels: [-34],
  offset: 0,
  zero: 0,
  clipped: 0,
  notNumbers: 0,
  voice: 900,
  levelSeries: [-70, -30, null],
  track: STEADY,
};

/** A test by the app in its own window, on a Chromium that has leave; as far as a test does not say otherwise. */
export function captureOf({
  request,
  ...rest
}: Partial<Omit<Capture, 'request'>> & { readonly request?: Partial<Capture['request']> }): Capture {
  return {
    version: 2,
    subject: 'this-app',
    medium: 'camera',
    origin: null,
    takenAt: '2026-11-20T09:00:00.000Z',
    engine: { name: 'chromium', version: 156 },
    device: 'ordinary',
    request: {
      attempts: 1,
      milliseconds: 200,
      permissionBefore: 'granted',
      permissionAfter: 'granted',
      secure: true,
      allowed: true,
      visible: true,
      focused: true,
      listed: 1,
      ...request,
    },
    outcome: { kind: 'picture', measured: PICTURE },
    others: [],
    ...rest,
  };
}
