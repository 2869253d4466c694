import { describe, expect, test } from 'vitest';
import { judgeSound } from '../../../core/rules/capture/sound.ts';
import { SOUND_THRESHOLDS } from '../../../core/rules/capture/thresholds.ts';
import { levelOf, type SoundMeasure, SoundMeter, summariseSound } from '../../../renderer/capture/sound.ts';

const STEADY = { muted: false, mutes: 0, ended: false };

/** What the sound thread would make of it: blocks of 128 samples. */
function metered(sampleRate: number, seconds: number, ...channels: readonly ((time: number) => number)[]) {
  const meter = new SoundMeter(sampleRate);
  const measures: SoundMeasure[] = [];
  for (let at = 0; at < sampleRate * seconds; at += 128) {
    const block = channels.map((sample) =>
      Float32Array.from({ length: 128 }, (_, place) => sample((at + place) / sampleRate)),
    );
    const measure = meter.add(block);
    if (measure !== null) measures.push(measure);
  }
  return summariseSound(measures, sampleRate, STEADY);
}

const tone =
  (loudness: number, frequency = 200) =>
  (time: number) =>
    10 ** (loudness / 20) * Math.SQRT2 * Math.sin(2 * Math.PI * frequency * time);
/** Full swing to either side, a thousand times a second. */
const square = (height: number) => (time: number) => (time % 0.001 < 0.0005 ? height : -height);
const syllables = (loudness: number) => (time: number) => (time % 0.5 < 0.25 ? tone(loudness)(time) : tone(-80)(time));
let state = 1;
const hiss = (loudness: number) => () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return 10 ** (loudness / 20) * (state / 2 ** 31 - 1) * Math.sqrt(3);
};

describe('at every sample rate from 8 to 192 kHz', () => {
  test.each([8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000, 192_000])('%i', (rate) => {
    const voice = metered(rate, 2, syllables(-30));
    expect(voice.rms).toBeCloseTo(-30, 0);
    expect(voice.voice).toBeGreaterThan(800);
    expect(voice.voice).toBeLessThan(1_300);
    expect(judgeSound(voice)).toBeNull();
    expect(metered(rate, 1, () => 0)).toMatchObject({ rms: null, peak: null, floor: null, zero: 1, voice: 0 });
  });
});

describe('a sound', () => {
  test.each<readonly [string, (time: number) => number, number]>([
    ['full scale', square(1), 0],
    ['a tenth', square(0.1), -20],
    ['the least there can be', square(1e-7), -140],
    ['a tenth on a high constant voltage', (time) => 0.8 + square(0.1)(time), -20],
  ])('of %s', (_name, sample, level) => {
    expect(metered(48_000, 1, sample).rms).toBeCloseTo(level, 1);
  });

  test('has its constant voltage told', () => {
    expect(metered(48_000, 1, (time) => 0.25 + tone(-30)(time)).offset).toBeCloseTo(0.25, 2);
  });

  test.each([0.003, -0.25, 1])('that is nothing but a constant voltage of %d is silence', (voltage) => {
    const measured = metered(48_000, 2, () => voltage);
    expect(measured).toMatchObject({ rms: null, floor: null, channels: [null], zero: 0, voice: 0 });
    expect(judgeSound(measured)?.cause).toBe('signal.digital-silence');
  });

  test.each([0, 0.002, -0.3])('that is a faint voice on a constant voltage of %d is a faint voice', (voltage) => {
    const noise = hiss(-96);
    const measured = metered(48_000, 2, (time) => voltage + syllables(-74)(time) * Number(time % 0.5 < 0.25) + noise());
    expect(measured.rms).toBeCloseTo(-74, 0);
    expect(measured.voice).toBeGreaterThan(800);
    expect(judgeSound(measured)).toMatchObject({ cause: 'signal.too-quiet', certainty: 'likely' });
  });

  test('that is a constant voltage which is switched on and has a gap, with the rounding of a resampler, is silence', () => {
    const noise = hiss(-159);
    const isGap = (time: number): boolean => time < 0.111 || (time > 1 && time < 1.03);
    expect(judgeSound(metered(48_000, 2, (time) => (isGap(time) ? 0 : 0.003 + noise())))).toMatchObject({
      cause: 'signal.digital-silence',
      certainty: 'likely',
    });
  });

  test('that clicks when it is opened, and is silent from then on, is silence; a syllable is none', () => {
    const loudFor = (seconds: number) => metered(48_000, 2, (time) => (time < seconds ? tone(-30)(time) : 0));
    expect(judgeSound(loudFor(0.1))?.cause).toBe('signal.digital-silence');
    expect(judgeSound(loudFor(0.15))).toBeNull();
  });

  test('that is the dither of a converter proves nothing', () => {
    const noise = hiss(0);
    const measured = metered(48_000, 2, () => (noise() > 0 ? 1 / 32_768 : 0));
    expect(judgeSound(measured)).toMatchObject({ cause: 'signal.digital-silence', certainty: 'possible' });
  });

  test('is not led astray by what is no number', () => {
    const measured = metered(48_000, 1, () => Number.NaN);
    expect(measured).toMatchObject({ rms: null, zero: 1 });
    expect(measured.notNumbers).toBeGreaterThan(40_000);
    expect(metered(48_000, 1, (time) => (time < 0.5 ? Number.POSITIVE_INFINITY : square(0.1)(time))).rms).toBeCloseTo(
      -20,
      1,
    );
  });

  test('of a steady hum or of hiss is no speech', () => {
    expect(metered(48_000, 2, tone(-35)).voice).toBe(0);
    expect(metered(48_000, 2, hiss(-45)).voice).toBe(0);
  });

  test('of hiss in bursts, as wind and paper make, is no speech', () => {
    const [loud, soft] = [hiss(-30), hiss(-80)];
    expect(metered(48_000, 2, (time) => (time % 0.5 < 0.25 ? loud() : soft())).voice).toBe(0);
  });

  test('of hiss in bursts on a constant voltage is no speech', () => {
    const [loud, soft] = [hiss(-50), hiss(-80)];
    const measured = metered(48_000, 2, (time) => 0.2 + (time % 0.5 < 0.25 ? loud() : soft()));
    expect(measured.voice).toBeLessThan(SOUND_THRESHOLDS.voice);
  });

  test('is told by its loudest channel', () => {
    const [noise, hum] = [hiss(-76), tone(-60, 60)];
    const voice = (time: number) => (time % 0.5 < 0.25 ? tone(-35)(time) : 0) + noise();
    expect(metered(48_000, 2, voice, hum).voice).toBeGreaterThan(800);
    expect(metered(48_000, 2, hum, voice).voice).toBeGreaterThan(800);
  });

  test.each([50, 60, 100, 120])('of a hum of %i Hz that comes and goes is no speech', (frequency) => {
    const noise = hiss(-80);
    const hum = tone(-50, frequency);
    expect(metered(48_000, 3, (time) => (time % 0.5 < 0.25 ? hum(time) : 0) + noise()).voice).toBe(0);
  });

  test('of low knocks in a quiet room is no speech, and the room is well', () => {
    const noise = hiss(-80);
    const knock = tone(-66, 60);
    const measured = metered(48_000, 3, (time) => (time % 1 < 0.3 ? knock(time) : 0) + noise());
    expect(measured.voice).toBeLessThan(SOUND_THRESHOLDS.voice);
    expect(judgeSound(measured)).toMatchObject({ cause: 'signal.too-quiet', certainty: 'possible' });
  });

  test.each([85, 110, 140, 220])('of a voice whose larynx has %i Hz is speech', (larynx) => {
    const noise = hiss(-76);
    // The vowel in “father”: its overtones are strongest near 700 Hz, and do not all swing together.
    const vowel = (time: number): number =>
      Array.from({ length: 20 }, (_, place) => place + 1).reduce((sum, overtone) => {
        const frequency = larynx * overtone;
        return sum + tone(-50 - Math.abs(frequency - 700) / 60, frequency)(time + overtone ** 2 / 40 / frequency);
      }, 0);
    const measured = metered(48_000, 2, (time) => (time % 0.5 < 0.25 ? vowel(time) : 0) + noise());
    expect(measured.voice).toBeGreaterThan(800);
  });

  test('that starts late is speech', () => {
    const late = metered(48_000, 4, (time) => (time > 3 ? syllables(-35)(time) : 0) + hiss(-76)());
    expect(late.voice).toBeGreaterThan(300);
    expect(judgeSound(late)).toBeNull();
  });

  test('clips from the seventh full-scale sample in a row on', () => {
    const runs = (length: number) => (time: number) => (Math.round(time * 48_000) % 100 < length ? 1 : 0.1);
    expect(metered(48_000, 1, runs(6)).clipped).toBe(0);
    expect(metered(48_000, 1, runs(7)).clipped).toBe(1);
  });

  test('that clips once, as a knock does, does not crackle', () => {
    const knock = metered(48_000, 2, (time) => (time > 1 && time < 1.05 ? 1 : syllables(-30)(time)));
    expect(knock.clipped).toBeLessThan(0.1);
    expect(judgeSound(knock)).toBeNull();
  });

  test('has each channel told, up to eight', () => {
    const two = metered(48_000, 1, tone(-30), () => 0);
    expect(two.channels).toHaveLength(2);
    expect(two.channels[0]).toBeCloseTo(-30, 0);
    expect(two.channels[1]).toBeNull();
    expect(judgeSound(two)?.cause).toBe('signal.dead-channel');
    expect(metered(48_000, 1, ...Array.from({ length: 32 }, () => tone(-30))).channels).toHaveLength(8);
  });

  test('of any length has a short series, with gaps for silence', () => {
    const { levelSeries } = metered(8_000, 30, (time) => (time < 15 ? 0 : tone(-30)(time)));
    expect(levelSeries.length).toBeLessThanOrEqual(60);
    expect(levelSeries[0]).toBeNull();
    expect(levelSeries.at(-1)).toBeCloseTo(-30, 0);
  });

  test('of nothing is nothing', () => {
    expect(summariseSound([], 48_000, STEADY)).toMatchObject({ samples: 0, rms: null, channels: [], levelSeries: [] });
    expect(levelOf({ samples: 0, channels: [] })).toBeNull();
    expect(new SoundMeter(48_000).add([])).toBeNull();
  });
});

describe('at and around the thresholds of a measurement', () => {
  const { overFloor, hiss: passes, lowShare, rounding, clicks, fullScale } = SOUND_THRESHOLDS;
  const RATE = 48_000;
  const SAMPLES = RATE / 50;

  /** A fiftieth of a second that is so loud. */
  function measured(level: number, changes: Partial<SoundMeasure['channels'][number]> = {}): SoundMeasure {
    const energy = SAMPLES * 10 ** (level / 10);
    const none = { first: 0, sum: 0, low: 0, peak: 0, zeros: 0, run: 0, throughZero: 0, throughMean: 0, notNumbers: 0 };
    return { samples: SAMPLES, channels: [{ ...none, energy, squares: energy, ...changes }] };
  }

  /** Milliseconds of speech in a second, of which a fifth is like this and the rest at -80 dBFS. */
  function voiceOf(measure: SoundMeasure): number {
    const measures = Array.from({ length: 50 }, (_, place) => (place % 5 === 0 ? measure : measured(-80)));
    return summariseSound(measures, RATE, STEADY).voice;
  }

  test('a voice stands so far out of the floor', () => {
    expect(voiceOf(measured(-80 + overFloor + 0.01))).toBe(200);
    expect(voiceOf(measured(-80 + overFloor - 0.01))).toBe(0);
  });

  test.each(['throughZero', 'throughMean'] as const)('hiss goes so often %s', (through) => {
    expect(voiceOf(measured(-50, { [through]: passes / 50 - 1 }))).toBe(200);
    expect(voiceOf(measured(-50, { [through]: passes / 50 }))).toBe(0);
  });

  test('hum and knocks have so much of their energy in low tones', () => {
    const energy = SAMPLES * 10 ** (-50 / 10);
    expect(voiceOf(measured(-50, { low: (lowShare - 0.01) * energy }))).toBe(200);
    expect(voiceOf(measured(-50, { low: lowShare * energy }))).toBe(0);
  });

  test.each([
    [60, 0],
    [110, 0],
    [400, 240],
  ])('a tone of %i Hz that comes and goes is speech for %i ms a second', (frequency, expected) => {
    const sample = (time: number) => (time % 0.5 < 0.12 ? tone(-50, frequency)(time) : tone(-80, 400)(time));
    const heard = metered(RATE, 4, sample).voice / 4;
    expect(Math.abs(heard - expected)).toBeLessThanOrEqual(expected === 0 ? 40 : 60);
  });

  test('nothing is louder than its rounding', () => {
    expect(levelOf(measured(rounding + 0.01))).toBeCloseTo(rounding, 1);
    expect(levelOf(measured(rounding - 0.01))).toBeNull();
  });

  test('clicks fill so many measures at the most', () => {
    const loudestOf = (loud: number) =>
      summariseSound(
        Array.from({ length: 50 }, (_, place) => measured(place < loud ? -20 : -80)),
        RATE,
        STEADY,
      ).rms;
    expect(loudestOf(clicks)).toBe(-80);
    expect(loudestOf(clicks + 1)).toBe(-20);
  });

  test('full scale begins a hair under it', () => {
    expect(metered(RATE, 1, () => fullScale).clipped).toBe(1);
    expect(metered(RATE, 1, () => fullScale - 0.001).clipped).toBe(0);
  });
});
