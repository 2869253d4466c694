import type { CauseId } from '../../causes/catalogue.ts';
import type { Certainty } from '../../certainty.ts';
import type { DeviceKind, Picture } from '../../facts/capture.ts';
import { THRESHOLDS } from './thresholds.ts';

/** One thing that measurements say. */
export interface Sign {
  readonly cause: CauseId;
  readonly certainty: Certainty;
  /** The measurement that says so. */
  readonly value: string;
}

const { picture: LIMIT } = THRESHOLDS;

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
  if (isFrozen(measured)) {
    const value = `${measured.frames} new frames, ${percent(measured.repeated)} with the same pixels`;
    return say('signal.frozen', 'likely', value);
  }
  if (luma < LIMIT.dark) return say('signal.too-dark', 'likely', `brightness ${round(luma)} of 255, with texture`);
  if (black > LIMIT.blackShare) return say('signal.too-dark', 'likely', `${percent(black)} of the frames are black`);
  const rate = differentPerSecond(measured);
  if (rate < LIMIT.frameRate) {
    return say('signal.low-frame-rate', 'certain', `${round(rate)} new frames a second`);
  }
  if (chroma <= LIMIT.grey) return say('signal.infrared', 'likely', `no colour: deviation ${round(chroma)}`);
  return null;
}

function isFrozen({ frames, milliseconds, repeated }: Picture): boolean {
  return frames >= LIMIT.frozenFrames && milliseconds >= LIMIT.frozenMilliseconds && repeated >= LIMIT.repeated;
}

/** Pictures a second that differ from the one before. */
function differentPerSecond({ frames, milliseconds, repeated }: Picture): number {
  return (frames * (1 - repeated) * 1000) / Math.max(1, milliseconds);
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
