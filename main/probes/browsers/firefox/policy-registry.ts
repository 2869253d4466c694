import type { BrowserDescription } from '../../../../core/browsers/browser-description.ts';
import { type Reading, unreadable, value, valueOr } from '../../../../core/reading.ts';
import type { Machine, RegistryValue } from '../../../machine/machine.ts';
import type { FoundPolicies } from './policy.ts';
import { CAPTURE_PREFERENCES } from './preferences.ts';

/** Group policies: the computer’s stand above the user’s, each policy as a whole. Empty on other systems. */
export function readRegistryPolicies(
  machine: Machine,
  { windows }: BrowserDescription,
): readonly Reading<FoundPolicies>[] {
  if (machine.platform !== 'win32' || typeof windows?.policies !== 'string') return [];
  return ['HKLM', 'HKCU'].map((root) => readRoot(machine, `${root}\\SOFTWARE\\Policies\\${windows.policies}`));
}

function readRoot(machine: Machine, key: string): Reading<FoundPolicies> {
  const names = machine.registry.subkeys(key);
  if (names.kind === 'unreadable') return unreadable(`${key}: ${names.why}`);
  try {
    const permissions = readPermissions(machine, key, names.kind === 'value' ? names.value : []);
    const preferences = readPreferences(machine, key);
    return value({ file: key, policies: { ...permissions, ...preferences } });
  } catch (error) {
    if (error instanceof Unreadable) return unreadable(error.message);
    throw error;
  }
}

class Unreadable extends Error {}

function readPermissions(machine: Machine, key: string, names: readonly string[]): object {
  if (!names.some((name) => name.toLowerCase() === 'permissions')) return {};
  const mediumOf = (name: string): object => {
    const medium = `${key}\\Permissions\\${name}`;
    return {
      Allow: listOf(machine, `${medium}\\Allow`),
      Block: listOf(machine, `${medium}\\Block`),
      ...flagOf(machine, medium, 'BlockNewRequests'),
      ...flagOf(machine, medium, 'Locked'),
    };
  };
  return { Permissions: { Camera: mediumOf('Camera'), Microphone: mediumOf('Microphone') } };
}

/** One JSON text for all of them, or a key with one each. */
function readPreferences(machine: Machine, key: string): object {
  const text = given(`${key}: Preferences`, machine.registry.value(key, 'Preferences'));
  if (text !== null) return { Preferences: Array.isArray(text.data) ? text.data.join('\n') : text.data };
  const names = given(`${key}\\Preferences`, machine.registry.subkeys(`${key}\\Preferences`)) ?? [];
  const own = [...CAPTURE_PREFERENCES].filter(
    (name) => names.includes(name) || machine.registry.value(`${key}\\Preferences`, name).kind === 'value',
  );
  return own.length === 0 ? {} : { Preferences: Object.fromEntries(own.map((name) => [name, true])) };
}

function flagOf(machine: Machine, key: string, name: string): object {
  const found = given(`${key}: ${name}`, machine.registry.value(key, name));
  return found === null ? {} : { [name]: found.data };
}

const MOST_ENTRIES = 1000;
const LONGEST_GAP = 20;

/** A list is a key with the values `1`, `2` and so on, of which an administrator may have taken some away again. */
function listOf(machine: Machine, key: string): readonly string[] {
  const entries: string[] = [];
  for (let number = 1, gap = 0; gap < LONGEST_GAP; number++) {
    if (number > MOST_ENTRIES) throw new Unreadable(`${key}: over ${MOST_ENTRIES} entries`);
    const found = given(`${key}: ${number}`, machine.registry.value(key, String(number)));
    gap = found === null ? gap + 1 : 0;
    if (found !== null) entries.push(textOf(key, found));
  }
  return entries;
}

function textOf(key: string, { type, data }: RegistryValue): string {
  if (typeof data === 'string') return data;
  throw new Unreadable(`${key}: it holds a ${type} where an address should be`);
}

function given<T>(what: string, reading: Reading<T>): T | null {
  if (reading.kind === 'unreadable') throw new Unreadable(`${what}: ${reading.why}`);
  return valueOr(reading, null);
}
