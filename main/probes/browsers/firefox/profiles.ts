import type { Browser } from '../../../../core/facts/browser.ts';
import { absent, mapReading, type Reading, unreadable, value } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { iniSections } from '../../../parse/ini.ts';
import { readText } from '../../read-text.ts';

const LIMIT = 1024 * 1024;

type Profiles = Extract<Browser['profiles'], { kind: 'value' }>['value'];
type Sections = ReturnType<typeof iniSections>;

/**
 * The profiles of a browser of the Firefox family, from `profiles.ini`. An `Install` section names the profile that an
 * installation uses (`installs.ini` repeats it); `Default=1` only marks the one that versions before 67 used. Where
 * several installations share the folder and it is not known which is meant, the profile that was written to last stands
 * for the browser.
 *
 * A profile inside the folder is known by its path from there, one elsewhere (`IsRelative=0`) by its whole path.
 *
 * @see https://support.mozilla.org/kb/understanding-depth-profile-installation
 */
export async function readFirefoxProfiles(
  machine: Machine,
  dataFolder: string,
  { installHash }: { readonly installHash?: string } = {},
): Promise<Browser['profiles']> {
  const sections = await readSections(machine, `${dataFolder}/profiles.ini`);
  if (sections.kind !== 'value') return sections;
  const listed = listProfiles(machine, sections.value);
  if (listed.length === 0) return absent;
  const installs = await readSections(machine, `${dataFolder}/installs.ini`);
  const used = usedProfiles(machine, ofInstallation(sections.value, installHash), installs, listed);
  const last = await lastWritten(machine, dataFolder, used);
  return value(listed.map(({ folder, name }): Profiles[number] => ({ folder, name, lastUsed: folder === last })));
}

async function readSections(machine: Machine, path: string): Promise<Reading<Sections>> {
  return mapReading(await readText(machine, path, LIMIT), iniSections);
}

interface Listed {
  readonly folder: string;
  readonly name: string;
  readonly isOldDefault: boolean;
}

/** As Firefox does, a section without a path, or that does not say what the path counts from, is passed over. */
function listProfiles(machine: Machine, sections: Sections): readonly Listed[] {
  const listed = new Map<string, Listed>();
  for (const [section, entries] of sections) {
    const path = entries.get('Path');
    const isRelative = entries.get('IsRelative');
    if (!/^Profile\d+$/.test(section) || !path || isRelative === undefined) continue;
    // A relative path that looks like a whole one would otherwise be taken for one.
    const folder = isRelative === '0' ? machine.files.abbreviate(path) : path.replace(/^(?=~?\/|[A-Za-z]:)/, './');
    const name = entries.get('Name') || folder;
    if (!listed.has(folder)) listed.set(folder, { folder, name, isOldDefault: entries.get('Default') === '1' });
  }
  return [...listed.values()];
}

/** Without the other installations’ sections, where the one that is meant has one of its own. */
function ofInstallation(sections: Sections, installHash: string | undefined): Sections {
  const own = `install${installHash}`.toLowerCase();
  const isInstall = (name: string): boolean => /^Install[0-9A-F]+$/i.test(name);
  if (![...sections.keys()].some((name) => name.toLowerCase() === own)) return sections;
  return new Map([...sections].filter(([name]) => !isInstall(name) || name.toLowerCase() === own));
}

/** What the installations use; or, where none says, what the oldest versions would. */
function usedProfiles(
  machine: Machine,
  sections: Sections,
  installs: Reading<Sections>,
  listed: readonly Listed[],
): readonly string[] {
  const told = [...sections].filter(([section]) => /^Install[0-9A-F]+$/i.test(section));
  const repeated = installs.kind === 'value' ? [...installs.value] : [];
  for (const source of [told, repeated]) {
    const named = source.flatMap(([, entries]) => entries.get('Default') ?? []);
    const known = named.flatMap((path) => {
      const whole = machine.files.abbreviate(path);
      return listed.filter(({ folder }) => folder === path || folder === whole).map(({ folder }) => folder);
    });
    if (known.length > 0) return [...new Set(known)];
  }
  const oldDefault = listed.find(({ isOldDefault }) => isOldDefault) ?? listed[0];
  return oldDefault === undefined ? [] : [oldDefault.folder];
}

async function lastWritten(machine: Machine, dataFolder: string, used: readonly string[]): Promise<string | undefined> {
  if (used.length < 2) return used[0];
  const times = await Promise.all(
    used.map(async (profile) => {
      const folder = locateProfile(dataFolder, profile);
      const status = folder.kind === 'value' ? await machine.files.status(`${folder.value}/prefs.js`) : folder;
      return { profile, time: status.kind === 'value' ? status.value.modifiedAt.getTime() : 0 };
    }),
  );
  return times.toSorted((a, b) => b.time - a.time)[0]?.profile;
}

/** Where a profile lies. A path that only climbs out of the browser’s folder is no profile’s, and not followed. */
export function locateProfile(dataFolder: string, profile: string): Reading<string> {
  if (profile.includes('\0')) return unreadable('profiles.ini: the path of a profile is not one');
  if (/^(?:~?\/|[A-Za-z]:[/\\]|\\\\)/.test(profile)) return value(profile);
  if (profile.split(/[/\\]/).includes('..')) {
    return unreadable(`${dataFolder}/profiles.ini: the path of a profile leads out of the browser’s folder`);
  }
  return value(`${dataFolder}/${profile}`);
}
