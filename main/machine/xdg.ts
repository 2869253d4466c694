import { valueOr } from '../../core/reading.ts';
import type { Machine } from './machine.ts';

/** Where the freedesktop standard puts things, each list in the order in which it is searched. */
export interface XdgFolders {
  readonly config: string;
  readonly configs: readonly string[];
  readonly data: readonly string[];
  /** Where desktop files lie. */
  readonly applications: readonly string[];
  readonly path: readonly string[];
}

const USUAL_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/snap/bin';

/** @see https://specifications.freedesktop.org/basedir-spec/latest/ */
export function xdgFolders(machine: Machine): XdgFolders {
  const get = (name: string, usual: string): string => valueOr(machine.env.get(name), usual);
  const absolute = (list: string): readonly string[] => list.split(':').filter((folder) => /^[/~]/.test(folder));
  const config = machine.files.abbreviate(get('XDG_CONFIG_HOME', '~/.config'));
  const ownData = machine.files.abbreviate(get('XDG_DATA_HOME', '~/.local/share'));
  const exported = ['~/.local/share/flatpak/exports/share', '/var/lib/flatpak/exports/share', '/var/lib/snapd/desktop'];
  const data = [...new Set([ownData, ...absolute(get('XDG_DATA_DIRS', '/usr/local/share:/usr/share')), ...exported])];
  return {
    config,
    configs: [config, ...absolute(get('XDG_CONFIG_DIRS', '/etc/xdg'))],
    data,
    applications: data.map((folder) => `${folder}/applications`),
    path: absolute(get('PATH', USUAL_PATH)),
  };
}

/** Names of the desktop, the most telling first, e.g. `ubuntu`, `GNOME`. */
export function desktopNames(machine: Machine): readonly string[] {
  return valueOr(machine.env.get('XDG_CURRENT_DESKTOP'), '').split(':').filter(Boolean);
}

/**
 * Paths of the names in the folders. The first folder that has a name wins, as it does for the shell and the desktop. A
 * folder that may be entered but not listed is asked for each name.
 */
export async function findByName(
  machine: Machine,
  folders: readonly string[],
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const listed = await Promise.all(folders.map((folder) => listOrAsk(machine, folder, names)));
  const paths = new Map<string, string>();
  folders.forEach((folder, place) => {
    for (const name of listed[place] ?? []) if (!paths.has(name)) paths.set(name, `${folder}/${name}`);
  });
  return paths;
}

async function listOrAsk(machine: Machine, folder: string, names: readonly string[]): Promise<readonly string[]> {
  const listed = await machine.files.list(folder);
  if (listed.kind === 'value') return names.filter((name) => listed.value.includes(name));
  if (listed.kind === 'absent') return [];
  const found = await Promise.all(names.map((name) => machine.files.status(`${folder}/${name}`)));
  return names.filter((_name, place) => found[place]?.kind === 'value');
}
