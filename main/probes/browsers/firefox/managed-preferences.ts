import type { BrowserDescription } from '../../../../core/browsers/browser-description.ts';
import { absent, type Reading, thenReading, value } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { checked } from '../../../parse/checked.ts';
import { readComputerPlist, readManagedPlists } from '../managed-plists.ts';
import type { FoundPolicies } from './policy.ts';

/**
 * macOS: policies that come as managed preferences of the application, where it is told to look at them. They may be
 * nested, or flattened with `__` between the levels. Empty on other systems.
 *
 * @see https://mozilla.github.io/policy-templates/
 */
export async function readManagedPreferences(
  machine: Machine,
  { macos }: BrowserDescription,
): Promise<readonly Reading<FoundPolicies>[]> {
  const found = [
    ...(await readManagedPlists(machine, macos?.bundleId)),
    ...(await readComputerPlist(machine, macos?.bundleId)),
  ];
  if (found.length === 0) return [];
  const { managedSchema } = await import('./managed-preferences-schema.ts');
  return found.map((reading) =>
    thenReading(reading, ({ file, content }) =>
      thenReading(checked(file, managedSchema, content), (managed) =>
        managed.EnterprisePoliciesEnabled === true ? value({ file, policies: unflatten(managed) }) : absent,
      ),
    ),
  );
}

function unflatten(flat: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const nested: Record<string, unknown> = {};
  for (const [path, setting] of Object.entries(flat)) {
    const names = path.split('__');
    const last = names.pop() ?? path;
    let place = nested;
    for (const name of names) place = within(place, name);
    place[last] = setting;
  }
  return nested;
}

function within(place: Record<string, unknown>, name: string): Record<string, unknown> {
  const there = Object.hasOwn(place, name) ? place[name] : undefined;
  const level: Record<string, unknown> = typeof there === 'object' && there !== null ? { ...there } : {};
  Object.defineProperty(place, name, { value: level, enumerable: true, configurable: true, writable: true });
  return level;
}
