import type { Capture, CaptureOutcome } from '../facts/capture.ts';
import type { Facts } from '../facts/facts.ts';
import type { Translate } from '../i18n/translate.ts';

const STEPS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;

/** What is drawn between, in the unit of the series. */
export const RANGE = { luma: [0, 255], level: [-90, 0] } as const;

/** A series as a row of bars, which every mail and terminal shows. A gap is left where there is no value. */
export function barsOf(series: readonly (number | null)[], [low, high]: readonly [number, number]): string {
  const bar = (value: number): string => {
    const share = (Math.min(Math.max(value, low), high) - low) / (high - low);
    return STEPS[Math.min(STEPS.length - 1, Math.floor(share * STEPS.length))] ?? '';
  };
  return series.map((value) => (value === null ? '·' : bar(value))).join('');
}

/** What each capture test saw, one line each. */
export function captureLines({ readings: { captureTests } }: Facts, t: Translate): readonly string[] {
  if (captureTests?.kind !== 'value') return [];
  return captureTests.value.map(
    (capture) => `${capture.subject}, ${t(`medium/${capture.medium}`)}: ${describe(capture, t)}`,
  );
}

function describe({ outcome, others }: Capture, t: Translate): string {
  const besides = others.length === 0 ? '' : `; ${t('summary/captureOthers', { count: String(others.length) })}`;
  return `${describeOutcome(outcome, t)}${besides}`;
}

function describeOutcome(outcome: CaptureOutcome, t: Translate): string {
  switch (outcome.kind) {
    case 'picture': {
      const { width, height, frames, milliseconds, luma, lumaSeries } = outcome.measured;
      const rate = ((frames * 1000) / Math.max(1, milliseconds)).toFixed(0);
      const size = `${width} × ${height}`;
      return t('summary/capturePicture', { size, rate, luma: luma.toFixed(0), bars: barsOf(lumaSeries, RANGE.luma) });
    }
    case 'sound': {
      const { rms, floor, levelSeries } = outcome.measured;
      if (rms === null) return t('summary/captureSilence');
      const words = { rms: rms.toFixed(0), floor: (floor ?? rms).toFixed(0), bars: barsOf(levelSeries, RANGE.level) };
      return t('summary/captureSound', words);
    }
    case 'failed':
      return `${outcome.error}: ${outcome.message}`;
    case 'not-measured':
      return `${outcome.kind}: ${outcome.why}`;
    default:
      return outcome.kind;
  }
}
