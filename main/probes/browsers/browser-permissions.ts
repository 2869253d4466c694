import { isBrowserId } from '../../../core/browsers/browsers.ts';
import type { BrowserPermission } from '../../../core/facts/browser-permissions.ts';
import { unreadable, value } from '../../../core/reading.ts';
import { defineProbe } from '../probe.ts';
import { ENGINES } from './engines.ts';

/** What every profile of every installed browser has stored about the site. */
export const browserPermissions = defineProbe({
  fact: 'browserPermissions',
  on: ['linux', 'darwin', 'win32'],
  speed: 'fast',
  after: ['browsers'],
  read: async (machine, { site, now, known: { browsers } }) => {
    if (browsers?.kind !== 'value') return browsers ?? unreadable('the browsers were not read');
    const stored = browsers.value.flatMap((browser): Promise<BrowserPermission>[] => {
      const { product, engine, profiles } = browser;
      if (profiles.kind !== 'value' || !isBrowserId(product)) return [];
      const { readPermission } = ENGINES[engine];
      return profiles.value.map(({ folder }) => readPermission(machine, browser, folder, { site, now }));
    });
    return value(await Promise.all(stored));
  },
});
