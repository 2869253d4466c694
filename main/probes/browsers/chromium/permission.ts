import type { Browser } from '../../../../core/facts/browser.ts';
import type { BrowserPermission } from '../../../../core/facts/browser-permissions.ts';
import type { PermissionStore } from '../../../../core/facts/chromium.ts';
import { mapReading, type Reading, thenReading } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { joinPath } from '../../../machine/path.ts';
import { parseJson } from '../../../parse/json.ts';
import type { ProbeContext } from '../../probe.ts';

/** A profile’s file is some hundred kilobytes; one of this size is not a profile’s any more. */
const PREFERENCES_LIMIT = 64 * 1024 * 1024;

/**
 * What one Chromium profile has stored about a site: its `Preferences` file, which the browser replaces as a whole, so
 * that half a file is never seen, and writes up to ten seconds after a change.
 *
 * @see https://chromium.googlesource.com/chromium/src/+/main/components/content_settings/core/browser/content_settings_pref.cc
 */
export async function readChromiumPermission(
  machine: Machine,
  { id, dataFolder }: Browser,
  profile: string,
  about: Pick<ProbeContext, 'site' | 'now'>,
): Promise<BrowserPermission> {
  const store = await readStore(machine, joinPath(machine, dataFolder, profile), about);
  return { engine: 'chromium', browserId: id, profile, store };
}

async function readStore(
  machine: Machine,
  profileFolder: string,
  about: Pick<ProbeContext, 'site' | 'now'>,
): Promise<Reading<PermissionStore>> {
  const file = joinPath(machine, profileFolder, 'Preferences');
  const status = await machine.files.status(file);
  if (status.kind !== 'value') return status;
  const bytes = await machine.files.read(file, PREFERENCES_LIMIT);
  const content = thenReading(bytes, (read) => parseJson(file, read));
  if (content.kind !== 'value') return content;
  const { parsePreferences } = await import('./preferences.ts');
  const writtenAt = status.value.modifiedAt.toISOString();
  return mapReading(parsePreferences(file, content.value, about), (stored) => ({ file, writtenAt, ...stored }));
}
