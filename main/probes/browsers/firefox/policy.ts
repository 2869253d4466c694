import type { BrowserDescription } from '../../../../core/browsers/browser-description.ts';
import type { Browser } from '../../../../core/facts/browser.ts';
import type { FirefoxPolicies } from '../../../../core/facts/firefox.ts';
import { absent, type Reading, thenReading } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { parseJson } from '../../../parse/json.ts';
import type { ProbeContext } from '../../probe.ts';
import { readManagedPreferences } from './managed-preferences.ts';
import { findPolicyFiles } from './policy-files.ts';
import { readRegistryPolicies } from './policy-registry.ts';

const LIMIT = 4 * 1024 * 1024;

/** Policies as found, not yet looked into. */
export interface FoundPolicies {
  readonly file: string;
  readonly policies: unknown;
}

/**
 * What an administrator has laid down for Firefox. Registry keys and managed preferences stand above `policies.json`,
 * each policy as a whole; and of the files only the first that exists is read.
 *
 * @see https://searchfox.org/mozilla-central/source/toolkit/components/enterprisepolicies/EnterprisePoliciesParent.sys.mjs
 * @see https://mozilla.github.io/policy-templates/#permissions
 */
export async function readFirefoxPolicy(
  machine: Machine,
  browser: Browser,
  description: BrowserDescription,
  { site }: Pick<ProbeContext, 'site'>,
): Promise<{ engine: 'gecko'; browserId: string; policies: Reading<FirefoxPolicies> }> {
  const sources = [
    ...readRegistryPolicies(machine, description),
    ...(await readManagedPreferences(machine, description)),
    await readPoliciesFile(machine, browser, description),
  ];
  if (sources.every(({ kind }) => kind === 'absent'))
    return { engine: 'gecko', browserId: browser.id, policies: absent };
  const { parsePolicies } = await import('./policy-content.ts');
  return { engine: 'gecko', browserId: browser.id, policies: parsePolicies(sources, site) };
}

async function readPoliciesFile(
  machine: Machine,
  browser: Browser,
  description: BrowserDescription,
): Promise<Reading<FoundPolicies>> {
  for (const file of await findPolicyFiles(machine, browser, description)) {
    const content = thenReading(await machine.files.read(file, LIMIT), (bytes) => parseJson(file, bytes));
    if (content.kind === 'absent') continue;
    const { policiesFileSchema } = await import('./policy-content.ts');
    const { checked } = await import('../../../parse/checked.ts');
    return thenReading(content, (json) => {
      const read = checked(file, policiesFileSchema, json);
      return read.kind === 'value' ? { kind: 'value', value: { file, policies: read.value.policies } } : read;
    });
  }
  return absent;
}
