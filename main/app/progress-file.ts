import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type KeptProgress, keptProgressSchema } from '../../core/progress.ts';
import type { ProgressKeeper } from '../front-end/progress-keeper.ts';

/** A few short lists; nothing of ours is near this many bytes. */
const SIZE_LIMIT = 64 * 1024;

/** Progress older than this many milliseconds is somebody’s day of yesterday. */
const AGE_LIMIT = 12 * 60 * 60 * 1000;

/**
 * Progress in a file of the app’s own, for its owner alone, so that it outlives a relaunch: macOS asks for one before a
 * permission counts. A file that is damaged, old or of another version is as if there were none.
 *
 * @see https://support.apple.com/guide/mac-help/mchlf6d108da/mac
 */
export function keepInFile(file: string, complain: (line: string) => void, now: () => Date): ProgressKeeper {
  return {
    read: () => {
      const kept = parse(file);
      return kept !== null && Math.abs(now().getTime() - Date.parse(kept.keptAt)) <= AGE_LIMIT ? kept : null;
    },
    write: (kept) => {
      try {
        if (kept === null) rmSync(file, { force: true });
        else replace(file, JSON.stringify(kept));
      } catch (error) {
        complain(`Progress was not kept (${error instanceof Error ? error.message : String(error)}).`);
      }
    },
  };
}

function parse(file: string): KeptProgress | null {
  try {
    if (statSync(file).size > SIZE_LIMIT) return null;
    return keptProgressSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** As a whole or not at all, whenever the power goes. */
function replace(file: string, content: string): void {
  const fresh = `${file}.new`;
  writeFileSync(fresh, content, { mode: 0o600 });
  renameSync(fresh, file);
}
