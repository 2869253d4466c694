import { readdir, readFile, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Platform } from '../../core/platform.ts';
import { absent, type Reading, thenReading, unreadable, value, valueOr } from '../../core/reading.ts';
import { readingOfFileError, tooLarge, unreadableFile } from './file-errors.ts';
import { abbreviateHome, expandHome } from './home-paths.ts';
import type { FileStatus, Files, User } from './machine.ts';
import type { FileNote, FileNotes } from './recorded-schema.ts';

const MOST_LINKS = 40;

const USUAL_MODES: Readonly<Record<FileStatus['type'], number>> = {
  folder: 0o755,
  file: 0o644,
  char: 0o600,
  other: 0o644,
};

/**
 * The file system of a recorded machine: the tree under `files/`, and beside it what `files.json` notes. Paths are
 * those of the recorded system; on Windows they are looked up without regard to case.
 */
export function recordedFiles(
  folder: string,
  notes: FileNotes,
  { platform, home, user }: { platform: Platform; home: Reading<string>; user: Reading<User> },
): Files {
  const noted = new Map(Object.entries(notes).map(([path, note]) => [key(path), note]));
  const abbreviate = (path: string): string => abbreviateHome(path, home, platform);

  function normalise(path: string): string {
    const expanded = valueOr(expandHome(path, home), path);
    if (platform !== 'win32') return posix.normalize(`/${expanded}`);
    return posix.normalize(`/${expanded.replaceAll('\\', '/').replace(/^([A-Za-z]):/, '$1')}`);
  }

  function key(path: string): string {
    const normal = normalise(path).replace(/(.)\/$/, '$1');
    return platform === 'win32' ? normal.toLowerCase() : normal;
  }

  /** Follows the noted links in every part of the path, and stops at a noted refusal. */
  function resolve(path: string): Reading<string> {
    let resolved = '';
    let rest = parts(normalise(path));
    for (let links = 0; rest.length > 0; ) {
      const [part = '', ...later] = rest;
      const here = `${resolved}/${part}`;
      const { unreadable: code, target } = noted.get(key(here)) ?? {};
      if (code !== undefined) return unreadableFile(abbreviate(path), code);
      if (target !== undefined) {
        if (++links > MOST_LINKS) return unreadableFile(abbreviate(path), 'ELOOP');
        rest = [...parts(posix.resolve(`${resolved}/`, target)), ...later];
        resolved = '';
      } else {
        resolved = here;
        rest = later;
      }
    }
    return value(resolved === '' ? '/' : resolved);
  }

  /** Where a resolved path lies in the recorded tree. */
  async function locate(path: string): Promise<string> {
    const names = parts(path).map(toRecordedName);
    if (platform !== 'win32') return join(folder, ...names);
    let place = folder;
    for (const name of names) {
      const listed = await readdir(place).catch(() => []);
      place = join(place, listed.find((each) => each.toLowerCase() === name.toLowerCase()) ?? name);
    }
    return place;
  }

  async function attempt<T>(path: string, act: (place: string, resolved: string) => Promise<Reading<T>>) {
    const resolved = thenReading(expandHome(path, home), resolve);
    if (resolved.kind !== 'value') return resolved;
    try {
      return await act(await locate(resolved.value), resolved.value);
    } catch (error) {
      return readingOfFileError(abbreviate(path), error);
    }
  }

  function notedChildren(parent: string): readonly string[] {
    const prefix = key(parent) === '/' ? '/' : `${key(parent)}/`;
    return [...noted.keys()].filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
  }

  function toStatus(note: FileNote, found: Partial<FileStatus>): FileStatus {
    const type = note.type === undefined || note.type === 'link' ? (found.type ?? 'other') : note.type;
    const mode = note.mode === undefined ? USUAL_MODES[type] : Number.parseInt(note.mode, 8);
    const { uid = 0, gid = 0 } = note;
    return {
      type,
      size: note.size ?? found.size ?? 0,
      modifiedAt: note.modifiedAt === undefined ? (found.modifiedAt ?? new Date(0)) : new Date(note.modifiedAt),
      mode,
      uid,
      gid,
      openable: note.openable === undefined ? mayReadAndWrite({ mode, uid, gid }, user) : value(note.openable),
    };
  }

  return {
    abbreviate,

    read: (path, limit) =>
      attempt(path, async (place, resolved) => {
        const note = noted.get(key(resolved));
        if (note?.type !== undefined && note.type !== 'file')
          return unreadable(`${abbreviate(path)}: it is not a file`);
        if ((note?.size ?? (await stat(place)).size) > limit) return tooLarge(abbreviate(path), limit);
        return value(await readFile(place));
      }),

    list: (path) =>
      attempt(path, async (place, resolved) => {
        const code = noted.get(key(resolved))?.unlisted;
        if (code !== undefined) return unreadableFile(abbreviate(path), code);
        const children = notedChildren(resolved).map((child) => child.split('/')[0] ?? '');
        const names = await readdir(place).catch((error: unknown) => {
          if (children.length > 0) return [];
          throw error;
        });
        return value([...new Set([...names.map(fromRecordedName), ...children])].sort());
      }),

    status: (path) =>
      attempt(path, async (place, resolved) => {
        const note = noted.get(key(resolved));
        const found = await stat(place).catch((error: unknown) => {
          if (note !== undefined) return null;
          throw error;
        });
        if (found === null) return value(toStatus(note ?? {}, {}));
        const type = found.isDirectory() ? 'folder' : 'file';
        return value(toStatus(note ?? {}, { type, size: found.size, modifiedAt: found.mtime }));
      }),

    realPath: (path) =>
      attempt(path, async (place, resolved) => {
        if (!noted.has(key(resolved)) && notedChildren(resolved).length === 0) await stat(place);
        return value(abbreviate(resolved));
      }),

    linkTargets: (path) =>
      attempt(path, async (place, resolved) => {
        const children = notedChildren(resolved).filter((child) => !child.includes('/'));
        if (children.length === 0) await readdir(place);
        const targets = children.flatMap((child) => {
          const target = noted.get(`${key(resolved)}/${child}`)?.target;
          return target === undefined ? [] : [[child, abbreviate(target)] as const];
        });
        return value(new Map(targets));
      }),
  };
}

/** A recorded tree has to lie on any system, so what Windows refuses in a name is written as `%3A` is for a colon. */
function toRecordedName(name: string): string {
  return name.replace(/[%<>:"|?*\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function fromRecordedName(name: string): string {
  return name.replace(/%([0-9A-F]{2})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function parts(path: string): readonly string[] {
  return path.split('/').filter(Boolean);
}

/** What the kernel would say by owner, group and mode. An ACL shows only in a noted `openable`. */
function mayReadAndWrite(
  { mode, uid, gid }: Pick<FileStatus, 'mode' | 'uid' | 'gid'>,
  user: Reading<User>,
): Reading<boolean> {
  if (user.kind !== 'value') return user.kind === 'absent' ? absent : user;
  if (user.value.uid === 0) return value(true);
  const bits = user.value.uid === uid ? mode >> 6 : user.value.groups.includes(gid) ? mode >> 3 : mode;
  return value((bits & 0o6) === 0o6);
}
