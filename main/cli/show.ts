import type { Report } from '../../core/report/schema.ts';
import { summarise } from '../../core/report/summary.ts';
import { toText } from '../../core/report/written-forms.ts';
import type { Terminal } from './terminal.ts';
import type { Speech } from './texts.ts';

export interface ShowOptions {
  readonly json: boolean;
  readonly color: boolean;
  readonly verbose: boolean;
}

/** Prints a report: as one JSON document and nothing else, or in words. */
export function show(report: Report, { json, color, verbose }: ShowOptions, { t }: Speech, terminal: Terminal): void {
  if (json) {
    terminal.print(`${JSON.stringify(report, null, 2)}\n`);
    return;
  }
  const paint = color && terminal.paint !== null ? { paint: terminal.paint } : {};
  terminal.print(toText(summarise(report, t), { ...paint, details: verbose }));
}
