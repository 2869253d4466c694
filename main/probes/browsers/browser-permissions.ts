import { BROWSERS, isBrowserId } from '../../../core/browsers/browsers.ts';
import type { BrowserPermission } from '../../../core/facts/browser.ts';
import { absent, unreadable, value } from '../../../core/reading.ts';
import { findCapturePolicies } from '../linux/browsers/policies.ts';
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
    const policies = new Map(
      await Promise.all(
        [...new Set(browsers.value.map(({ product }) => product))]
          .filter(isBrowserId)
          .map(async (product) => [product, await findCapturePolicies(machine, product)] as const),
      ),
    );
    const stores = browsers.value.flatMap(({ id, product, dataFolder, profiles }) => {
      if (profiles.kind !== 'value' || !isBrowserId(product)) return [];
      const { readPermissions } = ENGINES[BROWSERS[product].engine];
      return profiles.value.map(async ({ folder }): Promise<BrowserPermission> => {
        const store = await readPermissions(machine, `${dataFolder}/${folder}`, { site, now });
        return { browserId: id, profile: folder, policies: policies.get(product) ?? absent, store };
      });
    });
    return value(await Promise.all(stores));
  },
});
