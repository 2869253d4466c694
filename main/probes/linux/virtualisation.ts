import { absent, type Reading, value, valueOr } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { hypervisorOf } from '../hypervisor.ts';
import { readText } from '../read-text.ts';

/**
 * The hypervisor, container or WSL this system runs in. A container is the innermost and is named first.
 *
 * @see https://github.com/systemd/systemd/blob/main/src/basic/virt.c
 */
export async function readVirtualisation(machine: Machine): Promise<Reading<string>> {
  const container = await readContainer(machine);
  if (container !== null) return value(container);
  const kernel = await readText(machine, '/proc/sys/kernel/osrelease');
  if (/microsoft/i.test(valueOr(kernel, machine.release))) return value('WSL');
  return readHypervisor(machine);
}

async function readContainer(machine: Machine): Promise<string | null> {
  const named = await readText(machine, '/run/systemd/container');
  if (named.kind === 'value' && named.value !== '') return named.value;
  for (const [path, name] of [
    ['/run/.containerenv', 'podman'],
    ['/.dockerenv', 'docker'],
  ] as const) {
    if ((await machine.files.status(path)).kind === 'value') return name;
  }
  return null;
}

async function readHypervisor(machine: Machine): Promise<Reading<string>> {
  const dmi = (name: string) => readText(machine, `/sys/class/dmi/id/${name}`);
  const [product, vendor, ...others] = await Promise.all([
    dmi('product_name'),
    dmi('sys_vendor'),
    dmi('board_vendor'),
    dmi('bios_vendor'),
  ]);
  const found = hypervisorOf({ product, vendor, others });
  if (found.kind === 'value') return found;
  const cpu = await readText(machine, '/proc/cpuinfo', 4 * 1024 * 1024);
  if (/^flags\s*:.*\bhypervisor\b/m.test(valueOr(cpu, ''))) return value('hypervisor');
  return absent;
}
