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
  const wish = await readWish(options);
  if (wish.kind === 'printing') terminal.note('Such options are for the terminal, so here is the diagnosis.');
  if (wish.kind !== 'app' || own === null) return printDiagnosis(options, terminal);
  const { ensureElectron, runElectron } = await import('./electron-program.ts');
  const display = hasDisplay(own);
  const electron = display && !serve ? await ensureElectron(PROJECT, terminal) : null;
  const { frontEnd, why } = chooseFrontEnd({ serve, display, electron: electron !== null });
  terminal.note(why);
  if (frontEnd === 'terminal') return printDiagnosis(options, terminal);
  const { buildFrontEnd } = await import('./build-front-end.ts');
  if (!buildFrontEnd(PROJECT)) {
    terminal.note('capture-doctor: the app could not be built; `npm run build` says why.');
    return EXIT.internal;
  }
  if (electron !== null) {
    const end = await runElectron(electron, [PROJECT, ...argumentsFor(wish)], terminal);
    if (end.kind === 'ended') return end.status;
    terminal.note(`Electron does not run here (${end.why}), so the app opens in your browser. Ctrl-C ends it.`);
  }
  return serveWish(wish, own, terminal, { open: !serve });
}

async function serveWish(
  { about, folder }: AppWish,
  own: Machine,
  terminal: Terminal,
  { open }: { readonly open: boolean },
): Promise<ExitStatus> {
  const opened = folder === null ? { kind: 'machine' as const, machine: own } : await openChangingMachine(folder);
  if (opened.kind === 'invalid') {
    terminal.note(`capture-doctor: ${opened.why}`);
    return EXIT.usage;
  }
  const { runInBrowser } = await import('./run-in-browser.ts');
  const { machine } = opened;
  const ways = { launch: launchDetached, launchBrowser: launchWatched };
  return runInBrowser({ machine, about, folder: RENDERER, terminal, ...ways, open });
}

async function printDiagnosis(options: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const status = await runCommandLine(['diagnose', ...options], terminal);
  return DIAGNOSED.includes(status) ? EXIT.nothingBlocks : status;
}

interface AppWish {
  readonly kind: 'app';
  readonly about: Case | null;
  /** Of a recorded machine. */
  readonly folder: string | null;
}

/** What the options ask for. What is wrong with them the command says best. */
type Wish = AppWish | { readonly kind: 'printing' } | { readonly kind: 'wrong' };

async function readWish(options: readonly string[]): Promise<Wish> {
  if (options.length === 0) return { kind: 'app', about: null, folder: null };
  const { parseDiagnoseArguments } = await import('./diagnose-arguments.ts');
  const parsed = await parseDiagnoseArguments(options).catch(() => null);
  if (parsed === null) return { kind: 'wrong' };
  if (parsed.json || parsed.verbose || !parsed.color || parsed.report !== null) return { kind: 'printing' };
  return { kind: 'app', about: parsed.case, folder: parsed.machine };
}

function argumentsFor({ about, folder }: AppWish): readonly string[] {
  return [...(folder === null ? [] : [`--machine=${folder}`]), ...(about === null ? [] : [formatCaseLink(about)])];
}

/** Windows and macOS always have one; a session on Linux says so. */
function hasDisplay({ platform, env }: Machine): boolean {
  if (platform !== 'linux') return true;
  return env.get('DISPLAY').kind === 'value' || env.get('WAYLAND_DISPLAY').kind === 'value';
}
