import type { Reading } from '../../core/reading.ts';

/** `~/x` as a real path. Without a known home folder such a path leads nowhere, so the caller finds nothing there. */
export function expandHome(path: string, home: Reading<string>): string {
  if (path !== '~' && !path.startsWith('~/')) return path;
  return home.kind === 'value' ? home.value + path.slice(1) : path;
}

/** A path under the home folder written with `~`, as facts carry it. */
export function abbreviateHome(path: string, home: Reading<string>): string {
  if (home.kind !== 'value' || home.value === '/' || home.value === '') return path;
  if (path === home.value) return '~';
  const folder = home.value.endsWith('/') ? home.value : `${home.value}/`;
  return path.startsWith(folder) ? `~/${path.slice(folder.length)}` : path;
}
