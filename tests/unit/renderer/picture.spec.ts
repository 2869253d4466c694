import { describe, expect, test } from 'vitest';
import { judgePicture } from '../../../core/rules/capture/picture.ts';
import { PICTURE_THRESHOLDS } from '../../../core/rules/capture/thresholds.ts';
import {
  type FrameMeasure,
  measureFrame,
  PIECE,
  summarisePicture,
  type TimedFrame,
} from '../../../renderer/capture/picture.ts';

const STEADY = { muted: false, mutes: 0, ended: false };
const COUNT = PIECE * PIECE;

type Pixel = readonly [number, number, number];

function pixels(of: (at: number) => Pixel, count = COUNT): Uint8ClampedArray {
  return Uint8ClampedArray.from(Array.from({ length: count }, (_, at) => [...of(at), 255]).flat());
}

function sample(of: (at: number) => Pixel) {
  return { whole: pixels(of), pieces: pixels(of) };
}

describe('one frame', () => {
  test.each<readonly [string, (at: number) => Pixel, number, number, number]>([
    ['black', () => [0, 0, 0], 0, 0, 0],
    ['one grey', () => [144, 144, 144], 144, 0, 0],
    ['white', () => [255, 255, 255], 255, 0, 0],
    ['stripes', (at) => (at % 2 === 0 ? [0, 0, 0] : [200, 200, 200]), 100, 100, 200],
  ])('%s', (_name, of, luma, deviation, texture) => {
    const measured = measureFrame(sample(of), null);
    expect(measured.luma).toBeCloseTo(luma, 2);
    expect(measured.deviation).toBeCloseTo(deviation, 2);
    expect(measured.texture).toBeCloseTo(texture, 2);
    expect(measured.chroma).toBe(0);
    expect(measured.change).toBeNull();
  });

  test('of one colour has a deviation of exactly zero, whatever the colour', () => {
    for (let red = 0; red < 256; red += 5)
      expect(
        measureFrame(
          sample(() => [red, 97, 201]),
          null,
        ).deviation,
      ).toBe(0);
  });

  test('with a cast or a patch of colour has some', () => {
    expect(
      measureFrame(
        sample(() => [120, 118, 121]),
        null,
      ).chroma,
    ).toBeGreaterThan(0.4);
    expect(
      measureFrame(
        sample((at) => (at < 100 ? [90, 60, 50] : [70, 70, 70])),
        null,
      ).chroma,
    ).toBeGreaterThan(1);
  });

  test('with the pixels of the one before has not changed; one step of one pixel is a change', () => {
    const before = sample(() => [80, 80, 80]);
    expect(
      measureFrame(
        sample(() => [80, 80, 80]),
        before,
      ).change,
    ).toBe(0);
    expect(
      measureFrame(
        sample((at) => (at === 7 ? [80, 81, 80] : [80, 80, 80])),
        before,
      ).change,
    ).toBeGreaterThan(0);
  });
});

describe('a whole test', () => {
  const frame = (at: number, changes: Partial<FrameMeasure> = {}): TimedFrame => ({
    at,
    luma: 90,
    deviation: 30,
    texture: 3,
    chroma: 12,
    change: 2,
    ...changes,
  });
  const size = { width: 640, height: 480 };

  test('leaves out what a camera shows before it has found its exposure', () => {
    const frames = [
      frame(100, { luma: 0 }),
      frame(100 + PICTURE_THRESHOLDS.warmUp - 1, { luma: 3 }),
      frame(500),
      frame(600),
    ];
    const measured = summarisePicture(frames, size, 1_400, STEADY);
    expect(measured).toMatchObject({ frames: 2, luma: 90, black: 0, firstFrame: 100, milliseconds: 1_000 });
    expect(measured.lumaSeries).toEqual([0, 3, 90, 90]);
  });

  test('with one frame is told by it', () => {
    const measured = summarisePicture([frame(100)], size, 4_000, STEADY);
    expect(measured).toMatchObject({ frames: 0, luma: 90, deviation: 30 });
  });

  test('has frames count as black at the thresholds, and not a hair above', () => {
    const { black: luma, blackDeviation: deviation } = PICTURE_THRESHOLDS;
    const blackOf = (changes: Parameters<typeof frame>[1]) =>
      summarisePicture([frame(0), frame(1_000, changes)], size, 2_000, STEADY).black;
    expect(blackOf({ luma, deviation })).toBe(1);
    expect(blackOf({ luma: luma + 0.01, deviation })).toBe(0);
    expect(blackOf({ luma, deviation: deviation + 0.01 })).toBe(0);
  });

  test('counts black and repeated frames', () => {
    const frames = Array.from({ length: 12 }, (_, place) =>
      frame(1_000 + place * 50, place % 2 === 0 ? { luma: 0.5, deviation: 0.5, change: 0 } : {}),
    );
    const measured = summarisePicture([frame(0), ...frames], size, 2_000, STEADY);
    expect(measured).toMatchObject({ black: 0.5, repeated: 0.5 });
  });

  test('stands still only where no frame at all differs', () => {
    const still = Array.from({ length: 300 }, (_, place) => frame(1_000 + place * 10, { change: 0 }));
    expect(summarisePicture([frame(0), ...still], size, 4_000, STEADY).repeated).toBe(1);
    const moved = still.with(150, frame(2_500, { change: 0.01 }));
    expect(summarisePicture([frame(0), ...moved], size, 4_000, STEADY).repeated).toBe(0.99);
  });

  test.each([0, 40, 99, 100, 101, 160, 199])(
    'of exactly five frames a second is well, looked at %d ms later',
    (late) => {
      const frames = Array.from({ length: 18 }, (_, place) => frame(place * 200));
      expect(judgePicture(summarisePicture(frames, size, 3_400 + late, STEADY), 'ordinary')).toBeNull();
      const slower = Array.from({ length: 15 }, (_, place) => frame(place * 250));
      expect(judgePicture(summarisePicture(slower, size, 3_600 + (late % 100), STEADY), 'ordinary')?.cause).toBe(
        'signal.low-frame-rate',
      );
    },
  );

  test('of a still wall in front of a lively source is not called slow', () => {
    const frames = Array.from({ length: 72 }, (_, place) =>
      frame(place * 50, { deviation: 4, texture: 0.6, change: place === 40 ? 0.1 : 0 }),
    );
    const sign = judgePicture(summarisePicture(frames, size, 3_600, STEADY), 'ordinary');
    expect(sign?.certainty).toBe('possible');
  });

  test('of any length has a short series', () => {
    const frames = Array.from({ length: 5_000 }, (_, place) => frame(place));
    expect(summarisePicture(frames, size, 5_000, STEADY).lumaSeries.length).toBeLessThanOrEqual(60);
  });
});
