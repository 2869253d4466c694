import type { Browser } from '../../../../core/facts/browser.ts';
import type { FirefoxPermission } from '../../../../core/facts/firefox.ts';
import type { Machine } from '../../../machine/machine.ts';
import type { ProbeContext } from '../../probe.ts';
import { locateProfile } from './profiles.ts';

/** What one profile of Firefox has stored about the site, and for all sites. */
export async function readFirefoxPermission(
  machine: Machine,
  { id, dataFolder }: Browser,
  profile: string,
  about: Pick<ProbeContext, 'site' | 'now'>,
): Promise<FirefoxPermission> {
  const common = { engine: 'gecko', browserId: id, profile } as const;
  const folder = locateProfile(dataFolder, profile);
  if (folder.kind !== 'value') return { ...common, sites: folder, preferences: folder };
  const [{ readSites }, { readPreferences }] = await Promise.all([import('./sites.ts'), import('./preferences.ts')]);
  const [sites, preferences] = await Promise.all([
    readSites(machine, folder.value, about),
    readPreferences(machine, folder.value),
  ]);
  return { ...common, sites, preferences };
}
