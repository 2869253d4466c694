import { valueOr } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { desktopNames, xdgFolders } from '../../../machine/xdg.ts';
import { iniSection } from '../../../parse/ini.ts';
import { readText } from '../../read-text.ts';

const LIMIT = 1024 * 1024;

/**
 * Names of the desktop files that open web addresses here, the preferred one first and without `.desktop`. One that is
 * no longer installed is passed over by the desktop, so all are told.
 *
 * @see https://specifications.freedesktop.org/mime-apps-spec/latest/
 */
export async function readPreferredBrowsers(machine: Machine): Promise<readonly string[]> {
  const { configs, data } = xdgFolders(machine);
  const names = [...desktopNames(machine).map((desktop) => `${desktop.toLowerCase()}-mimeapps.list`), 'mimeapps.list'];
  const folders = [...configs, ...data.map((folder) => `${folder}/applications`)];
  const lists = await Promise.all(
    folders.flatMap((folder) => names.map((name) => readText(machine, `${folder}/${name}`, LIMIT))),
  );
  return lists.flatMap((list) => parseDefaults(valueOr(list, '')));
}

function parseDefaults(list: string): readonly string[] {
  const entries = iniSection(list, 'Default Applications').get('x-scheme-handler/https') ?? '';
  return entries
    .split(';')
    .map((entry) => entry.trim().replace(/\.desktop$/, ''))
    .filter(Boolean);
}
