import { absent, type Reading, value, valueOr } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { readText } from '../read-text.ts';

/** How a DMI string of a virtual machine begins, in the order systemd tests them. */
const DMI_PREFIXES: readonly (readonly [string, string])[] = [
  ['KVM', 'KVM'],
  ['OpenStack', 'OpenStack'],
  ['KubeVirt', 'KubeVirt'],
  ['Amazon EC2', 'Amazon EC2'],
  ['QEMU', 'QEMU'],
  ['VMware', 'VMware'],
  ['VMW', 'VMware'],
  ['innotek GmbH', 'VirtualBox'],
  ['VirtualBox', 'VirtualBox'],
  ['Xen', 'Xen'],
  ['Bochs', 'Bochs'],
  ['Parallels', 'Parallels'],
  ['BHYVE', 'bhyve'],
  ['Hyper-V', 'Hyper-V'],
  ['Apple Virtualization', 'Apple Virtualization'],
  ['Google Compute Engine', 'Google Compute Engine'],
];

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
  const [product, vendor, board, bios] = await Promise.all(
    ['product_name', 'sys_vendor', 'board_vendor', 'bios_vendor'].map((name) =>
      readText(machine, `/sys/class/dmi/id/${name}`),
    ),
  );
  // Real computers of this vendor are called otherwise, so both strings must match.
  if (valueOr(vendor, '') === 'Microsoft Corporation' && valueOr(product, '') === 'Virtual Machine') {
    return value('Hyper-V');
  }
  for (const text of [product, vendor, board, bios]) {
    const known = DMI_PREFIXES.find(([prefix]) => valueOr(text, '').startsWith(prefix));
    if (known === undefined) continue;
    // Amazon rents out whole computers too, and says so.
    return valueOr(product, '').includes('.metal') ? absent : value(known[1]);
  }
  const cpu = await readText(machine, '/proc/cpuinfo', 4 * 1024 * 1024);
  if (/^flags\s*:.*\bhypervisor\b/m.test(valueOr(cpu, ''))) return value('hypervisor');
  return absent;
}
