import { toText } from '../../core/report/forms/text.ts';
import type { Report } from '../../core/report/schema.ts';
import { summarise } from '../../core/report/summary.ts';
import type { Speech } from '../speech.ts';
import type { Terminal } from './terminal.ts';

/** How a report is shown on the terminal. */
export interface ShowOptions {
  readonly json: boolean;
  readonly color: boolean;
  readonly verbose: boolean;
}

/** One JSON document and nothing else. */
export function printJson(report: Report, terminal: Terminal): void {
  terminal.print(`${JSON.stringify(report, null, 2)}\n`);
}

export function printWords(
  report: Report,
  { color, verbose }: Omit<ShowOptions, 'json'>,
  { t, missing }: Speech,
  terminal: Terminal,
): void {
  if (missing) terminal.note('There are no texts in that language yet; here is the English.');
  const paint = color ? { paint: terminal.paint } : {};
  terminal.print(toText(summarise(report, t), { ...paint, details: verbose }));
}
