import { describe, expect, test } from 'vitest';
import type { Capture } from '../../../../core/facts/capture.ts';
import { value } from '../../../../core/reading.ts';
import { barsOf, captureLines, RANGE } from '../../../../core/report/capture-lines.ts';
import { speak } from '../../../../main/speech.ts';
import { captureOf, SOUND } from '../captures.ts';
import { linuxFacts } from '../facts.ts';

const FAILED: Capture['outcome'] = {
  kind: 'failed',
  error: 'NotAllowedError',
  message: 'Permission denied',
  constraint: null,
};

describe('a graph in text', () => {
  test.each([
    ['of brightness', [0, 64, 128, 255], RANGE.luma, '▁▃▅█'],
    ['of level, with silence in it', [null, -90, -45, 0], RANGE.level, '·▁▅█'],
    ['of what is beyond the range', [-500, 500], RANGE.luma, '▁█'],
    ['of nothing', [], RANGE.luma, ''],
  ] as const)('%s', (_name, series, range, bars) => {
    expect(barsOf(series, range)).toBe(bars);
  });
});

describe('what the tests saw', () => {
  test.each<readonly [string, Parameters<typeof captureOf>[0], string]>([
    ['a picture', {}, 'this-app, Camera: 640 × 480, 16 frames a second, brightness 90 of 255 ▃▃▃'],
    [
      'a sound',
      { medium: 'microphone', outcome: { kind: 'sound', measured: SOUND } },
      'this-app, Microphone: loudest -30 dBFS, noise -70 dBFS ▂▆·',
    ],
    [
      'silence, with another tested',
      {
        medium: 'microphone',
        outcome: { kind: 'sound', measured: { ...SOUND, rms: null } },
        others: [{ device: 'ordinary', outcome: { kind: 'cancelled' } }],
      },
      'this-app, Microphone: every sample exactly zero; 1 more tested',
    ],
    ['an error', { outcome: FAILED }, 'this-app, Camera: NotAllowedError: Permission denied'],
    [
      'nothing that could be measured',
      { outcome: { kind: 'not-measured', why: 'page-hidden' } },
      'this-app, Camera: not-measured: page-hidden',
    ],
    ['no answer', { outcome: { kind: 'no-answer' } }, 'this-app, Camera: no-answer'],
  ])('%s', async (_name, changes, line) => {
    const { t } = await speak('en');
    expect(captureLines(linuxFacts({ captureTests: value([captureOf(changes)]) }), t)).toEqual([line]);
  });

  test('is nothing where none was made', async () => {
    expect(captureLines(linuxFacts({}), (await speak('en')).t)).toEqual([]);
  });
});
