import { BROWSERS } from '../../../core/browsers/browsers.ts';
import { unreadable, value } from '../../../core/reading.ts';
import { defineProbe } from '../probe.ts';
import { readChromiumPermissions } from './chromium-permissions.ts';

/** What every profile of every installed browser has stored about the site. */
export const browserPermissions = defineProbe({
  fact: 'browserPermissions',
  on: ['linux'],
  speed: 'fast',
  after: ['browsers'],
  read: async (machine, { site, known: { browsers } }) => {
    if (browsers?.kind !== 'value') return browsers ?? unreadable('the browsers were not read');
    const profiles = browsers.value
      .filter(({ browser }) => BROWSERS[browser].engine === 'chromium')
      .flatMap(({ id, dataFolder, profiles }) =>
        profiles.kind === 'value' ? profiles.value.map(({ folder }) => ({ id, dataFolder, folder })) : [],
      );
    return value(
      await Promise.all(
        profiles.map(async ({ id, dataFolder, folder }) => ({
          browser: id,
          profile: folder,
          store: await readChromiumPermissions(machine, `${dataFolder}/${folder}`, site),
        })),
      ),
    );
  },
});
