import type { FactValue } from '../../../core/facts/facts.ts';
import type { Medium } from '../../../core/medium.ts';
import { mapReading, type Reading, thenReading, unreadable, value, valueOr } from '../../../core/reading.ts';
import type { Machine, Process } from '../../machine/machine.ts';
import { defineProbe } from '../probe.ts';
import { consentKey } from './consent.ts';

type User = FactValue<'windowsUsage'>['camera'][number];

/** Programs whose keys are looked at before others have their turn. */
const BATCH = 250;

/** How long the keys are looked at, in milliseconds; each version of a program may have left one. */
const PATIENCE = 1_500;

/** Who uses a device now, as Windows notes it for its settings page: begun, and not ended. */
export const windowsUsage = defineProbe({
  fact: 'windowsUsage',
  on: ['win32'],
  speed: 'fast',
  read: async (machine) => {
    const processes = await machine.processes();
    const until = performance.now() + PATIENCE;
    const camera = await readUsers(machine, consentKeys('camera'), { processes, until });
    if (camera.kind !== 'value') return camera;
    const microphone = await readUsers(machine, consentKeys('microphone'), { processes, until });
    return thenReading(microphone, (users) => value({ camera: camera.value, microphone: users }));
  },
});

/** Early builds and services note it for the whole computer. */
function consentKeys(medium: Medium): readonly string[] {
  return [consentKey('HKCU', medium), consentKey('HKLM', medium)];
}

interface Looking {
  readonly processes: Reading<readonly Process[]>;
  readonly until: number;
}

async function readUsers(machine: Machine, keys: readonly string[], looking: Looking): Promise<Reading<User[]>> {
  const users = new Map<string, User>();
  for (const key of keys) {
    const listed = listEntries(machine, key, looking);
    if (listed.kind !== 'value') return listed;
    for (const [place, { key: entry, user }] of listed.value.entries()) {
      if (place % BATCH === BATCH - 1) await new Promise(setImmediate);
      if (performance.now() > looking.until)
        return unreadable(`${key}: ${listed.value.length} programs cannot be looked at in ${PATIENCE} ms`);
      enter(users, isUsing(machine, entry), user);
    }
  }
  return value([...users.values()]);
}

/** What is known to be in use counts before what cannot be told. */
function enter(users: Map<string, User>, using: Reading<boolean>, toUser: Entry['user']): void {
  if (using.kind === 'absent' || (using.kind === 'value' && !using.value)) return;
  const user = toUser();
  if (using.kind === 'value' || !users.has(user.program)) users.set(user.program, { ...user, using });
}

interface Entry {
  readonly key: string;
  /** Made only where it is used: there may be thousands. */
  readonly user: () => Omit<User, 'using'>;
}

function listEntries(machine: Machine, key: string, { processes }: Looking): Reading<readonly Entry[]> {
  const packages = machine.registry.subkeys(key);
  const programs = machine.registry.subkeys(`${key}\\NonPackaged`);
  if (packages.kind === 'unreadable') return packages;
  if (programs.kind === 'unreadable') return programs;
  const families = valueOr(packages, []).filter((name) => name.toLowerCase() !== 'nonpackaged');
  return value([
    ...families.map((family) => ({ key: `${key}\\${family}`, user: () => packageUser(family) })),
    ...valueOr(programs, []).map((name) => ({
      key: `${key}\\NonPackaged\\${name}`,
      user: () => programUser(name, processes, key),
    })),
  ]);
}

function packageUser(family: string): Omit<User, 'using'> {
  return { program: lastPart(family), running: unreadable('a package does not tell its program') };
}

function programUser(name: string, processes: Reading<readonly Process[]>, key: string): Omit<User, 'using'> {
  const path = name.replaceAll('#', '\\').toLowerCase();
  const running = thenReading(processes, (all): Reading<boolean> => {
    if (all.some((each) => each.path.toLowerCase() === path)) return value(true);
    return key.startsWith('HKLM') ? unreadable('programs of other accounts do not show where they are') : value(false);
  });
  return { program: lastPart(path), running };
}

/** Of a name that is or holds a path, however it is written: its folders may be named after the person. */
function lastPart(name: string): string {
  return name.split(/[#/\\]/).at(-1) ?? name;
}

/** Begun and with an end of 0: an end that is missing is not an end of 0. */
function isUsing(machine: Machine, key: string): Reading<boolean> {
  return thenReading(time(machine, key, 'LastUsedTimeStart'), (start) =>
    start === 0n ? value(false) : mapReading(time(machine, key, 'LastUsedTimeStop'), (stop) => stop === 0n),
  );
}

/** The times are 64 bits wide; some programs that clean up write 32. */
function time(machine: Machine, key: string, name: string): Reading<bigint> {
  return thenReading(machine.registry.value(key, name), (found): Reading<bigint> => {
    if (found.type === 'REG_QWORD' || found.type === 'REG_DWORD') return value(BigInt(found.data));
    return unreadable(`${name} of a program is not a time but ${found.type}`);
  });
}
