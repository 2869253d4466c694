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
    const stored: BrowserPermission[] = [];
    for (const browser of browsers.value) {
      const { product, engine, profiles } = browser;
      if (profiles.kind !== 'value' || !isBrowserId(product)) continue;
      const { readPermission } = ENGINES[engine];
      // One after another: a large profile takes many times its size while it is parsed, and there may be fifty.
      for (const { folder } of profiles.value)
        stored.push(await readPermission(machine, browser, folder, { site, now }));
    }
    return value(stored);
  },
});
