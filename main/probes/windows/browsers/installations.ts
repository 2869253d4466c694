import type { WindowsBrowser } from '../../../../core/browsers/browser-description.ts';
import { type BrowserId, describeBrowser } from '../../../../core/browsers/browsers.ts';
import { mapReading, type Reading, unreadable, value } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { joinPath } from '../../../machine/path.ts';
import type { Installation } from '../../browsers/installed.ts';
import { productOf } from './products.ts';
import { locateProgram, readProgramVersion } from './program.ts';
import { isNamed, type Registration } from './registrations.ts';
import type { StorePackage } from './store-packages.ts';

export interface WindowsPrograms {
  readonly registrations: readonly Registration[];
  /** By the name of the family. */
  readonly packages: ReadonlyMap<string, StorePackage>;
}

/** Every package of the browser on this computer, what an installer put there before what the Store did. */
export async function findInstallations(
  machine: Machine,
  { registrations, packages }: WindowsPrograms,
  product: BrowserId,
): Promise<readonly Installation[]> {
  const { windows } = describeBrowser(product);
  if (windows === undefined) return [];
  const own = registrations.filter((registration) => productOf(registration) === product);
  const native = await findNative(machine, own, product, windows);
  const store = findStore(machine, packages, windows);
  return [native, store].filter((installation) => installation !== null);
}

/** Firefox’s installer and its `profiles.ini` tell installations apart by the same hash of the folder. */
const FIREFOX_CLIENT = /^Firefox-([0-9A-F]{16})$/i;

/** It may be there for all users and for this one, or twice: all of them share one folder of profiles, so one counts. */
async function findNative(
  machine: Machine,
  registrations: readonly Registration[],
  product: BrowserId,
  windows: WindowsBrowser,
): Promise<Installation | null> {
  for (const { program: registered, client } of registrations) {
    const program = await locateProgram(machine, registered, windows);
    if (program === null) continue;
    const installHash = FIREFOX_CLIENT.exec(client ?? '')?.[1];
    const progIds = registrations.flatMap(({ progId }) => progId?.toLowerCase() ?? []);
    return {
      packaging: 'native',
      program,
      version: await readProgramVersion(machine, program, describeBrowser(product)),
      ...dataIn(machine, windows.data),
      ...(installHash === undefined ? {} : { installHash }),
      answersTo: (handler) =>
        progIds.length === 0 ? isNamed(handler, windows.progId) : progIds.includes(handler.toLowerCase()),
    };
  }
  return null;
}

function findStore(
  machine: Machine,
  packages: WindowsPrograms['packages'],
  { store }: WindowsBrowser,
): Installation | null {
  const installed = store === undefined ? undefined : packages.get(store.family);
  if (store === undefined || installed === undefined) return null;
  return {
    packaging: 'store',
    program: machine.files.abbreviate(joinPath(machine, installed.folder, store.program)),
    version: value(installed.version),
    ...dataIn(machine, { base: 'local', path: `Packages\\${store.family}\\${store.data}` }),
    answersTo: (handler) => handler.toLowerCase() === store.family.toLowerCase(),
  };
}

const BASES = { local: 'LOCALAPPDATA', roaming: 'APPDATA' } as const;

/** Where the folder of application data was moved to is known from the variable alone; without it, nobody knows. */
function dataIn(
  machine: Machine,
  { base, path }: WindowsBrowser['data'],
): Pick<Installation, 'dataFolder' | 'usualDataFolder'> {
  const folder = machine.env.get(BASES[base]);
  const dataFolder: Reading<string> =
    folder.kind === 'absent'
      ? unreadable(`${BASES[base]}: it is not set, so that nobody knows where the profiles are`)
      : mapReading(folder, (found) => machine.files.abbreviate(joinPath(machine, found, path)));
  return { dataFolder, usualDataFolder: `%${BASES[base]}%\\${path}` };
}
