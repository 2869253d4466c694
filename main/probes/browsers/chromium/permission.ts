import type { Browser } from '../../../../core/facts/browser.ts';
import type { BrowserPermission } from '../../../../core/facts/browser-permissions.ts';
import type { PermissionStore } from '../../../../core/facts/chromium.ts';
import { mapReading, type Reading, thenReading, unreadable } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { joinPath } from '../../../machine/path.ts';
import { parseJson } from '../../../parse/json.ts';
import type { AboutSite } from '../engines.ts';
import { readSecurePreferences } from './secure-preferences.ts';

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
  about: AboutSite,
): Promise<BrowserPermission> {
  const store = await readStore(machine, dataFolder, profile, about);
  return { engine: 'chromium', browserId: id, profile, store };
}

async function readStore(
  machine: Machine,
  dataFolder: string,
  profile: string,
  about: AboutSite,
): Promise<Reading<PermissionStore>> {
  const file = joinPath(machine, dataFolder, profile, 'Preferences');
  const secureFile = joinPath(machine, dataFolder, profile, 'Secure Preferences');
  const status = await machine.files.status(file);
  if (status.kind !== 'value') return status;
  for (const each of [file, secureFile]) {
    const why = await whyOutside(machine, dataFolder, each);
    if (why !== null) return unreadable(why);
  }
  const bytes = await machine.files.read(file, PREFERENCES_LIMIT);
  const content = thenReading(bytes, (read) => parseJson(file, read));
  if (content.kind !== 'value') return content;
  const secure = await readSecurePreferences(machine, secureFile, PREFERENCES_LIMIT);
  const { parsePreferences } = await import('./preferences.ts');
  const writtenAt = status.value.modifiedAt.toISOString();
  return mapReading(parsePreferences(file, content.value, secure, about), (stored) => ({ file, writtenAt, ...stored }));
}

/** A link may lead to any file of this user’s; one that leaves the browser’s own folder is not followed. */
async function whyOutside(machine: Machine, folder: string, file: string): Promise<string | null> {
  const [within, real] = await Promise.all([machine.files.realPath(folder), machine.files.realPath(file)]);
  if (within.kind !== 'value' || real.kind !== 'value') return null;
  const inside = real.value.startsWith(within.value) && /^[\\/]/.test(real.value.slice(within.value.length));
  return inside ? null : `${file}: it leads out of the browser’s folder`;
}
