import type { Platform } from '../../core/platform.ts';
import { valueOr } from '../../core/reading.ts';
import type { Machine } from '../machine/machine.ts';
import { joinPath } from '../machine/path.ts';
import { findByName, xdgFolders } from '../machine/xdg.ts';
import { gather, probesFor } from '../probes/gather.ts';
import { loadProbes } from '../probes/index.ts';
import type { Launch } from '../settings/launch.ts';

type Opener = (machine: Machine, address: string, launch: Launch) => Promise<boolean>;

/** How each system opens an address in its default browser. */
const OPENERS: Readonly<Record<Platform, Opener>> = {
  darwin: (_machine, address, launch) => launch('/usr/bin/open', [address]),
  win32: async (machine, address, launch) => {
    const root = machine.env.get('SystemRoot');
    if (root.kind !== 'value') return false;
    return launch(joinPath(machine, root.value, 'System32\\rundll32.exe'), ['url.dll,FileProtocolHandler', address]);
  },
  linux: openOnLinux,
};

/** Opens an address of this tool’s own in the default browser; false where no browser could be started. */
export function openBrowser(machine: Machine, address: string, launch: Launch): Promise<boolean> {
  return OPENERS[machine.platform](machine, address, launch);
}

/** What `$BROWSER` names, else what the desktop prefers, else any browser that is installed. */
async function openOnLinux(machine: Machine, address: string, launch: Launch): Promise<boolean> {
  const told = machine.env.get('BROWSER');
  if (told.kind === 'value' && (await launch(told.value, [address]))) return true;
  const desktop = (await findByName(machine, xdgFolders(machine).path, ['xdg-open'])).get('xdg-open');
  if (desktop !== undefined && (await launch(desktop, [address]))) return true;
  const probes = probesFor(['browsers'], await loadProbes(machine.platform));
  const { readings } = await gather(machine, { site: null, probes });
  const browsers = readings.browsers === undefined ? [] : valueOr(readings.browsers, []);
  for (const { program } of browsers.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault))) {
    if (await launch(program, [address])) return true;
  }
  return false;
}
