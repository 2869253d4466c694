import type { BrowserDescription } from '../../../../core/browsers/browser-description.ts';
import type { Browser } from '../../../../core/facts/browser.ts';
import type { ChromiumPolicy } from '../../../../core/facts/chromium.ts';
import { absent, mapReading, type Reading, unreadable } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { joinPath } from '../../../machine/path.ts';
import { parseJson } from '../../../parse/json.ts';
import type { AboutSite } from '../engines.ts';
import { readManagedPlists } from '../managed-plists.ts';
import { readRegistryPolicies } from './policy-registry.ts';

const LIMIT = 4 * 1024 * 1024;

/** Policies of one place, by their names, not yet looked into. */
export interface PolicySource {
  readonly from: string;
  readonly policies: unknown;
}

/**
 * What an administrator has laid down about capture, in every place where the browser looks on this system, the
 * mandatory before the recommended: those block just the same, since people have no switch to override them with. What
 * comes from the cloud is in none of these places, and `chrome://policy` alone tells it.
 *
 * @see https://chromium.googlesource.com/chromium/src/+/main/components/policy/core/common/policy_paths.cc
 * @see https://www.chromium.org/administrators/
 */
export async function readChromiumPolicy(
  machine: Machine,
  { id }: Browser,
  description: BrowserDescription,
  { site }: AboutSite,
): Promise<ChromiumPolicy> {
  const sources = [
    ...(await readFolders(machine, description)),
    ...readRegistryPolicies(machine, description),
    ...(await readManagedPlists(machine, description.macos?.policies ?? description.macos?.bundleId)).map((found) =>
      mapReading(found, ({ file, content }): PolicySource => ({ from: file, policies: content })),
    ),
  ];
  if (sources.every(({ kind }) => kind === 'absent')) return { engine: 'chromium', browserId: id, policies: absent };
  const { parsePolicies } = await import('./policy-content.ts');
  return { engine: 'chromium', browserId: id, policies: parsePolicies(sources, site) };
}

async function readFolders(machine: Machine, { linux }: BrowserDescription): Promise<readonly Reading<PolicySource>[]> {
  const folder = linux?.policies ?? null;
  if (machine.platform !== 'linux' || folder === null) return [];
  const kinds = ['managed', 'recommended'].map((kind) => readFolder(machine, joinPath(machine, folder, kind)));
  return (await Promise.all(kinds)).flat();
}

/** Every file of the folder, whatever it is called; of two that say different things, the one whose name comes later counts. */
async function readFolder(machine: Machine, folder: string): Promise<readonly Reading<PolicySource>[]> {
  const names = await machine.files.list(folder);
  if (names.kind === 'unreadable') return [unreadable(names.why)];
  if (names.kind === 'absent') return [];
  return Promise.all(names.value.toReversed().map((name) => readFile(machine, joinPath(machine, folder, name))));
}

async function readFile(machine: Machine, from: string): Promise<Reading<PolicySource>> {
  const status = await machine.files.status(from);
  if (status.kind === 'unreadable') return status;
  if (status.kind === 'value' && status.value.type === 'folder') return absent;
  const bytes = await machine.files.read(from, LIMIT);
  const content = bytes.kind === 'value' ? parseJson(from, bytes.value) : bytes;
  return mapReading(content, (policies): PolicySource => ({ from, policies }));
}
