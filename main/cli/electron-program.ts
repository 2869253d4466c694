import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Runs the app until its window is closed, or until this process is told to end: the app ends first, in any case. */
export function runElectron(
  program: string,
  args: readonly string[],
  terminal: Terminal,
  farewell = FAREWELL,
): Promise<ExitStatus> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit' });
    let asked = false;
    const end = (): void => {
      asked = true;
      // A terminal sends its Ctrl-C to the app as well; twice asked it ends no otherwise.
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), farewell).unref();
    };
    const finish = (status: ExitStatus, sentence: string | null): void => {
      for (const signal of ENDINGS) process.off(signal, end);
      if (sentence !== null) terminal.note(`capture-doctor: ${sentence}`);
      resolve(status);
    };
    for (const signal of ENDINGS) process.on(signal, end);
    child.once('error', ({ message }) => finish(EXIT.internal, `Electron could not be started (${message}).`));
    child.once('exit', (code, signal) => {
      if (code === 0 || asked) finish(EXIT.nothingBlocks, null);
      else finish(EXIT.internal, `Electron ended by itself (${signal ?? `status ${code}`}).`);
    });
  });
}

const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
