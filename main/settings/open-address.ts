import type { Platform } from '../../core/platform.ts';
import type { Machine } from '../machine/machine.ts';
import { joinPath } from '../machine/path.ts';
import { findByName, xdgFolders } from '../machine/xdg.ts';
import type { Launch } from './launch.ts';

type Opener = (machine: Machine, address: string, launch: Launch) => Promise<boolean>;

/**
 * Each system’s own program, by its whole path, that finds out what opens an address.
 *
 * @see https://www.freedesktop.org/wiki/Software/xdg-utils/
 */
const OPENERS: Readonly<Record<Platform, Opener>> = {
  darwin: (_machine, address, launch) => launch('/usr/bin/open', [address]),
  win32: async (machine, address, launch) => {
    const root = machine.env.get('SystemRoot');
    if (root.kind !== 'value') return false;
    return launch(joinPath(machine, root.value, 'System32\\rundll32.exe'), ['url.dll,FileProtocolHandler', address]);
  },
  linux: async (machine, address, launch) => {
    const opener = (await findByName(machine, xdgFolders(machine).path, ['xdg-open'])).get('xdg-open');
    return opener !== undefined && launch(opener, [address]);
  },
};

/** Opens an address that this tool has made itself in the program that the person prefers; false where there is none. */
export function openAddress(machine: Machine, address: string, launch: Launch): Promise<boolean> {
  return OPENERS[machine.platform](machine, address, launch);
}
