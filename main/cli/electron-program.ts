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

/** Runs the app until its window is closed. */
export function runElectron(program: string, project: string, args: readonly string[]): Promise<ExitStatus> {
  return new Promise((resolve) => {
    const child = spawn(program, [project, ...args], { stdio: 'inherit' });
    child.once('error', () => resolve(EXIT.internal));
    child.once('close', (code) => resolve(code === 0 ? EXIT.nothingBlocks : EXIT.internal));
  });
}
