import { describe, expect, test } from 'vitest';
import { judgeSound } from '../../../core/rules/capture/sound.ts';
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
    ['full scale', () => 1, 0],
    ['a tenth', () => 0.1, -20],
    ['the least there can be', () => 1e-7, -140],
  ])('of %s', (_name, sample, level) => {
    expect(metered(48_000, 1, sample).rms).toBeCloseTo(level, 1);
  });

  test('has its constant voltage told', () => {
    expect(metered(48_000, 1, (time) => 0.25 + tone(-30)(time)).offset).toBeCloseTo(0.25, 2);
  });

  test('is not led astray by what is no number', () => {
    const measured = metered(48_000, 1, () => Number.NaN);
    expect(measured).toMatchObject({ rms: null, zero: 1 });
    expect(measured.notNumbers).toBeGreaterThan(40_000);
    expect(metered(48_000, 1, (time) => (time < 0.5 ? Number.POSITIVE_INFINITY : 0.1)).rms).toBeCloseTo(-20, 1);
  });

  test('of a steady hum or of hiss is no speech', () => {
    expect(metered(48_000, 2, tone(-35)).voice).toBe(0);
    expect(metered(48_000, 2, hiss(-45)).voice).toBe(0);
  });

  test('of hiss in bursts, as wind and paper make, is no speech', () => {
    const [loud, soft] = [hiss(-30), hiss(-80)];
    expect(metered(48_000, 2, (time) => (time % 0.5 < 0.25 ? loud() : soft())).voice).toBe(0);
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
