import { describeBrowser } from '../../../../core/browsers/browsers.ts';
import { value } from '../../../../core/reading.ts';
import { readInstalled } from '../../browsers/installed.ts';
import { defineProbe } from '../../probe.ts';
import { readPreferredBrowsers } from './default-browser.ts';
import { findInstallations, listPrograms } from './installations.ts';

/** Every browser on this computer that the tool knows, in each package it is installed in, with its profiles. */
export const linuxBrowsers = defineProbe({
  fact: 'browsers',
  on: ['linux'],
  speed: 'fast',
  read: async (machine) => {
    const [preferred, programs] = await Promise.all([readPreferredBrowsers(machine), listPrograms(machine)]);
    return readInstalled(machine, {
      find: (product) => findInstallations(machine, programs, describeBrowser(product)),
      handlers: value(preferred),
    });
  },
});
