import { join } from 'node:path';
import { type Case, formatCaseLink } from '../../core/case.ts';
import { openChangingMachine } from '../machine/changing.ts';
import type { Machine } from '../machine/machine.ts';
import { realMachine } from '../machine/real.ts';
import { launchDetached, launchWatched } from '../settings/launch.ts';
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
  const options = args.filter((arg) => arg !== '--serve');
  const serve = options.length < args.length;
  const own = realMachine();
  const wanted = await wantedOfTheApp(options);
  const display = own !== null && hasDisplay(own);
  const { ensureElectron, runElectron } = await import('./electron-program.ts');
  const electron = display && wanted !== null && !serve ? await ensureElectron(PROJECT, terminal) : null;
  const { frontEnd, why } = chooseFrontEnd({ serve, display, printing: wanted === null, electron: electron !== null });
  terminal.note(why);
  if (frontEnd === 'terminal' || wanted === null || own === null) return printDiagnosis(options, terminal);
  const { buildFrontEnd } = await import('./build-front-end.ts');
  if (!buildFrontEnd(PROJECT)) {
    terminal.note('capture-doctor: the app could not be built; `npm run build` says why.');
    return EXIT.internal;
  }
  const { about, folder } = wanted;
  if (frontEnd === 'electron' && electron !== null) {
    const link = about === null ? [] : [formatCaseLink(about)];
    return runElectron(electron, [PROJECT, ...(folder === null ? [] : [`--machine=${folder}`]), ...link], terminal);
  }
  const opened = folder === null ? { kind: 'machine' as const, machine: own } : await openChangingMachine(folder);
  if (opened.kind === 'invalid') {
    terminal.note(`capture-doctor: ${opened.why}`);
    return EXIT.usage;
  }
  const { runInBrowser } = await import('./run-in-browser.ts');
  const open = frontEnd === 'browser';
  const { machine } = opened;
  const ways = { launch: launchDetached, launchBrowser: launchWatched };
  return runInBrowser({ machine, about, folder: RENDERER, terminal, ...ways, open });
}

async function printDiagnosis(options: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const status = await runCommandLine(['diagnose', ...options], terminal);
  return DIAGNOSED.includes(status) ? EXIT.nothingBlocks : status;
}

interface Wanted {
  readonly about: Case | null;
  /** Of a recorded machine. */
  readonly folder: string | null;
}

/** What the options ask of the app; null where they are about printing, or wrong, which the command says best. */
async function wantedOfTheApp(options: readonly string[]): Promise<Wanted | null> {
  if (options.length === 0) return { about: null, folder: null };
  const { parseDiagnoseArguments } = await import('./diagnose-arguments.ts');
  const parsed = await parseDiagnoseArguments(options).catch(() => null);
  if (parsed === null || parsed.json || parsed.verbose || !parsed.color || parsed.report !== null) return null;
  return { about: parsed.case, folder: parsed.machine };
}

/** Windows and macOS always have one; a session on Linux says so. */
function hasDisplay({ platform, env }: Machine): boolean {
  if (platform !== 'linux') return true;
  return env.get('DISPLAY').kind === 'value' || env.get('WAYLAND_DISPLAY').kind === 'value';
}
