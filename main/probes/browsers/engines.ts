import type { Engine } from '../../../core/browsers/browsers.ts';
import type { Browser, PermissionStore } from '../../../core/facts/browser.ts';
import { type Reading, unreadable } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import type { ProbeContext } from '../probe.ts';
import { readChromiumPermissions } from './chromium/permissions.ts';
import { readChromiumProfiles } from './chromium/profiles.ts';

/** How the browsers of one family keep what matters here. */
interface EngineReaders {
  readonly readProfiles: (machine: Machine, dataFolder: string) => Promise<Browser['profiles']>;
  readonly readPermissions: (
    machine: Machine,
    profileFolder: string,
    about: Pick<ProbeContext, 'site' | 'now'>,
  ) => Promise<Reading<PermissionStore>>;
}

const NOT_YET = 'this version does not read the profiles of Firefox';

export const ENGINES: Readonly<Record<Engine, EngineReaders>> = {
  chromium: { readProfiles: readChromiumProfiles, readPermissions: readChromiumPermissions },
  gecko: { readProfiles: async () => unreadable(NOT_YET), readPermissions: async () => unreadable(NOT_YET) },
};
