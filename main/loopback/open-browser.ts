import { valueOr } from '../../core/reading.ts';
import type { Machine } from '../machine/machine.ts';
import { gather, probesFor } from '../probes/gather.ts';
import { loadProbes } from '../probes/index.ts';
import type { Launch } from '../settings/launch.ts';
import { openAddress } from '../settings/open-address.ts';

/**
 * Opens an address of this tool’s own in the default browser; on Linux in what `$BROWSER` names, else what the desktop
 * prefers, else any browser that is installed. False where no browser could be started.
 */
export async function openBrowser(machine: Machine, address: string, launch: Launch): Promise<boolean> {
  if (machine.platform !== 'linux') return openAddress(machine, address, launch);
  const told = machine.env.get('BROWSER');
  if (told.kind === 'value' && (await launch(told.value, [address]))) return true;
  if (await openAddress(machine, address, launch)) return true;
  const probes = probesFor(['browsers'], await loadProbes(machine.platform));
  const { readings } = await gather(machine, { site: null, probes });
  const browsers = readings.browsers === undefined ? [] : valueOr(readings.browsers, []);
  for (const { program } of browsers.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault))) {
    if (await launch(program, [address])) return true;
  }
  return false;
}
