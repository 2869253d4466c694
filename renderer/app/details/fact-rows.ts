import type { Reading } from '../../../core/reading.ts';

/** One line of a fact: where it lies, as evidence names it, and what it says there. */
export interface FactRow {
  readonly path: string;
  readonly kind: Reading<unknown>['kind'] | 'empty';
  /** What it says, or why it could not be read; nothing for what is not there. */
  readonly text: string;
}

/** A fact line by line. A reading inside it adds nothing to the path: `profiles[0].name`, whatever `profiles` is read by. */
export function factRows(path: string, content: unknown): readonly FactRow[] {
  const rows: FactRow[] = [];
  add(rows, path, content);
  return rows;
}

function add(rows: FactRow[], path: string, content: unknown): void {
  if (typeof content !== 'object' || content === null) {
    rows.push({ path, kind: 'value', text: String(content) });
  } else if (isReading(content)) {
    if (content.kind === 'value') add(rows, path, content.value);
    else rows.push({ path, kind: content.kind, text: content.kind === 'unreadable' ? content.why : '' });
  } else if (isSeries(content)) {
    rows.push({ path, kind: 'value', text: content.map((each) => each ?? '–').join(', ') });
  } else {
    addParts(rows, path, content);
  }
}

function addParts(rows: FactRow[], path: string, content: object): void {
  const parts = Object.entries(content);
  if (parts.length === 0) rows.push({ path, kind: 'empty', text: '' });
  for (const [name, part] of parts) add(rows, Array.isArray(content) ? `${path}[${name}]` : `${path}.${name}`, part);
}

/** What a test measured over and over belongs on one line. */
function isSeries(content: object): content is readonly (number | null)[] {
  return (
    Array.isArray(content) && content.length > 0 && content.every((each) => each === null || typeof each === 'number')
  );
}

/** Told from other things with a `kind` by having nothing else in it. */
function isReading(content: object): content is Reading<unknown> {
  if (!('kind' in content)) return false;
  const { kind, ...rest } = content;
  const names = Object.keys(rest).join();
  return (
    (kind === 'value' && names === 'value') ||
    (kind === 'absent' && names === '') ||
    (kind === 'unreadable' && names === 'why')
  );
}
