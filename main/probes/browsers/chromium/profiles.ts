import type { Browser } from '../../../../core/facts/browser.ts';
import { absent, type Reading, thenReading, value } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { joinPath } from '../../../machine/path.ts';
import { parseJson } from '../../../parse/json.ts';

const LOCAL_STATE_LIMIT = 32 * 1024 * 1024;

type Profiles = Extract<Browser['profiles'], { kind: 'value' }>['value'];

/**
 * The profiles of a browser of the Chromium family, from `Local State`; or, where that tells none, every folder that
 * holds a `Preferences` file.
 *
 * @see https://chromium.googlesource.com/chromium/src/+/lkgr/docs/user_data_dir.md
 */
export async function readChromiumProfiles(machine: Machine, dataFolder: string): Promise<Browser['profiles']> {
  const path = joinPath(machine, dataFolder, 'Local State');
  const content = thenReading(await machine.files.read(path, LOCAL_STATE_LIMIT), (bytes) => parseJson(path, bytes));
  if (content.kind !== 'value') return findProfiles(machine, dataFolder);
  const { localStateSchema } = await import('./local-state.ts');
  const told = thenReading(content, (json): Reading<Profiles> => {
    const state = localStateSchema.safeParse(json);
    if (!state.success) return absent;
    const { info_cache, last_used } = state.data.profile;
    const folders = Object.keys(info_cache).filter(isFolderName);
    const last = last_used !== undefined && folders.includes(last_used) ? last_used : folders[0];
    if (folders.length === 0) return absent;
    return value(
      folders.map((folder) => ({ folder, name: info_cache[folder]?.name || folder, lastUsed: folder === last })),
    );
  });
  return told.kind === 'value' ? told : findProfiles(machine, dataFolder);
}

/** A name that stays inside the browser’s own folder. */
function isFolderName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name);
}

/** A folder that may not be looked into counts: what it holds is then unreadable, not missing. */
async function findProfiles(machine: Machine, dataFolder: string): Promise<Browser['profiles']> {
  const entries = await machine.files.list(dataFolder);
  if (entries.kind !== 'value') return entries;
  const holds = await Promise.all(
    entries.value.map(
      async (name) =>
        (await machine.files.status(joinPath(machine, dataFolder, name, 'Preferences'))).kind !== 'absent',
    ),
  );
  const folders = entries.value.filter((_name, place) => holds[place]);
  // Opera once kept its only profile in the data folder itself.
  if (folders.length === 0 && entries.value.includes('Preferences')) folders.push('.');
  if (folders.length === 0) return absent;
  const last = folders.includes('Default') ? 'Default' : folders[0];
  return value(folders.map((folder) => ({ folder, name: folder, lastUsed: folder === last })));
}
