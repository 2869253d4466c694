import { join } from 'node:path';
import type { Machine } from '../machine/machine.ts';
import { realMachine } from '../machine/real.ts';
import { launchDetached } from '../settings/open-target.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { chooseFrontEnd } from './front-end.ts';
import { runCommandLine } from './main.ts';
import { realTerminal, type Terminal } from './terminal.ts';

const DIAGNOSED: readonly number[] = [EXIT.nothingBlocks, EXIT.somethingBlocks, EXIT.cannotTell];
const PROJECT = join(import.meta.dirname, '../..');
const RENDERER = join(PROJECT, 'dist/renderer');

/** Shows the doctor in the best front end that there is here, and ends with 0 once it has done its work. */
export async function start(args: readonly string[]): Promise<void> {
  const terminal = realTerminal();
  const status = await startFrontEnd(args, terminal);
  const written = await terminal.flush();
  process.exit(written ? status : EXIT.internal);
}

async function startFrontEnd(args: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const machine = realMachine();
  const rest = args.filter((arg) => arg !== '--serve');
  const serve = rest.length < args.length;
  const display = machine !== null && hasDisplay(machine);
  const { ensureElectron } = await import('./electron-program.ts');
  const electron = display && !serve && rest.length === 0 ? await ensureElectron(PROJECT, terminal) : null;
  const choice = chooseFrontEnd({ serve, display: display && rest.length === 0, electron: electron !== null });
  terminal.note(rest.length > 0 ? 'Options were given, so here is the diagnosis in the terminal.' : choice.why);
  if (choice.frontEnd === 'terminal' || machine === null) {
    const status = await runCommandLine(['diagnose', ...rest], terminal);
    return DIAGNOSED.includes(status) ? EXIT.nothingBlocks : status;
  }
  const { buildFrontEnd } = await import('./build-front-end.ts');
  if (!buildFrontEnd(PROJECT)) {
    terminal.note('capture-doctor: the app could not be built; `npm run build` says why.');
    return EXIT.internal;
  }
  if (choice.frontEnd === 'electron' && electron !== null) {
    const { runElectron } = await import('./electron-program.ts');
    return runElectron(electron, PROJECT);
  }
  const { runInBrowser } = await import('./run-in-browser.ts');
  const open = choice.frontEnd === 'browser';
  return runInBrowser({ machine, folder: RENDERER, terminal, launch: launchDetached, open });
}

/** Windows and macOS always have one; a session on Linux says so. */
function hasDisplay({ platform, env }: Machine): boolean {
  if (platform !== 'linux') return true;
  return env.get('DISPLAY').kind === 'value' || env.get('WAYLAND_DISPLAY').kind === 'value';
}
