import { readlinkSync, type Stats } from 'node:fs';
import { access, constants, open, readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Platform } from '../../core/platform.ts';
import { absent, type Reading, unreadable, value } from '../../core/reading.ts';
import { readingOfFileError, tooLarge } from './file-errors.ts';
import { abbreviateHome, expandHome } from './home-paths.ts';
import type { FileStatus, Files } from './machine.ts';

/** The file system of the computer this runs on. Opens regular files only, and only for reading. */
export function realFiles(home: Reading<string>, platform: Platform): Files {
  const abbreviate = (path: string): string => abbreviateHome(path, home, platform);

  async function attempt<T>(path: string, act: (expanded: string) => Promise<Reading<T>>): Promise<Reading<T>> {
    const expanded = expandHome(path, home);
    if (expanded.kind !== 'value') return expanded;
    try {
      return await act(expanded.value);
    } catch (error) {
      return readingOfFileError(abbreviate(path), error);
    }
  }

  return {
    abbreviate,

    read: (path, limit) =>
      attempt(path, async (expanded) => {
        // Looked at first: opening a device node or a pipe could wake a camera, or wait for ever.
        const found = await stat(expanded);
        if (!found.isFile()) return unreadable(`${abbreviate(path)}: it is not a file`);
        if (found.size > limit) return tooLarge(abbreviate(path), limit);
        const bytes = await readUpTo(expanded, limit);
        return bytes === 'too-large' ? tooLarge(abbreviate(path), limit) : value(bytes);
      }),

    list: (path) => attempt(path, async (expanded) => value((await readdir(expanded)).sort())),

    status: (path) =>
      attempt(path, async (expanded) => {
        const found = await stat(expanded);
        return value({
          type: typeOf(found),
          size: found.size,
          modifiedAt: found.mtime,
          mode: found.mode & 0o7777,
          uid: found.uid,
          gid: found.gid,
          openable: value(await mayReadAndWrite(expanded)),
        });
      }),

    realPath: (path) => attempt(path, async (expanded) => value(abbreviate(await realpath(expanded)))),

    linkTargets: (path) =>
      attempt(path, async (expanded) => {
        const targets = new Map<string, string>();
        for (const name of await readdir(expanded)) {
          // Synchronous on purpose: a machine has thousands of these, at 2 µs each against 50 µs through the pool.
          const target = linkTarget(join(expanded, name));
          if (target !== null) targets.set(name, abbreviate(target));
        }
        return value(targets);
      }),
  };
}

async function readUpTo(path: string, limit: number): Promise<Uint8Array | 'too-large'> {
  const file = await open(path, 'r');
  try {
    const chunks: Uint8Array[] = [];
    let total = 0;
    // Files of /proc and /sys report a size of 0 or one page whatever they hold, so only reading tells.
    for await (const chunk of file.createReadStream({ autoClose: false, end: limit })) {
      chunks.push(chunk);
      total += chunk.length;
    }
    return total > limit ? 'too-large' : Buffer.concat(chunks, total);
  } finally {
    await file.close();
  }
}

function typeOf(found: Stats): FileStatus['type'] {
  if (found.isFile()) return 'file';
  if (found.isDirectory()) return 'folder';
  return found.isCharacterDevice() ? 'char' : 'other';
}

/** `access(2)` opens nothing, and knows the groups and ACLs that mode bits alone do not tell. */
async function mayReadAndWrite(path: string): Promise<boolean> {
  return access(path, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
}

function linkTarget(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    // Not a link, or gone since the folder was listed: neither is an answer anybody needs.
    return null;
  }
}

/** Files that a person names on the command line: `~` is the shell’s business there, and means nothing here. */
export const filesAsNamed: Files = realFiles(absent, 'linux');
