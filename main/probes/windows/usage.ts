import type { FactValue } from '../../../core/facts/facts.ts';
import type { Medium } from '../../../core/medium.ts';
import { mapReading, type Reading, unreadable, value, valueOr } from '../../../core/reading.ts';
import type { Machine, Process } from '../../machine/machine.ts';
import { defineProbe } from '../probe.ts';
import { consentKey } from './consent.ts';

type User = FactValue<'windowsUsage'>['camera'][number];

/** Who uses a device now, as Windows notes it for its settings page: begun, and not ended. */
export const windowsUsage = defineProbe({
  fact: 'windowsUsage',
  on: ['win32'],
  speed: 'fast',
  read: async (machine) => {
    const processes = await machine.processes();
    const camera = readUsers(machine, 'camera', processes);
    if (camera.kind === 'unreadable') return camera;
    const microphone = readUsers(machine, 'microphone', processes);
    if (microphone.kind === 'unreadable') return microphone;
    return value({ camera: valueOr(camera, []), microphone: valueOr(microphone, []) });
  },
});

function readUsers(machine: Machine, medium: Medium, processes: Reading<readonly Process[]>): Reading<User[]> {
  const users = new Map<string, User>();
  for (const hive of ['HKCU', 'HKLM'] as const) {
    const key = consentKey(hive, medium);
    const packages = machine.registry.subkeys(key);
    const programs = machine.registry.subkeys(`${key}\\NonPackaged`);
    if (packages.kind === 'unreadable') return packages;
    if (programs.kind === 'unreadable') return programs;
    const families = valueOr(packages, []).filter((name) => name.toLowerCase() !== 'nonpackaged');
    for (const family of families.filter((name) => isOpen(machine, `${key}\\${name}`)))
      users.set(family, { program: family, running: unreadable('a package does not tell its program') });
    for (const name of valueOr(programs, []).filter((each) => isOpen(machine, `${key}\\NonPackaged\\${each}`))) {
      const user = toUser(name, processes);
      users.set(user.program, user);
    }
  }
  return value([...users.values()]);
}

function toUser(name: string, processes: Reading<readonly Process[]>): User {
  const path = name.replaceAll('#', '\\').toLowerCase();
  const running = mapReading(processes, (all) => all.some((each) => each.path.toLowerCase() === path));
  return { program: path.split('\\').at(-1) ?? path, running };
}

/** Begun and with an end of 0: an end that is missing is not an end of 0. */
function isOpen(machine: Machine, key: string): boolean {
  return time(machine, key, 'LastUsedTimeStart') > 0n && time(machine, key, 'LastUsedTimeStop') === 0n;
}

/** -1 where there is none. The times are 64 bits wide; some programs that clean up write 32. */
function time(machine: Machine, key: string, name: string): bigint {
  const found = machine.registry.value(key, name);
  if (found.kind !== 'value') return -1n;
  return found.value.type === 'REG_QWORD' || found.value.type === 'REG_DWORD' ? BigInt(found.value.data) : -1n;
}
