import { BROWSERS, isBrowserId } from '../../../core/browsers/browsers.ts';
import type { BrowserPermission } from '../../../core/facts/browser.ts';
import { unreadable, value } from '../../../core/reading.ts';
import { defineProbe } from '../probe.ts';
import { ENGINES } from './engines.ts';

/** What every profile of every installed browser has stored about the site. */
export const browserPermissions = defineProbe({
  fact: 'browserPermissions',
  on: ['linux'],
  speed: 'fast',
  after: ['browsers'],
  read: async (machine, { site, now, known: { browsers } }) => {
    if (browsers?.kind !== 'value') return browsers ?? unreadable('the browsers were not read');
    const stores = browsers.value.flatMap(({ id, product, dataFolder, profiles }) => {
      if (profiles.kind !== 'value' || !isBrowserId(product)) return [];
      const { readPermissions } = ENGINES[BROWSERS[product].engine];
      return profiles.value.map(async ({ folder }): Promise<BrowserPermission> => {
        const store = await readPermissions(machine, `${dataFolder}/${folder}`, { site, now });
        return { browserId: id, profile: folder, store };
      });
    });
    return value(await Promise.all(stores));
  },
});
