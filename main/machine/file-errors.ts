import { absent, type Reading, unreadable } from '../../core/reading.ts';

const MEANINGS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  ELOOP: 'its links lead round in a circle',
  EISDIR: 'it is a folder',
  EMFILE: 'too many files are open',
  EIO: 'the disk reported an error',
};

/** What a failed file operation means as a reading: not there, or could not be looked at. Anything else is a bug. */
export function readingOfFileError(path: string, error: unknown): Reading<never> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  if (code === null) throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return absent;
  return unreadableFile(path, code);
}

export function unreadableFile(path: string, code: string): Reading<never> {
  const meaning = MEANINGS[code];
  return unreadable(meaning === undefined ? `${path}: ${code}` : `${path}: ${meaning} (${code})`);
}

export function tooLarge(path: string, limit: number): Reading<never> {
  return unreadable(`${path}: too large, over ${Math.floor(limit / 1024)} KiB`);
}
