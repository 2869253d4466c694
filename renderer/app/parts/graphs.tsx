import type { Capture } from '../../../core/facts/capture.ts';
import { MEDIA } from '../../../core/medium.ts';
import { RANGE } from '../../../core/report/capture-lines.ts';
import type { Report } from '../../../core/report/schema.ts';
import { t } from '../words.ts';

const WIDTH = 240;
const HEIGHT = 40;

/** Brightness and level over the last test of this app. */
export function Graphs({ report }: { report: Report }) {
  const { captureTests } = report.facts.readings;
  const captures = captureTests?.kind === 'value' ? captureTests.value : [];
  const last = MEDIA.flatMap((medium) => {
    const capture = captures.findLast((each) => each.medium === medium && each.subject === 'this-app');
    return capture === undefined ? [] : [{ medium, series: seriesOf(capture) }];
  }).filter(({ series }) => series.values.length > 1);
  return (
    <div className="graphs">
      {last.map(({ medium, series: { name, values } }) => (
        <figure key={medium}>
          <figcaption>{t(`app/graph/${name}`)}</figcaption>
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t(`app/graph/${name}`)}>
            <polyline points={pointsOf(values, RANGE[name])} />
          </svg>
        </figure>
      ))}
    </div>
  );
}

function seriesOf({ outcome }: Capture): {
  readonly name: keyof typeof RANGE;
  readonly values: readonly (number | null)[];
} {
  if (outcome.kind === 'picture') return { name: 'luma', values: outcome.measured.lumaSeries };
  return { name: 'level', values: outcome.kind === 'sound' ? outcome.measured.levelSeries : [] };
}

/** Silence lies on the ground. */
function pointsOf(values: readonly (number | null)[], [low, high]: readonly [number, number]): string {
  return values
    .map((value, place) => {
      const share = (Math.min(Math.max(value ?? low, low), high) - low) / (high - low);
      return `${((place * WIDTH) / (values.length - 1)).toFixed(1)},${(HEIGHT - 1 - share * (HEIGHT - 2)).toFixed(1)}`;
    })
    .join(' ');
}
