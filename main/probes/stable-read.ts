import { mapReading, type Reading, unreadable } from '../../core/reading.ts';
import type { FileStatus, Machine } from '../machine/machine.ts';

const ATTEMPTS = 4;
const PAUSE_MILLISECONDS = 25;

export interface StableFile {
  readonly bytes: Uint8Array;
  readonly modifiedAt: Date;
}

/**
 * The bytes of a database as they were between two transactions: with no journal beside it, and the same before and
 * after. Firefox keeps the file locked against every other SQLite, but not against reading, and its transactions take
 * milliseconds, so one that is met is waited out. A journal that stays is that of a Firefox that crashed.
 *
 * @see https://sqlite.org/lockingv3.html#hot_journals
 */
export async function readBetweenTransactions(
  machine: Machine,
  path: string,
  limit: number,
): Promise<Reading<StableFile>> {
  for (let attempt = 1; ; attempt++) {
    const before = await machine.files.status(path);
    if (before.kind !== 'value') return before;
    const wasWriting = await isBeingWritten(machine, path);
    const bytes = await machine.files.read(path, limit);
    if (bytes.kind === 'unreadable') return bytes;
    const isWriting = await isBeingWritten(machine, path);
    const after = await machine.files.status(path);
    if (!wasWriting && !isWriting && isSame(before, after)) {
      return mapReading(bytes, (read) => ({ bytes: read, modifiedAt: before.value.modifiedAt }));
    }
    if (attempt === ATTEMPTS) return unreadable(`${path}: it was being written, or a crash has left it half written`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}

/** An empty journal is one that nothing has been written under yet. */
async function isBeingWritten(machine: Machine, path: string): Promise<boolean> {
  const journal = await machine.files.status(`${path}-journal`);
  return journal.kind === 'unreadable' || (journal.kind === 'value' && journal.value.size > 0);
}

function isSame(before: Reading<FileStatus>, after: Reading<FileStatus>): boolean {
  if (before.kind !== 'value' || after.kind !== 'value') return false;
  const { modifiedAt, size } = before.value;
  return modifiedAt.getTime() === after.value.modifiedAt.getTime() && size === after.value.size;
}
