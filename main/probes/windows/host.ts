import type { Host } from '../../../core/facts/host.ts';
import { absent, type Reading, thenReading, unreadable, value, valueOr } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { hypervisorOf } from '../hypervisor.ts';
import { defineProbe } from '../probe.ts';
import { numberValue, textValue } from './registry-values.ts';

const VERSION = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';

/** Windows 11 counts its builds from here; its registry goes on saying "Windows 10". */
const FIRST_BUILD = { '10': 10_240, '11': 22_000 } as const;

export const windowsVersion = defineProbe({
  fact: 'windowsVersion',
  on: ['win32'],
  speed: 'fast',
  read: async (machine) =>
    thenReading(readBuild(machine), (build) =>
      value({
        generation: generationOf(build),
        build,
        revision: numberValue(machine, VERSION, 'UBR'),
        displayVersion: textValue(machine, VERSION, 'DisplayVersion'),
      }),
    ),
});

function generationOf(build: number): '10' | '11' | 'older' {
  if (build >= FIRST_BUILD['11']) return '11';
  return build >= FIRST_BUILD['10'] ? '10' : 'older';
}

/**
 * `CurrentBuildNumber` is what a compatibility shim fakes, so it is not read; the kernel’s release stands in where the
 * registry cannot be read, and where the two differ nobody knows.
 */
function readBuild(machine: Machine): Reading<number> {
  const kernel = Number(/^\d+\.\d+\.(\d+)/.exec(machine.release)?.[1] ?? Number.NaN);
  const text = textValue(machine, VERSION, 'CurrentBuild');
  if (text.kind !== 'value')
    return Number.isNaN(kernel) ? unreadable('the build of Windows is not told') : value(kernel);
  const build = /^\d{4,6}$/.test(text.value) ? Number(text.value) : Number.NaN;
  if (Number.isNaN(build)) return unreadable(`${VERSION}: CurrentBuild is no number`);
  if (Number.isNaN(kernel) || kernel === build) return value(build);
  return unreadable(`${VERSION}: CurrentBuild is ${build}, and the kernel says ${kernel}`);
}

export const windowsHost = defineProbe({
  fact: 'host',
  on: ['win32'],
  speed: 'fast',
  read: async (machine) => {
    const session = readSession(machine);
    return value({
      system: nameOf(machine),
      release: machine.release,
      arch: machine.arch,
      locale: machine.locale,
      desktop: absent,
      displayServer: absent,
      session: session.kind,
      sessionSign: session.sign,
      virtual: readVirtual(machine),
    });
  },
});

const FIRMWARE = 'HKLM\\HARDWARE\\DESCRIPTION\\System\\BIOS';

/** Windows copies what the firmware calls the computer into its registry at each start. */
function readVirtual(machine: Machine): Reading<string> {
  const product = textValue(machine, FIRMWARE, 'SystemProductName');
  const vendor = textValue(machine, FIRMWARE, 'SystemManufacturer');
  if (product.kind !== 'value' && vendor.kind !== 'value')
    return unreadable(product.kind === 'unreadable' ? product.why : `${FIRMWARE}: it does not name the computer`);
  const others = ['BaseBoardManufacturer', 'BIOSVendor'].map((name) => textValue(machine, FIRMWARE, name));
  return hypervisorOf({ product, vendor, others });
}

function nameOf(machine: Machine): string {
  const build = readBuild(machine);
  if (build.kind !== 'value') return 'Windows';
  const name = { '10': 'Windows 10', '11': 'Windows 11', older: 'Windows' }[generationOf(build.value)];
  const display = textValue(machine, VERSION, 'DisplayVersion');
  const revision = valueOr(numberValue(machine, VERSION, 'UBR'), null);
  const number = revision === null ? `${build.value}` : `${build.value}.${revision}`;
  return `${[name, valueOr(display, '')].filter((part) => part !== '').join(' ')} (${number})`;
}

/**
 * `Console` at the computer itself, `RDP-Tcp#12` over Remote Desktop.
 *
 * @see https://learn.microsoft.com/windows/win32/termserv/terminal-services-sessions
 */
function readSession(machine: Machine): { kind: Host['session']; sign: Reading<string> } {
  const name = machine.env.get('SESSIONNAME');
  if (name.kind !== 'value') {
    const why = name.kind === 'unreadable' ? name.why : 'SESSIONNAME: it is not set';
    return { kind: unreadable(why), sign: absent };
  }
  if (/^RDP-|^ICA-/i.test(name.value)) return { kind: value('remote'), sign: value('SESSIONNAME') };
  return /^console$/i.test(name.value)
    ? { kind: value('local'), sign: absent }
    : { kind: unreadable('SESSIONNAME: it is none that is known'), sign: absent };
}
