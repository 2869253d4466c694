import { readInstalled } from '../../browsers/installed.ts';
import { defineProbe } from '../../probe.ts';
import { findApplications } from './applications.ts';
import { readDefaultBrowser } from './default-browser.ts';

/** Every browser on this Mac that the tool knows, with its profiles. */
export const macBrowsers = defineProbe({
  fact: 'browsers',
  on: ['darwin'],
  speed: 'fast',
  read: async (machine) =>
    readInstalled(machine, {
      find: (product) => findApplications(machine, product),
      handlers: await readDefaultBrowser(machine),
    }),
});
