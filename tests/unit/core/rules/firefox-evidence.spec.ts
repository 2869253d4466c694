import { expect, test } from 'vitest';
import { examine } from '../../../../main/doctor.ts';
import { openMachine, readCase } from '../../recorded-machines.ts';

test.each([
  ['linux-firefox-site-block', ['https://meet.example.com: block', 'permissions.sqlite', 'ls4ghrrj.default-esr']],
  ['linux-firefox-default-block', ['block', 'prefs.js', 'ls4ghrrj.default-esr']],
  ['linux-firefox-policy-block', ['block', '/etc/firefox/policies/policies.json', 'ls4ghrrj.default-esr']],
  ['linux-firefox-media-disabled', ['false', 'prefs.js', 'ls4ghrrj.default-esr']],
])('the evidence on %s names value, file and profile, by facts that are there', async (name, told) => {
  const { diagnosis, facts } = await examine(await openMachine(name), readCase(name));
  const [found] = diagnosis.findings.filter(({ subject, medium }) => subject === 'firefox' && medium === 'camera');
  const evidence = found?.evidence ?? [];
  for (const text of told) expect(evidence.some(({ value }) => value.includes(text))).toBe(true);
  for (const { fact } of evidence) expect(lookUp(facts.readings, fact), fact).toBeDefined();
});

/** Follows a path such as `browserPermissions[0].sites.camera.rules[0]`, through readings to their values. */
function lookUp(from: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce((at, part) => step(step(at, 'value'), part) ?? step(at, part), from);
}

function step(at: unknown, part: string): unknown {
  return typeof at === 'object' && at !== null ? Object.entries(at).find(([name]) => name === part)?.[1] : undefined;
}
