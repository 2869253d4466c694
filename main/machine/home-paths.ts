import type { Platform } from '../../core/platform.ts';
import { type Reading, unreadable, value } from '../../core/reading.ts';

/** `~/x` as a real path; `unreadable` where nobody knows the home folder, since "not there" would be a guess. */
export function expandHome(path: string, home: Reading<string>): Reading<string> {
  if (path !== '~' && !path.startsWith('~/')) return value(path);
  if (home.kind !== 'value') return unreadable(`${path}: the home folder is not known`);
  if (home.value === '') return unreadable(`${path}: the home folder is not known`);
  return value(home.value + path.slice(1));
}

/**
 * A path under the home folder as facts carry it: with `~`, and `/` between its parts on every system. On Windows case
 * does not matter.
 */
export function abbreviateHome(path: string, home: Reading<string>, platform: Platform): string {
  if (home.kind !== 'value' || home.value === '/' || home.value === '') return path;
  const windows = platform === 'win32';
  const like = (text: string): string => (windows ? text.replaceAll('\\', '/').toLowerCase() : text);
  const folder = like(home.value).replace(/\/$/, '');
  if (like(path) === folder) return '~';
  if (!like(path).startsWith(`${folder}/`)) return path;
  const rest = path.slice(folder.length);
  return `~${windows ? rest.replaceAll('\\', '/') : rest}`;
}
