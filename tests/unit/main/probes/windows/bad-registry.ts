import type { Facts } from '../../../../../core/facts/facts.ts';
import { type Reading, unreadable, value } from '../../../../../core/reading.ts';
import type { Machine, RegistryValue } from '../../../../../main/machine/machine.ts';
import { gather } from '../../../../../main/probes/gather.ts';
import { loadProbes } from '../../../../../main/probes/index.ts';
import { openMachine } from '../../../recorded-machines.ts';

const STORE = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore';
export const WEBCAM = `HKCU\\${STORE}\\webcam`;
/** Where the use of the camera by unpackaged programs is noted. */
export const PROGRAMS = `${WEBCAM}\\NonPackaged`;

export const dword = (data: number): Reading<RegistryValue> => value({ type: 'REG_DWORD', data });
export const text = (data: string): Reading<RegistryValue> => value({ type: 'REG_SZ', data });
export const bytes = (...data: number[]): Reading<RegistryValue> =>
  value({ type: 'REG_BINARY', data: Uint8Array.from(data) });
export const time = (data: bigint): Reading<RegistryValue> => value({ type: 'REG_QWORD', data });
export const DENIED = unreadable('access denied (5)');

export interface Bad {
  /** By key and name of the value, without regard to case. */
  readonly values?: Readonly<Record<string, Reading<RegistryValue>>>;
  readonly subkeys?: Readonly<Record<string, Reading<readonly string[]>>>;
  readonly run?: Machine['run'];
}

/** A healthy computer on which these answers are others. */
export async function withBad({ values = {}, subkeys = {}, run }: Bad): Promise<Machine> {
  const machine = await openMachine('windows10-healthy-plain');
  const lower = <T>(all: Readonly<Record<string, T>>): ReadonlyMap<string, T> =>
    new Map(Object.entries(all).map(([key, of]) => [key.toLowerCase(), of]));
  const [own, keys] = [lower(values), lower(subkeys)];
  return {
    ...machine,
    registry: {
      value: (key, name) => own.get(`${key}\\${name}`.toLowerCase()) ?? machine.registry.value(key, name),
      subkeys: (key) => keys.get(key.toLowerCase()) ?? machine.registry.subkeys(key),
    },
    ...(run === undefined ? {} : { run }),
  };
}

export async function readWith(bad: Bad): Promise<Facts['readings']> {
  const probes = await loadProbes('win32');
  const facts = await gather(await withBad(bad), { site: null, probes, timeLimits: { fast: 2_000, slow: 50 } });
  return facts.readings;
}
