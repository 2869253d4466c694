import type { Platform } from '../../core/platform.ts';
import type { Reading } from '../../core/reading.ts';

/** `~/x` as a real path. Without a known home folder such a path leads nowhere, so the caller finds nothing there. */
export function expandHome(path: string, home: Reading<string>): string {
  if (path !== '~' && !path.startsWith('~/')) return path;
  return home.kind === 'value' ? home.value + path.slice(1) : path;
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
