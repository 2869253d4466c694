import { mapReading, type Reading, thenReading, valueOr } from '../../../core/reading.ts';
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
  return Promise.all(
    folders.map(async (folder) => {
      const file = `${folder}/${bundleId}.plist`;
      const bytes = await machine.files.read(file, LIMIT);
      const content = bytes.kind === 'value' ? await parsePlist(file, bytes.value) : bytes;
      return thenReading(content, (parsed) => ({ kind: 'value', value: { file, content: parsed } }));
    }),
  );
}
