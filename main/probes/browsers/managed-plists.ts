import { mapReading, type Reading, valueOr } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { parsePlist } from '../../parse/plist.ts';

const FOLDER = '/Library/Managed Preferences';
const LIMIT = 4 * 1024 * 1024;

/** The managed preferences of one application, not yet looked into. */
export interface ManagedPreferences {
  readonly file: string;
  readonly content: unknown;
}

/**
 * macOS: what configuration profiles lay down for an application: for this user, and below it for everyone. Only what
 * lies here is forced; what a person writes with `defaults` is not. Empty on other systems.
 *
 * @see https://developer.apple.com/documentation/foundation/userdefaults/objectisforced(forkey:)
 */
export async function readManagedPlists(
  machine: Machine,
  bundleId: string | undefined,
): Promise<readonly Reading<ManagedPreferences>[]> {
  if (machine.platform !== 'darwin' || bundleId === undefined) return [];
  const user = valueOr(
    mapReading(machine.user, ({ name }) => name),
    null,
  );
  const folders = user === null || /[/\0]/.test(user) ? [FOLDER] : [`${FOLDER}/${user}`, FOLDER];
  return Promise.all(folders.map((folder) => readPlist(machine, `${folder}/${bundleId}.plist`)));
}

/** macOS: what an administrator has written for everyone without a profile, which Firefox heeds and Chromium does not. */
export async function readComputerPlist(
  machine: Machine,
  bundleId: string | undefined,
): Promise<readonly Reading<ManagedPreferences>[]> {
  if (machine.platform !== 'darwin' || bundleId === undefined) return [];
  return [await readPlist(machine, `/Library/Preferences/${bundleId}.plist`)];
}

async function readPlist(machine: Machine, file: string): Promise<Reading<ManagedPreferences>> {
  const bytes = await machine.files.read(file, LIMIT);
  const content = bytes.kind === 'value' ? await parsePlist(file, bytes.value) : bytes;
  return mapReading(content, (parsed) => ({ file, content: parsed }));
}
