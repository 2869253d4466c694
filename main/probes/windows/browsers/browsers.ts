import { BROWSER_IDS, describeBrowser } from '../../../../core/browsers/browsers.ts';
import { readInstalled } from '../../browsers/installed.ts';
import { defineProbe } from '../../probe.ts';
import { readDefaultBrowser } from './default-browser.ts';
import { findInstallations } from './installations.ts';
import { listRegistrations } from './registrations.ts';
import { listStorePackages } from './store-packages.ts';

/**
 * Every browser of this computer that the tool knows, by an installer and from the Store. Where a part of the registry
 * cannot be read the whole list cannot: a browser that is missing from it would pass for one that is not installed.
 */
export const windowsBrowsers = defineProbe({
  fact: 'browsers',
  on: ['win32'],
  speed: 'fast',
  read: async (machine) => {
    const registrations = listRegistrations(machine);
    if (registrations.kind !== 'value') return registrations;
    const families = BROWSER_IDS.flatMap((id) => describeBrowser(id).windows?.store?.family ?? []);
    const packages = listStorePackages(machine, families);
    if (packages.kind !== 'value') return packages;
    const programs = { registrations: registrations.value, packages: packages.value };
    return readInstalled(machine, {
      find: (product) => findInstallations(machine, programs, product),
      handlers: readDefaultBrowser(machine),
    });
  },
});
