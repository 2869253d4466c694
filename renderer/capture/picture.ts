import { SERIES_LIMIT } from '../../core/capture/limits.ts';
import type { Picture, TrackEvents } from '../../core/facts/capture.ts';
import { PICTURE_THRESHOLDS as LIMIT } from '../../core/rules/capture/thresholds.ts';
import { round, thin } from './stream.ts';

/** The whole picture, scaled down: brightness and colour are told from it. */
export const WHOLE = { width: 64, height: 48 } as const;

/** Pieces in full resolution: scaling would smooth the grain away that tells a live picture from a still one. */
export const PIECE = 32;
export const PIECES = 3;

/** What one new frame is like. All of 255. */
export interface FrameMeasure {
  readonly luma: number;
  readonly deviation: number;
  readonly texture: number;
  readonly chroma: number;
  /** Mean difference from the frame before; null for the first. */
  readonly change: number | null;
}

interface Statistics {
  readonly mean: number;
  readonly deviation: number;
}

/** RGBA pixels: the whole picture scaled down, and the pieces, one after the other. */
export interface Sample {
  readonly whole: Uint8ClampedArray;
  readonly pieces: Uint8ClampedArray;
}

export function measureFrame({ whole, pieces }: Sample, before: Sample | null): FrameMeasure {
  const luma = statistics(whole, (red, green, blue) => 0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const blueness = statistics(whole, (red, green, blue) => blue - (red + green) / 2);
  const redness = statistics(whole, (red, green, blue) => red - (green + blue) / 2);
  return {
    luma: luma.mean,
    deviation: luma.deviation,
    texture: textureOf(pieces),
    // A cast of one colour is no grey either: an infrared sensor has neither.
    chroma: Math.max(blueness.deviation, redness.deviation, Math.abs(blueness.mean), Math.abs(redness.mean)),
    change: before === null ? null : (difference(whole, before.whole) + difference(pieces, before.pieces)) / 2,
  };
}

/** By Rec. 709 and in one pass. */
function statistics(data: Uint8ClampedArray, of: (red: number, green: number, blue: number) => number): Statistics {
  let sum = 0;
  let squares = 0;
  const count = data.length / 4;
  for (let at = 0; at < data.length; at += 4) {
    const value = of(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
    sum += value;
    squares += value * value;
  }
  const mean = sum / count;
  // Rounding can bring the difference a hair below zero, or above it for a picture of one colour.
  const variance = Math.max(0, squares / count - mean * mean);
  return { mean, deviation: variance < 1e-6 ? 0 : Math.sqrt(variance) };
}

/** Mean difference of the green of neighbours in a row: no camera has less noise in it than the others. */
function textureOf(pieces: Uint8ClampedArray): number {
  let sum = 0;
  let count = 0;
  for (let at = 4; at < pieces.length; at += 4) {
    if ((at / 4) % PIECE === 0) continue;
    sum += Math.abs((pieces[at + 1] ?? 0) - (pieces[at - 3] ?? 0));
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/** Mean over the three colours. No picture of a camera is transparent, so that the fourth value is always the same. */
function difference(now: Uint8ClampedArray, before: Uint8ClampedArray): number {
  let sum = 0;
  for (let at = 0; at < now.length; at++) sum += Math.abs((now[at] ?? 0) - (before[at] ?? 0));
  return (sum * 4) / (now.length * 3);
}

export interface TimedFrame extends FrameMeasure {
  /** Milliseconds since the stream was opened. */
  readonly at: number;
}

/** Everything measured until `now`, in milliseconds since the stream was opened. */
export function summarisePicture(
  frames: readonly TimedFrame[],
  size: { readonly width: number; readonly height: number },
  now: number,
  track: TrackEvents,
): Picture {
  const start = (frames[0]?.at ?? now) + LIMIT.warmUp;
  const counted = frames.filter(({ at }) => at >= start);
  // A picture that came and stood: what it was like is told by its only frames.
  const judged = counted.length === 0 ? frames : counted;
  const isBlack = ({ luma, deviation }: FrameMeasure): boolean =>
    luma <= LIMIT.black && deviation <= LIMIT.blackDeviation;
  return {
    ...size,
    frames: counted.length,
    milliseconds: Math.max(0, Math.round(now - start)),
    firstFrame: Math.round(frames[0]?.at ?? now),
    luma: round(median(judged.map(({ luma }) => luma))),
    deviation: round(Math.max(...judged.map(({ deviation }) => deviation), 0)),
    texture: round(Math.max(...judged.map(({ texture }) => texture), 0)),
    chroma: round(Math.max(...judged.map(({ chroma }) => chroma), 0)),
    black: shareOf(judged, isBlack),
    repeated: repeatedIn(judged),
    change: round(median(judged.flatMap(({ change }) => (change === null ? [] : [change])))),
    lumaSeries: thin(
      frames.map(({ luma }) => luma),
      SERIES_LIMIT,
    ),
    track,
  };
}

function shareOf(frames: readonly FrameMeasure[], is: (frame: FrameMeasure) => boolean): number {
  return frames.length === 0 ? 0 : round(frames.filter(is).length / frames.length);
}

/** 1 only where it is all of them: one picture that differs is the proof that the source is alive. */
function repeatedIn(frames: readonly FrameMeasure[]): number {
  const moved = frames.some(({ change }) => change !== 0);
  const share = shareOf(frames, ({ change }) => change === 0);
  return moved ? Math.min(share, 0.99) : share;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}
