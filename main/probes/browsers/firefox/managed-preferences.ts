import type { BrowserDescription } from '../../../../core/browsers/browser-description.ts';
import { type Reading, unreadable } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import type { FoundPolicies } from './policy.ts';

/** macOS: policies that come as managed preferences of the application. Empty on other systems. */
export async function readManagedPreferences(
  machine: Machine,
  { macos }: BrowserDescription,
): Promise<readonly Reading<FoundPolicies>[]> {
  if (machine.platform !== 'darwin' || macos === undefined) return [];
  return [unreadable('managed preferences: this version does not read them')];
}
