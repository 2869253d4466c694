import type { CauseId } from '../../causes/catalogue.ts';
import type { Certainty } from '../../certainty.ts';
import type { DeviceKind, Picture } from '../../facts/capture.ts';
import { PICTURE_THRESHOLDS as LIMIT } from './thresholds.ts';

/** One thing that measurements say. */
export interface Sign {
  readonly cause: CauseId;
  readonly certainty: Certainty;
  /** The measurement that says so. */
  readonly value: string;
}

/** What is the matter with a picture; null where nothing is. */
export function judgePicture(measured: Picture, device: DeviceKind): Sign | null {
  const sign = signOf(measured);
  if (sign === null) return null;
  // A program that has nothing to show puts up a picture of its own; a face sensor shows what only it can see.
  if (device === 'virtual' && isStandIn(sign.cause)) {
    return { cause: 'signal.virtual-camera', certainty: 'certain', value: `a virtual camera: ${sign.value}` };
  }
  if (device === 'infrared') {
    return { cause: 'signal.infrared', certainty: 'likely', value: `an infrared camera by its name: ${sign.value}` };
  }
  return sign;
}

/** The order is that of what explains the most: a muted source sends black, a flat picture repeats itself. */
function signOf(measured: Picture): Sign | null {
  const { luma, deviation, texture, chroma, black, track } = measured;
  if (track.muted) return say('signal.muted', 'certain', 'the track is muted');
  if (measured.frames === 0) return say('signal.no-frames', 'likely', 'one picture came, and then no more');
  if (deviation <= LIMIT.flat && texture <= LIMIT.flat) {
    return say('signal.covered', 'likely', `brightness ${round(luma)}, without texture`);
  }
  if (isFrozen(measured) && !isPlain(measured)) return say('signal.frozen', 'likely', stillness(measured));
  if (luma < LIMIT.dark && deviation <= LIMIT.darkDeviation) {
    return say('signal.too-dark', 'likely', `brightness ${round(luma)} of 255, with texture`);
  }
  if (black > LIMIT.blackShare) return say('signal.too-dark', 'likely', `${percent(black)} of the frames are black`);
  // A machine under load leaves frames out that the camera has sent.
  const rate = mostPerSecond(measured);
  if (rate < LIMIT.frameRate)
    return say('signal.low-frame-rate', 'likely', `at most ${round(rate)} new frames a second`);
  if (measured.repeated === 1) return say('signal.frozen', 'possible', stillness(measured));
  const different = rate * (1 - measured.repeated);
  if (different < LIMIT.frameRate) {
    return say('signal.low-frame-rate', 'possible', `${stillness(measured)}; ${round(different)} others a second`);
  }
  // A room without colour has none either.
  if (chroma <= LIMIT.grey) return say('signal.infrared', 'possible', `no colour: deviation ${round(chroma)}`);
  return null;
}

function isFrozen({ frames, milliseconds, repeated }: Picture): boolean {
  return frames >= LIMIT.frozenFrames && milliseconds >= LIMIT.frozenMilliseconds && repeated === 1;
}

function isPlain({ deviation, texture }: Picture): boolean {
  return deviation <= LIMIT.plainDeviation && texture <= LIMIT.plainTexture;
}

function stillness({ frames, repeated }: Picture): string {
  return `${frames} new frames, ${percent(repeated)} with the same pixels`;
}

/** What the count leaves possible: so many frames fall into a time that begins and ends somewhere between two of them. */
function mostPerSecond({ frames, milliseconds }: Picture): number {
  return ((frames + 1) * 1000) / Math.max(1, milliseconds);
}

function isStandIn(cause: CauseId): boolean {
  return cause === 'signal.covered' || cause === 'signal.frozen';
}

function say(cause: CauseId, certainty: Certainty, value: string): Sign {
  return { cause, certainty, value };
}

export function round(number: number): string {
  return number.toFixed(1);
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
