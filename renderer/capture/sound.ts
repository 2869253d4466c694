import { CHANNELS_LIMIT, SERIES_LIMIT } from '../../core/capture/limits.ts';
import type { Sound, TrackEvents } from '../../core/facts/capture.ts';
import { THRESHOLDS } from '../../core/rules/capture/thresholds.ts';
import { round, thin } from './stream.ts';

/** Full scale, a hair under it: resampling moves the last digit. */
const FULL_SCALE = 0.998;

/** More full-scale samples in a row than this are no peak that just touches the limit. testrtc’s. */
const CLIP_RUN = 6;

/** So much of a second makes one measure: short enough for a meter, long enough for the lowest voice. */
export const MEASURES_PER_SECOND = 50;

/** Sums over one fiftieth of a second, by channel. */
export interface SoundMeasure {
  readonly samples: number;
  readonly channels: readonly ChannelMeasure[];
}

interface ChannelMeasure {
  squares: number;
  sum: number;
  peak: number;
  zeros: number;
  /** Longest run of full-scale samples. */
  run: number;
  /** How often the sign changed: hiss does so all the time, a voice seldom. */
  crossings: number;
  notNumbers: number;
}

/** Puts blocks of samples, of whatever length, together to measures. It runs in the sound thread. */
export class SoundMeter {
  readonly #length: number;
  #channels: ChannelMeasure[] = [];
  #samples = 0;
  readonly #runs: number[] = [];

  constructor(sampleRate: number) {
    this.#length = Math.max(1, Math.round(sampleRate / MEASURES_PER_SECOND));
  }

  /** A measure whenever one is full; null in between. */
  add(block: readonly Float32Array[]): SoundMeasure | null {
    const channels = block.slice(0, CHANNELS_LIMIT);
    channels.forEach((samples, place) => {
      this.#channels[place] ??= { squares: 0, sum: 0, peak: 0, zeros: 0, run: 0, crossings: 0, notNumbers: 0 };
      this.#runs[place] = addSamples(this.#channels[place], samples, this.#runs[place] ?? 0);
    });
    this.#samples += channels[0]?.length ?? 0;
    if (this.#samples < this.#length) return null;
    const measure = { samples: this.#samples, channels: this.#channels };
    this.#samples = 0;
    this.#channels = [];
    return measure;
  }
}

/** Returns the run of full-scale samples that goes on into the next block. */
function addSamples(into: ChannelMeasure, samples: Float32Array, before: number): number {
  let run = before;
  let last = 0;
  for (const sample of samples) {
    const value = Number.isFinite(sample) ? sample : 0;
    const size = Math.abs(value);
    into.squares += value * value;
    into.sum += value;
    into.peak = Math.max(into.peak, size);
    into.zeros += Number(value === 0);
    into.notNumbers += Number(!Number.isFinite(sample));
    run = size >= FULL_SCALE ? run + 1 : 0;
    into.run = Math.max(into.run, run);
    into.crossings += Number(value * last < 0);
    last = value === 0 ? last : value;
  }
  return run;
}

/** Root mean square in dBFS; null where every sample is exactly zero. */
export function levelOf({ samples, channels }: SoundMeasure): number | null {
  const loudest = Math.max(...channels.map(({ squares }) => squares), 0);
  return toDecibels(loudest, samples);
}

function toDecibels(squares: number, samples: number): number | null {
  return squares === 0 || samples === 0 ? null : 10 * Math.log10(squares / samples);
}

/** How far a voice stands out of the noise floor at the least, in dB: fan and hum swing by half of that. */
const OVER_FLOOR = 9;

/** Sign changes a second above which it is hiss: speech lies below 3000 but for its sharpest sounds. */
const HISS = 6_000;

/** Everything measured. */
export function summariseSound(measures: readonly SoundMeasure[], sampleRate: number, track: TrackEvents): Sound {
  const levels = measures.map(levelOf);
  const samples = total(measures, (measure) => measure.samples);
  const width = Math.max(...measures.map(({ channels }) => channels.length), 0);
  const all = measures.flatMap(({ channels }) => channels);
  const perChannel = Array.from({ length: width }, (_, place) =>
    total(measures, ({ channels }) => channels[place]?.squares ?? 0),
  );
  const floor = floorOf(levels);
  return {
    sampleRate: Math.round(sampleRate),
    samples,
    rms: loudest(levels),
    peak: rounded(toDecibels(Math.max(...all.map(({ peak }) => peak), 0) ** 2, 1)),
    floor,
    channels: perChannel.map((squares) => rounded(toDecibels(squares, samples))),
    offset: samples === 0 ? 0 : round(total(all, ({ sum }) => sum) / (samples * width)),
    zero: samples === 0 ? 0 : round(total(all, ({ zeros }) => zeros) / (samples * width)),
    clipped:
      measures.length === 0
        ? 0
        : round(measures.filter(({ channels }) => channels.some(({ run }) => run > CLIP_RUN)).length / measures.length),
    notNumbers: total(all, ({ notNumbers }) => notNumbers),
    voice: Math.round(1000 * total(measures, (measure) => voiceIn(measure, floor, sampleRate))),
    levelSeries: seriesOf(levels),
    track,
  };
}

/** Seconds of something like speech. */
function voiceIn(measure: SoundMeasure, floor: number | null, sampleRate: number): number {
  const level = levelOf(measure);
  // Out of exact silence anything stands out: that is a gate which opens, and behind it the noise of the room.
  if (level === null || level < (floor ?? THRESHOLDS.sound.quiet - OVER_FLOOR) + OVER_FLOOR) return 0;
  const seconds = measure.samples / sampleRate;
  const crossings = Math.min(...measure.channels.filter(({ squares }) => squares > 0).map((each) => each.crossings));
  return crossings / seconds < HISS ? seconds : 0;
}

/** The level that nine tenths of the time exceed; exact silence counts as none. */
function floorOf(levels: readonly (number | null)[]): number | null {
  const heard = levels.filter((level) => level !== null).toSorted((a, b) => a - b);
  return rounded(heard[Math.floor(heard.length / 10)] ?? null);
}

function loudest(levels: readonly (number | null)[]): number | null {
  const heard = levels.filter((level) => level !== null);
  return heard.length === 0 ? null : round(Math.max(...heard));
}

/** Silence is a gap in the series. */
function seriesOf(levels: readonly (number | null)[]): (number | null)[] {
  const step = Math.max(1, Math.ceil(levels.length / SERIES_LIMIT));
  return Array.from({ length: Math.ceil(levels.length / step) }, (_, place) => {
    const part = levels.slice(place * step, (place + 1) * step).filter((level) => level !== null);
    return thin(part, 1)[0] ?? null;
  });
}

function rounded(level: number | null): number | null {
  return level === null ? null : round(level);
}

function total<T>(all: readonly T[], of: (each: T) => number): number {
  return all.reduce((sum, each) => sum + of(each), 0);
}
