import { Check, ChevronDown, ChevronRight, CircleArrowDown, TriangleAlert, Volume2, VolumeX } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Badge, Control, Few, Press, Row } from '../../../core/guides/replica.ts';
import { t } from '../words.ts';
import { useScene } from './scene.ts';
import { SIGNS } from './signs.ts';

type RowOf<K extends Row['kind']> = Extract<Row, { readonly kind: K }>;

/** The rows of a page, or of a part of it. How each looks is a matter of the look’s style sheet. */
export function Rows({ rows }: { rows: readonly Row[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: rows of a drawing never change places.
  return rows.map((row, place) => <OneRow key={`${row.kind}-${place}`} row={row} />);
}

function OneRow({ row }: { row: Row }) {
  const { label, done } = useScene();
  switch (row.kind) {
    case 'heading':
      return <Part kind="heading">{label(row.text)}</Part>;
    case 'note':
      return <Part kind="note">{label(row.text)}</Part>;
    case 'lines':
      return (
        <Part kind="lines">
          <Lines count={row.count} />
        </Part>
      );
    case 'placeholder':
      return <Placeholder {...row} />;
    case 'switch':
      return <Switch {...row} />;
    case 'checkbox':
    case 'radio':
      return <Choice {...row} />;
    case 'button':
      return (
        <Part {...row} main={row.main}>
          {label(row.text)}
        </Part>
      );
    case 'beside':
    case 'address':
      return (
        <Part kind={row.kind}>
          <Picture sign={row.sign} />
          <span className="replica-text">{label(row.text)}</span>
          <Rows rows={row.rows} />
        </Part>
      );
    case 'icon':
      return (
        <Part {...row}>
          <Picture sign={row.sign} />
        </Part>
      );
    case 'dropdown':
      return (
        <Part {...row}>
          <Picture sign={row.sign} />
          <span className="replica-text">{label(row.text)}</span>
          <span className="replica-value">
            {label((done && row.after) || row.value)} <ChevronDown size="1em" />
          </span>
        </Part>
      );
    case 'slider':
    case 'level':
      return <Slider {...row} />;
    case 'mute':
      return <Mute {...row} />;
    case 'entry':
      return (
        <Part {...row}>
          <Picture sign={row.sign} badge={row.badge} />
          <span className="replica-text">
            {label(row.text)}
            {row.note !== undefined && <small>{label(row.note)}</small>}
          </span>
        </Part>
      );
    case 'node':
      return <Node {...row} />;
    case 'table':
      return <Table {...row} />;
    case 'cells':
      return <Cells {...row} />;
    case 'tab':
      return (
        <Part {...row}>
          <Picture sign={row.sign} />
          {label(row.text)}
        </Part>
      );
    case 'item':
      return (
        <Part {...row}>
          <span className="replica-tick">{row.ticked === true && <Check size="1em" />}</span>
          <Picture sign={row.sign} />
          <span className="replica-text">{label(row.text)}</span>
        </Part>
      );
    case 'tabs':
    case 'menu':
    case 'buttons':
    case 'panes':
    case 'group':
    case 'dialog':
      return (
        <Part kind={row.kind}>
          {'text' in row && row.text !== undefined && <span className="replica-title">{label(row.text)}</span>}
          <Rows rows={row.rows} />
        </Part>
      );
  }
}

interface PartProps {
  readonly kind: Row['kind'] | 'columns';
  readonly press?: Press | undefined;
  readonly dimmed?: boolean | undefined;
  readonly selected?: boolean | undefined;
  readonly inner?: boolean | undefined;
  readonly main?: boolean | undefined;
  readonly depth?: number | undefined;
  readonly children: ReactNode;
}

/** One row with its mark, if it is to be pressed. */
function Part({ kind, press, dimmed, selected, inner, main, depth, children }: PartProps) {
  return (
    <div
      className="replica-row"
      data-row={kind}
      data-press={press?.at}
      data-dimmed={dimmed === true || undefined}
      data-selected={selected === true || undefined}
      data-inner={inner === true || undefined}
      data-main={main === true || undefined}
      data-depth={depth}
    >
      {children}
      {press !== undefined && <Mark press={press} />}
    </div>
  );
}

function Mark({ press: { at, deed } }: { press: Press }) {
  const { done, numbered } = useScene();
  return (
    <b className="replica-mark">
      {done ? <Check size="1em" strokeWidth={3} /> : numbered && <i>{at}</i>}
      <span>{done ? t('drawing/done') : t(`drawing/mark/${deed}`)}</span>
    </b>
  );
}

function Picture({ sign, badge }: { sign?: Control['sign'] | undefined; badge?: Badge | undefined }) {
  const { words, done } = useScene();
  if (sign === undefined) return null;
  // Crossed out by its style.
  const Drawn = SIGNS[sign === 'medium' || sign === 'medium-off' ? words.medium : sign];
  return (
    <span className="replica-sign" data-sign={sign}>
      <Drawn size="1em" strokeWidth={1.75} />
      {badge !== undefined && !done && (
        <span className="replica-badge" data-badge={badge}>
          {badge === 'off' ? <CircleArrowDown size="1em" /> : <TriangleAlert size="1em" />}
        </span>
      )}
    </span>
  );
}

/** So many names for things that are all the same. */
function namesFor(count: Few): readonly string[] {
  return ['first', 'second', 'third'].slice(0, count);
}

function Lines({ count }: { count: Few }) {
  return namesFor(count).map((name) => <i key={name} className="replica-line" />);
}

function Placeholder({ kind, text, count, sign, on }: RowOf<'placeholder'>) {
  const { label } = useScene();
  return (
    <Part kind={kind}>
      {text !== undefined && <span className="replica-title">{label(text)}</span>}
      {namesFor(count).map((name) => (
        <span key={name} className="replica-entry">
          <Picture sign={sign} />
          <i className="replica-line" />
          <i className="replica-knob" data-on={on} />
        </span>
      ))}
    </Part>
  );
}

/** What is pressed has changed once it is done; what goes off and on again is then on. */
function afterwards(on: boolean, press: Press | undefined, done: boolean): boolean {
  return done && press !== undefined && press.deed !== 'off-and-on' ? !on : on;
}

function Switch(row: RowOf<'switch'>) {
  const { label, done } = useScene();
  const on = afterwards(row.on, row.press, done);
  return (
    <Part {...row}>
      <Picture sign={row.sign} />
      <span className="replica-text">
        {label(row.text)}
        {row.lines !== undefined && <Lines count={row.lines} />}
      </span>
      <span className="replica-state">
        <span className="replica-word">{t(on ? 'drawing/on' : 'drawing/off')}</span>
        <i className="replica-knob" data-on={on} />
      </span>
    </Part>
  );
}

function Choice(row: RowOf<'checkbox' | 'radio'>) {
  const { label, done } = useScene();
  const on = row.press?.deed === 'see' ? row.on : afterwards(row.on, row.press, done) && !(done && row.yields === true);
  return (
    <Part {...row}>
      <i className="replica-box" data-on={on}>
        {row.kind === 'checkbox' && on && <Check size="1em" strokeWidth={3} />}
      </i>
      <Picture sign={row.sign} />
      <span className="replica-text">{label(row.text)}</span>
    </Part>
  );
}

function Slider(row: RowOf<'slider' | 'level'>) {
  const { label, done } = useScene();
  const value = done && row.press !== undefined ? 80 : row.value;
  return (
    <Part {...row}>
      <span className="replica-text">{label(row.text)}</span>
      <svg className="replica-slider" viewBox="0 0 100 16" preserveAspectRatio="none" role="presentation">
        {row.kind === 'slider' ? (
          <>
            <rect x="0" y="7" width="100" height="2" />
            <rect x="0" y="7" width={value} height="2" data-filled="true" />
            <rect x={Math.min(value, 97)} y="1" width="3" height="14" data-filled="true" />
          </>
        ) : (
          <>
            <line x1="0" x2="100" y1="8" y2="8" />
            <line x1="0" x2={value} y1="8" y2="8" data-filled="true" />
          </>
        )}
      </svg>
      {row.kind === 'slider' && <span className="replica-value">{value}</span>}
    </Part>
  );
}

function Mute(row: RowOf<'mute'>) {
  const { done } = useScene();
  const Drawn = row.crossed && !done ? VolumeX : Volume2;
  return (
    <Part {...row}>
      <Drawn size="1.3em" />
    </Part>
  );
}

function Node(row: RowOf<'node'>) {
  const { label } = useScene();
  return (
    <Part {...row}>
      <span className="replica-tick">
        {row.open !== undefined && (row.open ? <ChevronDown size="1em" /> : <ChevronRight size="1em" />)}
      </span>
      <Picture sign={row.sign} badge={row.badge} />
      <span className="replica-text">{label(row.text)}</span>
    </Part>
  );
}

function Table({ columns, rows }: RowOf<'table'>) {
  const { label } = useScene();
  return (
    <Part kind="table">
      <Part kind="columns">
        {columns.map((column) => (
          <span key={column}>{label(column)}</span>
        ))}
      </Part>
      <Rows rows={rows} />
    </Part>
  );
}

function Cells(row: RowOf<'cells'>) {
  const { label } = useScene();
  return (
    <Part {...row}>
      <span>
        <Picture sign={row.sign} /> {label(row.text)}
      </span>
      {row.cells.map((cell) => (
        <span key={cell}>{label(cell)}</span>
      ))}
    </Part>
  );
}
