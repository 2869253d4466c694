import { BROWSER_IDS, type BrowserId, describeBrowser } from '../../../core/browsers/browsers.ts';
import type { Browser } from '../../../core/facts/browser.ts';
import { type Reading, value } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { ENGINES } from './engines.ts';

/** One package of a browser that is installed. */
export interface Installation extends Pick<Browser, 'packaging' | 'program' | 'version'> {
  /** Where it keeps its profiles; or why nobody knows, and where it usually is. */
  readonly dataFolder: Reading<string>;
  readonly usualDataFolder?: string;
  /** By which a folder of profiles that several installations share tells them apart. */
  readonly installHash?: string;
  /** Whether this is the package that the system means by a name for what opens web addresses. */
  readonly answersTo: (handler: string) => boolean;
}

interface Discovery {
  /** Every package of one browser, the one that is to have its plain id first. */
  readonly find: (product: BrowserId) => Promise<readonly Installation[]>;
  /**
   * What the system opens web addresses with, by its own name for it, the preferred one first. One that is not
   * installed any more is passed over.
   */
  readonly handlers: Reading<readonly string[]>;
}

/** The browsers the tool knows among what a system has installed, each package by itself, with its profiles. */
export async function readInstalled(machine: Machine, { find, handlers }: Discovery): Promise<Reading<Browser[]>> {
  const installed = (await Promise.all(BROWSER_IDS.map((id) => readBrowser(machine, id, find)))).flat();
  const preferred = preferredAmong(machine, installed, handlers);
  return value(installed.map(({ browser }) => ({ ...browser, isDefault: browser === preferred })));
}

interface Installed {
  readonly browser: Omit<Browser, 'isDefault'>;
  readonly installation: Installation;
}

/** The first package keeps the browser’s plain id; a further one says in its own which it is. */
async function readBrowser(
  machine: Machine,
  product: BrowserId,
  find: Discovery['find'],
): Promise<readonly Installed[]> {
  const { name, engine } = describeBrowser(product);
  const installations = await find(product);
  return Promise.all(
    installations.map(async (installation, place) => {
      const { packaging, program, version, dataFolder: located, usualDataFolder = '' } = installation;
      const id = place === 0 ? product : `${product}@${packaging}`;
      const known = located.kind === 'value';
      const profiles = known ? await ENGINES[engine].readProfiles(machine, located.value, installation) : located;
      const dataFolder = known ? located.value : usualDataFolder;
      return {
        browser: { id, product, name, engine, packaging, program, version, dataFolder, profiles },
        installation,
      };
    }),
  );
}

/** Where the system’s own files do not tell, the system itself may; and if not, nobody is marked. */
function preferredAmong(
  machine: Machine,
  installed: readonly Installed[],
  handlers: Reading<readonly string[]>,
): Installed['browser'] | undefined {
  if (handlers.kind !== 'value') {
    const named = machine.native.defaultBrowser();
    return installed.find(({ browser }) => named.kind === 'value' && browser.id === named.value)?.browser;
  }
  for (const handler of handlers.value) {
    const owner = installed.find(({ installation }) => installation.answersTo(handler));
    if (owner !== undefined) return owner.browser;
  }
  return undefined;
}
