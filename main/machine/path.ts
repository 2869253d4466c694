import type { Machine } from './machine.ts';

/**
 * The path of something below a folder, as the machine’s own system writes it. A path that begins with `~` has `/`
 * between its parts on every system, as facts carry it; so a part may be written with either.
 */
export function joinPath({ platform }: Pick<Machine, 'platform'>, folder: string, ...parts: readonly string[]): string {
  if (platform !== 'win32') return [folder.replace(/(.)\/$/, '$1'), ...parts].join('/').replace(/^\/\//, '/');
  const separator = folder.startsWith('~') ? '/' : '\\';
  const below = parts.map((part) => part.replace(/[\\/]/g, separator));
  return [folder.replace(/[\\/]$/, ''), ...below].join(separator);
}

/** The folder that something lies in. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'), 0));
}

/** The application that a program of macOS lies in: what the system opens is the bundle, not the program within. */
export function applicationOf(program: string): string {
  return program.replace(/\.app\/.*$/, '.app');
}
