import { mapReading, type Reading, thenReading } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { checked } from '../../../parse/checked.ts';
import { parseJson } from '../../../parse/json.ts';
import type { Extensions } from './preferences-schema.ts';

/** What `Secure Preferences` says of extensions; `absent` where the profile has no such file. */
export type SecurePreferences = Reading<{ readonly file: string; readonly extensions: Extensions }>;

/** The part of a profile’s preferences that the browser guards against other programs, which may read it all the same. */
export async function readSecurePreferences(machine: Machine, file: string, limit: number): Promise<SecurePreferences> {
  const content = thenReading(await machine.files.read(file, limit), (bytes) => parseJson(file, bytes));
  if (content.kind !== 'value') return content;
  const { extensionsSchema } = await import('./preferences-schema.ts');
  return mapReading(checked(file, extensionsSchema, content.value), ({ extensions }) => ({ file, extensions }));
}
