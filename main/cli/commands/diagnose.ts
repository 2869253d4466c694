import type { FactKey } from '../../../core/facts/facts.ts';
import { REPORT_FORM_NAMES, type ReportForm } from '../../../core/report/report-form.ts';
import { examine } from '../../doctor.ts';
import type { Machine } from '../../machine/machine.ts';
import { realMachine } from '../../machine/real.ts';
import type { Progress } from '../../probes/gather.ts';
import { type Speech, speak } from '../../speech.ts';
import { reportFormOf, saveReport } from '../../support/save-report.ts';
import { writeReport } from '../../support/write-report.ts';
import { parseDiagnoseArguments } from '../diagnose-arguments.ts';
import { type ExitStatus, exitStatusOf } from '../exit-status.ts';
import { printJson, printWords } from '../print.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** `capture-doctor diagnose`: reads, judges, tells. */
export async function diagnoseCommand(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const options = await parseDiagnoseArguments(args);
  const saved = options.report === null ? null : { path: options.report, form: formOf(options.report) };
  const machine = await openMachine(options.machine);
  if (options.json && saved === null) {
    const { report } = await examine(machine, options.case);
    printJson(report, terminal);
    return exitStatusOf(report);
  }
  const speech = await speak(options.lang ?? options.case?.lang ?? null);
  const { report } = await examine(
    machine,
    options.case,
    terminal.isWatched ? showProgress(terminal, speech) : undefined,
  );
  terminal.progress(null);
  if (saved !== null) {
    const problem = await saveReport(saved.path, writeReport(report, saved.form, speech));
    if (problem !== null) throw new UsageError(`--report: ${problem}`);
    terminal.note(`Saved ${saved.path}`);
  }
  if (options.json) printJson(report, terminal);
  else printWords(report, options, speech, terminal);
  return exitStatusOf(report);
}

function formOf(path: string): ReportForm {
  const form = reportFormOf(path);
  if (form !== null) return form;
  const endings = REPORT_FORM_NAMES.map((name) => `.${name}`).join(', ');
  throw new UsageError(`--report: ${path} has to end in ${endings}`);
}

async function openMachine(folder: string | null): Promise<Machine> {
  if (folder !== null) {
    const { openRecordedMachine } = await import('../../machine/recorded.ts');
    const opened = await openRecordedMachine(folder);
    if (opened.kind === 'invalid') throw new UsageError(`--machine: ${opened.why}`);
    return opened.machine;
  }
  const machine = realMachine();
  if (machine === null) throw new UsageError('this system is not one it knows');
  return machine;
}

/** Names what is still being read, so that a slow answer does not look like none. */
function showProgress(terminal: Terminal, { t }: Speech): Progress {
  const reading = new Set<FactKey>();
  return (fact, state) => {
    if (state === 'started') reading.add(fact);
    else reading.delete(fact);
    const things = [...reading].map((each) => t(`looking/at/${each}`)).join(', ');
    terminal.progress(reading.size === 0 ? null : t('looking/now', { things }));
  };
}
