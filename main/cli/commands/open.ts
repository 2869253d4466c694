import { parseArgs } from 'node:util';
import { isBrowserTarget, isSettingsTarget, SETTINGS_TARGETS } from '../../../core/settings-targets.ts';
import { type Subject, subjectsOf } from '../../../core/subject.ts';
import type { Machine } from '../../machine/machine.ts';
import { realMachine } from '../../machine/real.ts';
import { gather, probesFor } from '../../probes/gather.ts';
import { loadProbes } from '../../probes/index.ts';
import { launchDetached } from '../../settings/launch.ts';
import { openTarget } from '../../settings/open-target.ts';
import { asUsageError, parseBrowserFlag, parseSiteFlag } from '../diagnose-arguments.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** `capture-doctor open`: opens a page by name, of the system’s settings or in a browser. */
export async function openCommand(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const { values, positionals } = asUsageError(() =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { browser: { type: 'string' }, site: { type: 'string' } },
    }),
  );
  const [target, ...others] = positionals;
  if (target === undefined || others.length > 0 || !isSettingsTarget(target)) {
    throw new UsageError(`open takes one of ${SETTINGS_TARGETS.join(', ')}`);
  }
  const browser = values.browser === undefined ? null : parseBrowserFlag(values.browser);
  const site = values.site === undefined ? null : parseSiteFlag(values.site);
  if (isBrowserTarget(target) && browser === null) throw new UsageError(`open ${target} needs --browser`);
  const machine = realMachine();
  if (machine === null) throw new UsageError('this system is not one it knows');
  const subject = browser === null ? null : await findSubject(machine, browser);
  if (browser !== null && subject === null) {
    terminal.note(`Could not open ${target}: ${browser} is not installed here.`);
    return EXIT.cannotTell;
  }
  const outcome = await openTarget(machine, target, { subject, site }, launchDetached);
  if (outcome.kind === 'not-opened') {
    terminal.note(`Could not open ${target}: ${outcome.why}.`);
    return EXIT.cannotTell;
  }
  terminal.note(`Opened ${target} with ${outcome.command}.`);
  return EXIT.nothingBlocks;
}

async function findSubject(machine: Machine, browser: string): Promise<Subject | null> {
  const probes = probesFor(['browsers'], await loadProbes(machine.platform));
  const facts = await gather(machine, { site: null, probes });
  return subjectsOf(facts).find(({ id }) => id === browser) ?? null;
}
