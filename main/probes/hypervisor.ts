import { absent, type Reading, value, valueOr } from '../../core/reading.ts';

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

/** What the firmware calls the computer: SMBIOS strings, which every system has somewhere. */
interface Firmware {
  readonly product: Reading<string>;
  readonly vendor: Reading<string>;
  /** Makers of its board and of the firmware. */
  readonly others: readonly Reading<string>[];
}

/** The hypervisor that the firmware names; `absent` where it names none. */
export function hypervisorOf({ product, vendor, others }: Firmware): Reading<string> {
  const [name, maker] = [valueOr(product, ''), valueOr(vendor, '')];
  // Real computers of this vendor are called otherwise, so both strings must match.
  if (maker === 'Microsoft Corporation' && name === 'Virtual Machine') return value('Hyper-V');
  for (const text of [name, maker, ...others.map((each) => valueOr(each, ''))]) {
    const known = DMI_PREFIXES.find(([prefix]) => text.startsWith(prefix));
    if (known === undefined) continue;
    // Amazon rents out whole computers too, and says so.
    return name.includes('.metal') ? absent : value(known[1]);
  }
  return absent;
}
