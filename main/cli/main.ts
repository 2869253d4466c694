import { TOOL_VERSION } from '../tool-version.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { HELP } from './help.ts';
import { realTerminal, type Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

type Command = (args: readonly string[], terminal: Terminal) => Promise<ExitStatus>;

/** Loaded one at a time: what a command does not need should not delay it. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  diagnose: async () => (await import('./commands/diagnose.ts')).diagnoseCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  open: async () => (await import('./commands/open.ts')).openCommand,
};

/** Runs one command and ends the process with its status. */
export async function main(args: readonly string[]): Promise<void> {
  const terminal = realTerminal();
  const status = await runCommandLine(args, terminal);
  const written = await terminal.flush();
  // A probe over its time limit may still hold a file or a child: nobody waits for it any more.
  process.exit(written ? status : EXIT.internal);
}

/** One sentence for whatever goes wrong; a stack trace helps nobody who is in trouble. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  try {
    return await dispatch(args, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.note(`capture-doctor: ${error.message}`);
      return EXIT.usage;
    }
    terminal.note(`capture-doctor: internal error: ${error instanceof Error ? error.message : String(error)}`);
    return EXIT.internal;
  }
}

async function dispatch([name, ...rest]: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.print(HELP);
    return name === undefined ? EXIT.usage : EXIT.nothingBlocks;
  }
  if (name === '--version') {
    terminal.print(`${TOOL_VERSION}\n`);
    return EXIT.nothingBlocks;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) throw new UsageError(`there is no command "${name}"; see capture-doctor --help`);
  if (rest.includes('--help') || rest.includes('-h')) {
    terminal.print(HELP);
    return EXIT.nothingBlocks;
  }
  const command = await load();
  return command(rest, terminal);
}
