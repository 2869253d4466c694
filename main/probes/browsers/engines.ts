import type { BrowserDescription, Engine } from '../../../core/browsers/browser-description.ts';
import type { Browser } from '../../../core/facts/browser.ts';
import type { BrowserPermission, BrowserPolicy } from '../../../core/facts/browser-permissions.ts';
import type { Machine } from '../../machine/machine.ts';
import type { ProbeContext } from '../probe.ts';
import { readChromiumPermission } from './chromium/permission.ts';
import { readChromiumPolicy } from './chromium/policy.ts';
import { readChromiumProfiles } from './chromium/profiles.ts';
import { readFirefoxPermission } from './firefox/permission.ts';
import { readFirefoxPolicy } from './firefox/policy.ts';
import { readFirefoxProfiles } from './firefox/profiles.ts';
import { readSafariPermission } from './safari/permission.ts';
import { readSafariProfiles } from './safari/profiles.ts';

/** What is asked about: the site, and when. */
export type AboutSite = Pick<ProbeContext, 'site' | 'now'>;

/** How the browsers of one family keep what matters here. */
interface EngineReaders {
  readonly readProfiles: (
    machine: Machine,
    dataFolder: string,
    installation: { readonly installHash?: string },
  ) => Promise<Browser['profiles']>;
  readonly readPermission: (
    machine: Machine,
    browser: Browser,
    profile: string,
    about: AboutSite,
  ) => Promise<BrowserPermission>;
  /** Null where the family has no policies of its own. */
  readonly readPolicy: (
    machine: Machine,
    browser: Browser,
    description: BrowserDescription,
    about: AboutSite,
  ) => Promise<BrowserPolicy | null>;
}

export const ENGINES: Readonly<Record<Engine, EngineReaders>> = {
  chromium: {
    readProfiles: readChromiumProfiles,
    readPermission: readChromiumPermission,
    readPolicy: readChromiumPolicy,
  },
  gecko: {
    readProfiles: readFirefoxProfiles,
    readPermission: readFirefoxPermission,
    readPolicy: readFirefoxPolicy,
  },
  webkit: {
    readProfiles: readSafariProfiles,
    readPermission: readSafariPermission,
    readPolicy: async () => null,
  },
};
