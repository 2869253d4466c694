import { describeBrowser, isBrowserId } from '../../../core/browsers/browsers.ts';
import type { BrowserPolicy } from '../../../core/facts/browser-permissions.ts';
import { unreadable, value } from '../../../core/reading.ts';
import { defineProbe } from '../probe.ts';
import { ENGINES } from './engines.ts';

/** What administrators have laid down for every installed browser about capture. */
export const browserPolicies = defineProbe({
  fact: 'browserPolicies',
  on: ['linux', 'darwin', 'win32'],
  speed: 'fast',
  after: ['browsers'],
  read: async (machine, { site, now, known: { browsers } }) => {
    if (browsers?.kind !== 'value') return browsers ?? unreadable('the browsers were not read');
    const policies = await Promise.all(
      browsers.value.map(async (browser): Promise<BrowserPolicy | null> => {
        if (!isBrowserId(browser.product)) return null;
        const description = describeBrowser(browser.product);
        return ENGINES[browser.engine].readPolicy(machine, browser, description, { site, now });
      }),
    );
    return value(policies.filter((policy) => policy !== null));
  },
});
