import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onEnding } from './ending.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import type { Terminal } from './terminal.ts';

/** A slow line needs minutes for the hundred megabytes; a closed one answers at once. */
const FETCH_LIMIT = 5 * 60_000;

/** Path of Electron’s program, fetched first where it is not here; null where that cannot be done. */
export async function ensureElectron(project: string, terminal: Terminal): Promise<string | null> {
  const folder = join(project, 'node_modules/electron');
  const here = programIn(folder);
  if (here !== null || !existsSync(join(folder, 'install.js'))) return here;
  if (terminal.isWatched) terminal.progress('Fetching Electron …');
  spawnSync(process.execPath, [join(folder, 'install.js')], { stdio: 'ignore', timeout: FETCH_LIMIT });
  terminal.progress(null);
  return programIn(folder);
}

/**
 * Electron’s program in its package’s folder, where it was fetched; otherwise null.
 *
 * @see https://www.electronjs.org/docs/latest/tutorial/installation
 */
export function programIn(folder: string): string | null {
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const program = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), readFileSync(named, 'utf8'));
  return existsSync(program) ? program : null;
}

/** How long the app may take to end once it was asked to, in milliseconds. */
const FAREWELL = 5_000;

/** An app that ends by itself sooner than this, in milliseconds, has shown nobody anything. */
const NEVER_STARTED = 5_000;

export type ElectronEnd =
  | { readonly kind: 'ended'; readonly status: ExitStatus }
  /** Its program does not run on this computer: without the sandbox that it needs, say. */
  | { readonly kind: 'never-started'; readonly why: string };

/** Runs the app until its window is closed, or until this process is told to end: the app ends first, in any case. */
export function runElectron(
  program: string,
  args: readonly string[],
  terminal: Terminal,
  farewell = FAREWELL,
): Promise<ElectronEnd> {
  return new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(program, args, { stdio: 'inherit' });
    let asked = false;
    const end = (): void => {
      asked = true;
      // A terminal sends its Ctrl-C to the app as well; twice asked it ends no otherwise.
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), farewell).unref();
    };
    const finish = (end: ElectronEnd): void => {
      forget();
      resolve(end);
    };
    const forget = onEnding(end);
    child.once('error', ({ message }) => finish({ kind: 'never-started', why: message }));
    child.once('exit', (code, signal) => {
      const why = signal ?? `status ${code}`;
      if (code === 0 || asked) finish({ kind: 'ended', status: EXIT.nothingBlocks });
      else if (performance.now() - started < NEVER_STARTED) finish({ kind: 'never-started', why });
      else {
        terminal.note(`capture-doctor: the app ended by itself (${why}).`);
        finish({ kind: 'ended', status: EXIT.internal });
      }
    });
  });
}
