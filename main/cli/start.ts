import { EXIT } from './exit-status.ts';
import { runCommandLine } from './main.ts';
import { realTerminal } from './terminal.ts';

const DIAGNOSED: readonly number[] = [EXIT.nothingBlocks, EXIT.somethingBlocks, EXIT.cannotTell];

/** Diagnoses this computer, and ends with 0 once that was done. */
export async function start(args: readonly string[]): Promise<void> {
  const terminal = realTerminal();
  const status = await runCommandLine(['diagnose', ...args], terminal);
  const written = await terminal.flush();
  process.exit(!written ? EXIT.internal : DIAGNOSED.includes(status) ? 0 : status);
}
