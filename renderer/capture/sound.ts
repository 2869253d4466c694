import { CHANNELS_LIMIT, SERIES_LIMIT } from '../../core/capture/limits.ts';
import type { Sound, TrackEvents } from '../../core/facts/capture.ts';
import { SOUND_THRESHOLDS as LIMIT } from '../../core/rules/capture/thresholds.ts';
import { round, thin } from './stream.ts';

/** So much of a second makes one measure: short enough for a meter, long enough for the lowest voice. */
export const MEASURES_PER_SECOND = 50;

/** Sums over one fiftieth of a second, by channel. */
export interface SoundMeasure {
  readonly samples: number;
  readonly channels: readonly ChannelMeasure[];
}

interface ChannelMeasure {
  /** What the sums are taken from: so a constant voltage, however high, comes to exactly nothing. */
  readonly first: number;
  /** Of the differences to the first sample. */
  sum: number;
  squares: number;
  /** Energy without the constant voltage, and that of it which lies in the lowest tones. */
  energy: number;
  low: number;
  peak: number;
  zeros: number;
  /** Longest run of full-scale samples. */
  run: number;
  /** How often it went through zero, and through its mean: hiss does so all the time, a voice seldom. */
  throughZero: number;
  throughMean: number;
  notNumbers: number;
}

/** What of a channel goes on from block to block. */
interface Ongoing {
  /** Full-scale samples up to now. */
  run: number;
  /** The mean of the last moment. */
  mean: number;
  /** On which side of zero it was, and of its mean. */
  sign: number;
  side: number;
  /** The sound behind one low-pass, and behind two. */
  once: number;
  twice: number;
}

/** Puts blocks of samples, of whatever length, together to measures. It runs in the sound thread. */
export class SoundMeter {
  readonly #length: number;
  readonly #lowPass: number;
  #channels: ChannelMeasure[] = [];
  #samples = 0;
  readonly #ongoing: Ongoing[] = [];

  constructor(sampleRate: number) {
    this.#length = Math.max(1, Math.round(sampleRate / MEASURES_PER_SECOND));
    this.#lowPass = 1 - Math.exp((-2 * Math.PI * LIMIT.lowTone) / sampleRate);
  }

  /** A measure whenever one is full; null in between. */
  add(block: readonly Float32Array[]): SoundMeasure | null {
    const channels = block.slice(0, CHANNELS_LIMIT);
    channels.forEach((samples, place) => {
      const first = numberOf(samples[0] ?? 0);
      this.#channels[place] ??= emptyMeasure(first);
      this.#ongoing[place] ??= { run: 0, mean: first, sign: 0, side: 0, once: 0, twice: 0 };
      this.#addSamples(this.#channels[place], samples, this.#ongoing[place]);
    });
    this.#samples += channels[0]?.length ?? 0;
    if (this.#samples < this.#length) return null;
    const measure = { samples: this.#samples, channels: this.#channels };
    this.#samples = 0;
    this.#channels = [];
    return measure;
  }

  #addSamples(into: ChannelMeasure, samples: Float32Array, ongoing: Ongoing): void {
    for (const sample of samples) {
      const value = numberOf(sample);
      const size = Math.abs(value);
      into.sum += value - into.first;
      into.squares += (value - into.first) ** 2;
      into.peak = Math.max(into.peak, size);
      into.zeros += Number(value === 0);
      into.notNumbers += Number(!Number.isFinite(sample));
      ongoing.run = size >= LIMIT.fullScale ? ongoing.run + 1 : 0;
      into.run = Math.max(into.run, ongoing.run);

      ongoing.mean += (value - ongoing.mean) / this.#length;
      const swing = value - ongoing.mean;
      ongoing.once += (swing - ongoing.once) * this.#lowPass;
      ongoing.twice += (ongoing.once - ongoing.twice) * this.#lowPass;
      into.energy += swing * swing;
      into.low += ongoing.twice * ongoing.twice;
      const sign = Math.sign(value);
      const side = Math.sign(swing);
      into.throughZero += Number(sign * ongoing.sign < 0);
      into.throughMean += Number(side * ongoing.side < 0);
      ongoing.sign = sign === 0 ? ongoing.sign : sign;
      ongoing.side = side === 0 ? ongoing.side : side;
    }
  }
}

function emptyMeasure(first: number): ChannelMeasure {
  return {
    first,
    sum: 0,
    squares: 0,
    energy: 0,
    low: 0,
    peak: 0,
    zeros: 0,
    run: 0,
    throughZero: 0,
    throughMean: 0,
    notNumbers: 0,
  };
}

function numberOf(sample: number): number {
  return Number.isFinite(sample) ? sample : 0;
}

/** Root mean square in dBFS, without a constant voltage; null where no sample differs from the others but by rounding. */
export function levelOf({ samples, channels }: SoundMeasure): number | null {
  return toDecibels(Math.max(...channels.map((channel) => swingOf(channel, samples)), 0), samples);
}

/** The squares of the distances to the mean. */
function swingOf({ squares, sum }: ChannelMeasure, samples: number): number {
  return samples === 0 ? 0 : Math.max(0, squares - (sum * sum) / samples);
}

function toDecibels(squares: number, samples: number): number | null {
  const level = samples === 0 ? Number.NEGATIVE_INFINITY : 10 * Math.log10(squares / samples);
  return level < LIMIT.rounding ? null : level;
}

/** Everything measured. */
export function summariseSound(measures: readonly SoundMeasure[], sampleRate: number, track: TrackEvents): Sound {
  const levels = measures.map(levelOf);
  const samples = total(measures, (measure) => measure.samples);
  const width = Math.max(...measures.map(({ channels }) => channels.length), 0);
  const all = measures.flatMap(({ channels }) => channels);
  const perChannel = Array.from({ length: width }, (_, place) =>
    total(measures, ({ channels, samples: count }) => {
      const channel = channels[place];
      return channel === undefined ? 0 : swingOf(channel, count);
    }),
  );
  const floor = floorOf(levels);
  return {
    sampleRate: Math.round(sampleRate),
    samples,
    rms: loudest(levels),
    peak: rounded(toDecibels(Math.max(...all.map(({ peak }) => peak), 0) ** 2, 1)),
    floor,
    channels: perChannel.map((squares) => rounded(toDecibels(squares, samples))),
    offset: samples === 0 ? 0 : Math.round((1e5 * offsetOf(measures)) / (samples * width)) / 1e5,
    zero: samples === 0 ? 0 : round(total(all, ({ zeros }) => zeros) / (samples * width)),
    clipped:
      measures.length === 0
        ? 0
        : round(
            measures.filter(({ channels }) => channels.some(({ run }) => run > LIMIT.clipRun)).length / measures.length,
          ),
    notNumbers: total(all, ({ notNumbers }) => notNumbers),
    voice: Math.round(1000 * total(measures, (measure) => voiceIn(measure, floor, sampleRate))),
    levelSeries: seriesOf(levels),
    track,
  };
}

/** The sum of all samples as they came. */
function offsetOf(measures: readonly SoundMeasure[]): number {
  return total(measures, ({ samples, channels }) => total(channels, ({ first, sum }) => first * samples + sum));
}

/** Seconds of something like speech, in the loudest channel. */
function voiceIn(measure: SoundMeasure, floor: number | null, sampleRate: number): number {
  const level = levelOf(measure);
  // Out of exact silence anything stands out: that is a gate which opens, and behind it the noise of the room.
  if (level === null || level < (floor ?? LIMIT.quiet - LIMIT.overFloor) + LIMIT.overFloor) return 0;
  const seconds = measure.samples / sampleRate;
  const [loudest] = measure.channels.toSorted((a, b) => b.energy - a.energy);
  // On a constant voltage nothing passes zero; and the mean, after a burst of hiss, has not come down to what is left.
  if (loudest === undefined || Math.max(loudest.throughZero, loudest.throughMean) / seconds >= LIMIT.hiss) return 0;
  return loudest.low < LIMIT.lowShare * loudest.energy ? seconds : 0;
}

/** The level that nine tenths of the time exceed; exact silence counts as none. */
function floorOf(levels: readonly (number | null)[]): number | null {
  const heard = levels.filter((level) => level !== null).toSorted((a, b) => a - b);
  return rounded(heard[Math.floor(heard.length / 10)] ?? null);
}

/** The click with which a source is switched on is no sound: what is loudest has to last. */
function loudest(levels: readonly (number | null)[]): number | null {
  const heard = levels.filter((level) => level !== null).toSorted((a, b) => b - a);
  return rounded(heard[LIMIT.clicks] ?? null);
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
