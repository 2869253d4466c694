import { BROWSERS, type BrowserId, type Engine, isBrowserId } from '../../../core/browsers/browsers.ts';
import type { Browser } from '../../../core/facts/browser.ts';
import { unreadable, value } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { defineProbe } from '../probe.ts';
import { readChromiumProfiles } from './chromium-profiles.ts';
import { readPreferredBrowsers } from './linux-default-browser.ts';
import { findInstallations, type Installation, type LinuxPrograms, listPrograms } from './linux-installations.ts';
import { LINUX_PACKAGES } from './linux-packages.ts';

/** Every browser on this computer that the tool knows, in each package it is installed in, with its profiles. */
export const linuxBrowsers = defineProbe({
  fact: 'browsers',
  on: ['linux'],
  speed: 'fast',
  read: async (machine) => {
    const [preferred, programs] = await Promise.all([readPreferredBrowsers(machine), listPrograms(machine)]);
    const ids = Object.keys(LINUX_PACKAGES).filter(isBrowserId);
    const installed = (await Promise.all(ids.map((id) => readBrowser(machine, programs, id)))).flat();
    const isDefault = defaultAmong(installed, preferred);
    return value(installed.map(({ browser }) => ({ ...browser, isDefault: browser === isDefault })));
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
  browser: BrowserId,
): Promise<readonly Installed[]> {
  const installations = await findInstallations(machine, programs, LINUX_PACKAGES[browser]);
  const { name, engine } = BROWSERS[browser];
  return Promise.all(
    installations.map(async (installation, place) => {
      const { packaging, program, version, dataFolder } = installation;
      const id = place === 0 ? browser : `${browser}@${packaging}`;
      const profiles = await PROFILE_READERS[engine](machine, dataFolder);
      return { browser: { id, browser, name, packaging, program, version, dataFolder, profiles }, installation };
    }),
  );
}

const PROFILE_READERS: Readonly<
  Record<Engine, (machine: Machine, dataFolder: string) => Promise<Browser['profiles']>>
> = {
  chromium: readChromiumProfiles,
  gecko: async () => unreadable('this version does not read the permissions of Firefox'),
};

function defaultAmong(installed: readonly Installed[], preferred: readonly string[]): Installed['browser'] | null {
  for (const name of preferred) {
    const owner = installed.find(({ installation }) => installation.ownsDesktopFile(name));
    if (owner !== undefined) return owner.browser;
  }
  return null;
}
