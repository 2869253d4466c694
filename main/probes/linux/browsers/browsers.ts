import { BROWSER_IDS, type BrowserId, describeBrowser } from '../../../../core/browsers/browsers.ts';
import type { Browser } from '../../../../core/facts/browser.ts';
import { value } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { ENGINES } from '../../browsers/engines.ts';
import { defineProbe } from '../../probe.ts';
import { readPreferredBrowsers } from './default-browser.ts';
import { findInstallations, type Installation, type LinuxPrograms, listPrograms } from './installations.ts';

/** Every browser on this computer that the tool knows, in each package it is installed in, with its profiles. */
export const linuxBrowsers = defineProbe({
  fact: 'browsers',
  on: ['linux'],
  speed: 'fast',
  read: async (machine) => {
    const [preferred, programs] = await Promise.all([readPreferredBrowsers(machine), listPrograms(machine)]);
    const installed = (await Promise.all(BROWSER_IDS.map((id) => readBrowser(machine, programs, id)))).flat();
    const preferredOne = defaultAmong(installed, preferred);
    return value(installed.map(({ browser }) => ({ ...browser, isDefault: browser === preferredOne })));
  },
});

interface Installed {
  readonly browser: Omit<Browser, 'isDefault'>;
  readonly installation: Installation;
}

/** The first package keeps the browser’s plain id; a further one says in its own which it is. */
async function readBrowser(
  machine: Machine,
  programs: LinuxPrograms,
  product: BrowserId,
): Promise<readonly Installed[]> {
  const { name, engine, linux } = describeBrowser(product);
  if (linux === undefined) return [];
  const installations = await findInstallations(machine, programs, linux);
  return Promise.all(
    installations.map(async (installation, place) => {
      const { packaging, program, version, dataFolder } = installation;
      const id = place === 0 ? product : `${product}@${packaging}`;
      const profiles = await ENGINES[engine].readProfiles(machine, dataFolder);
      return {
        browser: { id, product, name, engine, packaging, program, version, dataFolder, profiles },
        installation,
      };
    }),
  );
}

function defaultAmong(installed: readonly Installed[], preferred: readonly string[]): Installed['browser'] | null {
  for (const name of preferred) {
    const owner = installed.find(({ installation }) => installation.ownsDesktopFile(name));
    if (owner !== undefined) return owner.browser;
  }
  return null;
}
