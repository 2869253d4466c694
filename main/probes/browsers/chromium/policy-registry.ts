import type { BrowserDescription } from '../../../../core/browsers/browser-description.ts';
import { absent, mapReading, type Reading, unreadable, value } from '../../../../core/reading.ts';
import type { Machine, RegistryValue } from '../../../machine/machine.ts';
import type { PolicySource } from './policy.ts';

const SINGLE = ['VideoCaptureAllowed', 'AudioCaptureAllowed', 'DefaultMediaStreamSetting'] as const;
const LISTS = ['VideoCaptureAllowedUrls', 'AudioCaptureAllowedUrls'] as const;

/**
 * Group policies: the computer’s stand above the user’s, and the mandatory above the recommended. Empty on other systems.
 *
 * @see https://chromium.googlesource.com/chromium/src/+/main/components/policy/core/common/policy_loader_win.cc
 */
export function readRegistryPolicies(
  machine: Machine,
  { windows }: BrowserDescription,
): readonly Reading<PolicySource>[] {
  if (machine.platform !== 'win32' || typeof windows?.policies !== 'string') return [];
  const keys = ['HKLM', 'HKCU'].map((root) => `${root}\\SOFTWARE\\Policies\\${windows.policies}`);
  return [...keys, ...keys.map((key) => `${key}\\Recommended`)].map((key) => readKey(machine, key));
}

function readKey(machine: Machine, key: string): Reading<PolicySource> {
  const names = machine.registry.subkeys(key);
  if (names.kind !== 'value') return names;
  const policies: Record<string, unknown> = {};
  for (const name of SINGLE) {
    const single = mapReading(machine.registry.value(key, name), plain);
    if (single.kind === 'unreadable') return single;
    if (single.kind === 'value') policies[name] = single.value;
  }
  for (const name of LISTS) {
    if (!names.value.some((each) => each.toLowerCase() === name.toLowerCase())) continue;
    const list = readList(machine, `${key}\\${name}`);
    if (list.kind === 'unreadable') return list;
    if (list.kind === 'value') policies[name] = list.value;
  }
  return Object.keys(policies).length === 0 ? absent : value({ from: key, policies });
}

const MOST_ENTRIES = 1000;
const LONGEST_GAP = 20;

/** A list is a key with the values `1`, `2` and so on, of which an administrator may have taken some away again. */
function readList(machine: Machine, key: string): Reading<readonly unknown[]> {
  const entries: unknown[] = [];
  for (let number = 1, gap = 0; gap < LONGEST_GAP; number++) {
    if (number > MOST_ENTRIES) return unreadable(`${key}: over ${MOST_ENTRIES} entries`);
    const entry = machine.registry.value(key, String(number));
    if (entry.kind === 'unreadable') return entry;
    gap = entry.kind === 'absent' ? gap + 1 : 0;
    if (entry.kind === 'value') entries.push(plain(entry.value));
  }
  return value(entries);
}

function plain({ data }: RegistryValue): unknown {
  return data;
}
