import type { Platform } from '../../core/platform.ts';
import { browserPermissions } from './browsers/browser-permissions.ts';
import { browserPolicies } from './browsers/browser-policies.ts';
import { browserSwitches } from './browsers/browser-switches.ts';
import { captureTests } from './capture-tests.ts';
import { ownDecisions } from './own-decisions.ts';
import type { Probe } from './probe.ts';

/** What is read alike on every system. */
const COMMON: readonly Probe[] = [browserPermissions, browserPolicies, browserSwitches, ownDecisions, captureTests];

const OWN: Readonly<Record<Platform, () => Promise<readonly Probe[]>>> = {
  linux: async () => (await import('./linux/index.ts')).LINUX_PROBES,
  win32: async () => (await import('./windows/index.ts')).WINDOWS_PROBES,
  darwin: async () => (await import('./macos/index.ts')).MAC_PROBES,
};

/** Every probe of a system, and of no other: what does not run does not load. A fact is read by at most one of them. */
export async function loadProbes(platform: Platform): Promise<readonly Probe[]> {
  return [...(await OWN[platform]()), ...COMMON];
}
