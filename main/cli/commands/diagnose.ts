import { EXIT, type ExitStatus, exitStatusOf } from '../../../core/exit-status.ts';
import type { FactKey } from '../../../core/facts/facts.ts';
import { canExamine, examine } from '../../doctor.ts';
import type { Machine } from '../../machine/machine.ts';
import { realMachine } from '../../machine/real.ts';
import { REPORT_ENDINGS, reportFormOf, saveReport } from '../../support/save-report.ts';
import { parseDiagnoseArguments } from '../diagnose-arguments.ts';
import { show } from '../show.ts';
import type { Terminal } from '../terminal.ts';
import { speak } from '../texts.ts';
import { UsageError } from '../usage-error.ts';

/** `capture-doctor diagnose`: reads, judges, tells. */
export async function diagnoseCommand(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const options = await parseDiagnoseArguments(args);
  const form = options.report === null ? null : reportFormOf(options.report);
  if (options.report !== null && form === null) {
    throw new UsageError(`--report: ${options.report} has to end in ${REPORT_ENDINGS.join(', ')}`);
  }
  const machine = await openMachine(options.machine);
  if (!canExamine(machine)) {
    terminal.note(`capture-doctor: this version cannot examine ${machine.platform} yet, so it cannot tell.`);
    return EXIT.cannotTell;
  }
  const { report } = await examine(machine, options.case, showProgress(terminal));
  terminal.progress(null);
  const speech = await speak(options.lang ?? options.case?.lang ?? null);
  if (speech.missing && !options.json) terminal.note('There are no texts in that language yet; here is the English.');
  if (options.report !== null && form !== null) {
    const problem = await saveReport(report, options.report, form, speech);
    if (problem !== null) throw new UsageError(`--report: ${problem}`);
    terminal.note(`Saved ${options.report}`);
  }
  show(report, options, speech, terminal);
  return exitStatusOf(report);
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

const PROGRESS: Readonly<Record<FactKey, string>> = {
  host: 'the computer',
  cameraNodes: 'cameras',
  alsaInputs: 'sound cards',
  audioServer: 'the sound server',
  desktopPrivacy: 'the desktop’s privacy switches',
  deviceHolders: 'programs that use a device',
  browsers: 'browsers',
  sandboxes: 'what the browsers’ packages allow',
  browserPermissions: 'what the browsers allow',
  captures: 'earlier tests',
};

/** Names what is still being read, so that a slow answer does not look like none. */
function showProgress(terminal: Terminal): (fact: FactKey, state: 'started' | 'done') => void {
  const reading = new Set<FactKey>();
  return (fact, state) => {
    if (state === 'started') reading.add(fact);
    else reading.delete(fact);
    const names = [...reading].map((each) => PROGRESS[each]);
    terminal.progress(names.length === 0 ? null : `Looking at ${names.join(', ')} …`);
  };
}
