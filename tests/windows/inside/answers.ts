import type { Reading } from '../../../core/reading.ts';
import type { Registry, RegistryValue } from '../../../main/machine/machine.ts';
import { splitKey } from '../../../main/machine/registry-key.ts';

/** One key, and the names of the values that are asked for in it. */
export interface AskedKey {
  readonly key: string;
  readonly names: readonly string[];
}

/** What a registry says of keys, as JSON can hold it: one form for a real registry and a recorded one. */
export function answersOf(registry: Registry, asked: readonly AskedKey[]): unknown {
  return asked.map(({ key, names }) => ({
    key,
    subkeys: sorted(registry.subkeys(key)),
    values: names.map((name) => [name, plain(registry.value(key, name))]),
  }));
}

function sorted(names: Reading<readonly string[]>): unknown {
  return names.kind === 'value' ? names.value.toSorted() : names;
}

function plain(reading: Reading<RegistryValue>): unknown {
  if (reading.kind !== 'value') return reading;
  const { type, data } = reading.value;
  if (typeof data === 'bigint') return { type, data: data.toString() };
  return data instanceof Uint8Array ? { ...reading.value, data: Buffer.from(data).toString('hex') } : { type, data };
}

/** A registry whose roots are keys under another key, where nothing of the real Windows is. */
export function rehomed(registry: Registry, home: string): Registry {
  const moved = (key: string): string => {
    const split = splitKey(key);
    if (split === null) throw new TypeError(`${key} begins with no root of the registry`);
    return `${home}\\${split.root.name}${split.path === '' ? '' : `\\${split.path}`}`;
  };
  return {
    value: (key, name) => registry.value(moved(key), name),
    subkeys: (key) => registry.subkeys(moved(key)),
  };
}
