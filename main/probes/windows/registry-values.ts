import { type Reading, thenReading, unreadable, value } from '../../../core/reading.ts';
import type { Machine, RegistryValue } from '../../machine/machine.ts';

/** A value that should be plain text. */
export function textValue(machine: Machine, key: string, name: string): Reading<string> {
  return thenReading(machine.registry.value(key, name), (found): Reading<string> => {
    if (found.type === 'REG_SZ' || found.type === 'REG_EXPAND_SZ') return value(found.data);
    return wrongType(key, name, found, 'text');
  });
}

export function numberValue(machine: Machine, key: string, name: string): Reading<number> {
  return thenReading(machine.registry.value(key, name), (found): Reading<number> => {
    return found.type === 'REG_DWORD' ? value(found.data) : wrongType(key, name, found, 'a number');
  });
}

export function listValue(machine: Machine, key: string, name: string): Reading<string[]> {
  return thenReading(machine.registry.value(key, name), (found): Reading<string[]> => {
    return found.type === 'REG_MULTI_SZ' ? value([...found.data]) : wrongType(key, name, found, 'a list');
  });
}

export function bytesValue(machine: Machine, key: string, name: string): Reading<Uint8Array> {
  return thenReading(machine.registry.value(key, name), (found): Reading<Uint8Array> => {
    return found.type === 'REG_BINARY' ? value(found.data) : wrongType(key, name, found, 'a row of bytes');
  });
}

function wrongType(key: string, name: string, { type }: RegistryValue, wanted: string): Reading<never> {
  return unreadable(`${key}: ${name} is not ${wanted} but ${type}`);
}
