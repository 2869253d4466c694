import { parseArgs } from 'node:util';
import { NO_SECRETS, writeUp } from '../../doctor.ts';
import { speak } from '../../speech.ts';
import { readReport } from '../../support/read-report.ts';
import { asUsageError } from '../diagnose-arguments.ts';
import { type ExitStatus, exitStatusOf } from '../exit-status.ts';
import { printJson, printWords } from '../print.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** `capture-doctor explain`: judges the facts of a saved report again, with the rules of this version. */
export async function explainCommand(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const { values, positionals } = asUsageError(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        lang: { type: 'string' },
        'no-color': { type: 'boolean', default: false },
        verbose: { type: 'boolean', short: 'v', default: false },
      },
    }),
  );
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError('explain takes one report file');
  const read = await readReport(file);
  if (read.kind === 'newer') {
    throw new UsageError(`${file}: it was written by a newer Capture Doctor (report version ${read.version})`);
  }
  if (read.kind === 'invalid') throw new UsageError(`${file}: ${read.why}`);
  const { report } = writeUp(read.report.facts, read.report.case, NO_SECRETS);
  const options = { json: values.json, color: !values['no-color'], verbose: values.verbose };
  if (options.json) printJson(report, terminal);
  else printWords(report, options, await speak(values.lang ?? read.report.case?.lang ?? null), terminal);
  return exitStatusOf(report);
}
