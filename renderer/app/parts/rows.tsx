import { Check, CircleDashed, CircleHelp, LoaderCircle, TriangleAlert, X } from 'lucide-react';
import type { Row, RowState } from '../rows.ts';
import { t } from '../words.ts';

const ICONS = {
  good: Check,
  flawed: TriangleAlert,
  bad: X,
  unknown: CircleHelp,
  running: LoaderCircle,
  waiting: CircleDashed,
} satisfies Record<RowState, unknown>;

/** The layers, ticking off. State is told by icon, word and colour. */
export function Rows({ rows, program, site }: { rows: readonly Row[]; program: string; site: string }) {
  return (
    <ul className="rows">
      {rows.map(({ name, state }) => {
        const Icon = ICONS[state];
        return (
          <li key={name} data-state={state} data-row={name}>
            <span className="mark">
              <Icon aria-hidden="true" size={16} />
            </span>
            <span className="what">{t(`app/rows/${name}`, { program, site })}</span>
            <small className="known">{t(`app/row/${state}`)}</small>
          </li>
        );
      })}
    </ul>
  );
}
