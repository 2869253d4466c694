import { describe, expect, test } from 'vitest';
import { lumaOf } from '../../../renderer/capture/camera.ts';
import { levelOf } from '../../../renderer/capture/microphone.ts';

/** Pixels of these grey values. */
function grey(...values: readonly number[]): Uint8ClampedArray {
  return Uint8ClampedArray.from(values.flatMap((value) => [value, value, value, 255]));
}

describe('the brightness of a picture', () => {
  test.each([
    ['black', grey(0, 0, 0, 0), 0, 0],
    ['one grey', grey(144, 144, 144, 144), 144, 0],
    ['white', grey(255, 255, 255, 255), 255, 0],
    ['half and half', grey(0, 0, 200, 200), 100, 100],
    ['a dark room with grain', grey(0, 1, 0, 2), 0.75, 0.829],
  ])('%s', (_name, pixels, luma, deviation) => {
    const measured = lumaOf(pixels);
    expect(measured.luma).toBeCloseTo(luma, 2);
    expect(measured.deviation).toBeCloseTo(deviation, 2);
  });

  test('of one colour has a deviation of exactly zero, whatever the colour', () => {
    for (let red = 0; red < 256; red += 5) {
      const pixels = Uint8ClampedArray.from(Array.from({ length: 3072 }, () => [red, 97, 201, 255]).flat());
      expect(lumaOf(pixels).deviation).toBe(0);
    }
  });

  test('of the least texture there can be has one', () => {
    const pixels = grey(...Array.from({ length: 3072 }, (_, place) => (place === 0 ? 101 : 100)));
    expect(lumaOf(pixels).deviation).toBeGreaterThan(0);
  });
});

describe('the level of a sound', () => {
  test.each([
    ['exact silence', new Float32Array(1024), null],
    ['full scale', new Float32Array(1024).fill(1), 0],
    ['a tenth', new Float32Array(1024).fill(0.1), -20],
    ['the least there can be', Float32Array.from([1e-7, 0, 0, 0]), -146.02],
  ])('%s', (_name, samples, level) => {
    const measured = levelOf(samples);
    if (level === null) expect(measured).toBeNull();
    else expect(measured).toBeCloseTo(level, 1);
  });

  test('is not led astray by what is no number', () => {
    expect(levelOf(Float32Array.from([Number.NaN, Number.POSITIVE_INFINITY, 0]))).toBeNull();
    expect(levelOf(Float32Array.from([Number.NaN, 1]))).toBeCloseTo(-3.01, 1);
  });
});
