import { type Reading, thenReading, unreadable, value, valueOr } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';

/** A value that should be text, with the variables in it resolved where the registry says that it has some. */
export function registryText(machine: Machine, key: string, name: string): Reading<string> {
  return thenReading(machine.registry.value(key, name), (found): Reading<string> => {
    if (found.type === 'REG_SZ') return value(found.data);
    if (found.type === 'REG_EXPAND_SZ') return value(expand(machine, found.data));
    return unreadable(`${key}: ${name || 'its default value'} is not text but ${found.type}`);
  });
}

function expand(machine: Machine, text: string): string {
  return text.replace(/%([^%]+)%/g, (whole, name: string) => valueOr(machine.env.get(name), whole));
}
