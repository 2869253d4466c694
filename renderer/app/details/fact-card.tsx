import { Check, ChevronRight, CircleDashed, CircleHelp } from 'lucide-react';
import { useState } from 'react';
import type { Reading } from '../../../core/reading.ts';
import { t } from '../words.ts';
import type { FoundFact } from './details-index.ts';
import type { FactRow } from './fact-rows.ts';
import { Limited, Long } from './limited.tsx';

const ICONS = { value: Check, absent: CircleDashed, unreadable: CircleHelp } satisfies Record<
  Reading<unknown>['kind'],
  unknown
>;

/** One fact, folded up. Nothing inside it is drawn before it is unfolded. */
export function FactCard({ found: { fact, name, kind, rows }, unfolded }: { found: FoundFact; unfolded: boolean }) {
  const [open, setOpen] = useState(unfolded);
  const Icon = ICONS[kind];
  return (
    <details className="fact" data-reading={kind} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <ChevronRight className="chevron" aria-hidden="true" size={16} />
        <code>{fact}</code>
        <span className="quiet-inline">{name}</span>
        <span className="reading">
          <Icon aria-hidden="true" size={14} /> {t(`views/details/reading/${kind}`)}
        </span>
      </summary>
      {open && (
        <ul className="pairs">
          <Limited of={rows}>{(row) => <Row key={row.path} row={row} fact={fact} />}</Limited>
        </ul>
      )}
    </details>
  );
}

/** The last name of the path stands out: it is what the eye looks for. */
function Row({ row: { path, kind, text }, fact }: { row: FactRow; fact: string }) {
  const within = path.slice(fact.length).replace(/^\./, '');
  const last = within.lastIndexOf('.') + 1;
  return (
    <li data-reading={kind}>
      <code>
        {within.slice(0, last)}
        <b>{within.slice(last)}</b>
      </code>
      <span>
        {kind === 'value' && <Long text={text} />}
        {kind === 'absent' && <em>{t(within === '' ? 'views/details/absentHint' : 'views/details/reading/absent')}</em>}
        {kind === 'empty' && <em>{t('views/details/empty')}</em>}
        {kind === 'unreadable' && (
          <>
            <em>{t('views/details/reading/unreadable')}: </em>
            <Long text={text} />
          </>
        )}
      </span>
    </li>
  );
}
