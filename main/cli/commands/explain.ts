import { parseArgs } from 'node:util';
import { type ExitStatus, exitStatusOf } from '../../../core/exit-status.ts';
import { NO_SECRETS, writeUp } from '../../doctor.ts';
import { readReport } from '../../support/read-report.ts';
import { asUsageError } from '../diagnose-arguments.ts';
import { show } from '../show.ts';
import type { Terminal } from '../terminal.ts';
import { speak } from '../texts.ts';
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
  show(report, options, await speak(values.lang ?? read.report.case?.lang ?? null), terminal);
  return exitStatusOf(report);
}
