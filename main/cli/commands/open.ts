import { isSettingsTarget, SETTINGS_TARGETS } from '../../../core/settings-targets.ts';
import { realMachine } from '../../machine/real.ts';
import { launchDetached, openTarget } from '../../settings/open-target.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

/** `capture-doctor open`: opens a settings page by name. */
export async function openCommand(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const [target, ...others] = args;
  if (target === undefined || others.length > 0 || !isSettingsTarget(target)) {
    throw new UsageError(`open takes one of ${SETTINGS_TARGETS.join(', ')}`);
  }
  const machine = realMachine();
  if (machine === null) throw new UsageError('this system is not one it knows');
  const outcome = await openTarget(machine, target, launchDetached);
  if (outcome.kind === 'not-opened') {
    terminal.note(`Could not open ${target}: ${outcome.why}.`);
    return EXIT.cannotTell;
  }
  terminal.note(`Opened ${target} with ${outcome.command}.`);
  return EXIT.nothingBlocks;
}
