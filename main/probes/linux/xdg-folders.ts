import { valueOr } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';

/** Where the freedesktop standard puts things, each list in the order in which it is searched. */
export interface XdgFolders {
  readonly config: string;
  readonly configs: readonly string[];
  readonly data: readonly string[];
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
  const data = [ownData, ...absolute(get('XDG_DATA_DIRS', '/usr/local/share:/usr/share')), ...exported];
  return {
    config,
    configs: [config, ...absolute(get('XDG_CONFIG_DIRS', '/etc/xdg'))],
    data: [...new Set(data)],
    path: absolute(get('PATH', USUAL_PATH)),
  };
}
