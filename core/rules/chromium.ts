import type { ChromiumPolicy, MediumPermission } from '../facts/chromium.ts';
import type { FactReading } from '../facts/facts.ts';
import type { Evidence } from '../finding.ts';
import { MEDIA } from '../medium.ts';
import { permissionOf } from './browser-profile.ts';
import { defineRule, finding, grant, type Judgement, type Rule, undetermined } from './rule.ts';

/** What the browser’s own profile says: the rule stored for this site, or else the default for all sites. */
const chromiumPermission = defineRule({
  id: 'browser.chromium-permission',
  causes: ['browser.site-block', 'browser.default-block'],
  on: ['linux', 'darwin', 'win32'],
  media: MEDIA,
  subjects: 'browsers',
  needs: ['browserPermissions'],
  considers: ['browserPolicies'],
  couldBlock: true,
  judge: ({ browserPermissions, browserPolicies }, { subject, medium, site }) => {
    const found = permissionOf(browserPermissions, subject, 'chromium');
    if (found.kind !== 'found') return found.judgements;
    const { store } = found.permission;
    const fact = `browserPermissions[${found.index}].store`;
    const notJudged = unjudgedPolicies(found.permission.browserId, browserPolicies);
    if (store.kind === 'unreadable') return [undetermined(`${fact}: ${store.why}`)];
    if (store.kind === 'absent') return notJudged;
    const stored = store.value[medium];
    if (stored.kind === 'unreadable') return [undetermined(`${fact}.${medium}: ${stored.why}`)];
    if (stored.kind === 'absent') return notJudged;
    const written = { fact: `${fact}.writtenAt`, value: store.value.writtenAt };
    return [
      ...notJudged,
      ...stored.value.unjudged.map((what) => undetermined(`${fact}.${medium}: ${what} is not judged by this version`)),
      ...judgePermission(stored.value, { fact: `${fact}.${medium}`, written, siteIsKnown: site !== null }),
    ];
  },
});

/** A policy outranks whatever the person has set, so until it is judged nothing is certain. */
function unjudgedPolicies(
  browserId: string,
  policies: FactReading<'browserPolicies'> | undefined,
): readonly Judgement[] {
  if (policies?.kind !== 'value') return [undetermined('browserPolicies: they were not read')];
  const index = policies.value.findIndex((policy) => policy.browserId === browserId);
  const policy = policies.value[index];
  if (policy?.engine !== 'chromium') return [];
  return unjudgedFiles(`browserPolicies[${index}].unjudged`, policy.unjudged);
}

function unjudgedFiles(fact: string, unjudged: ChromiumPolicy['unjudged']): readonly Judgement[] {
  if (unjudged.kind === 'unreadable') return [undetermined(`${fact}: ${unjudged.why}`)];
  if (unjudged.kind === 'absent') return [];
  return unjudged.value.map((file) => undetermined(`${fact}: ${file} is not judged by this version`));
}

/**
 * The first rule counts, also an explicit "ask", which overrides a blocked default. Without a site the default may
 * still have an exception for the one that matters: likely not where there are none at all, and else who knows.
 */
function judgePermission(
  { rules, byDefault, sitesAllowed }: MediumPermission,
  { fact, written, siteIsKnown }: { fact: string; written: Evidence; siteIsKnown: boolean },
): readonly Judgement[] {
  const [rule] = rules;
  if (rule !== undefined) {
    if (rule.setting === 'allow') return [grant];
    const evidence = { fact: `${fact}.rules[0]`, value: `${rule.pattern}: ${rule.setting}` };
    return rule.setting === 'block' ? [finding('browser.site-block', 'certain', evidence, written)] : [];
  }
  if (byDefault.kind === 'unreadable') return [undetermined(`${fact}.byDefault: ${byDefault.why}`)];
  if (byDefault.kind === 'absent' || byDefault.value === 'ask') return [];
  if (byDefault.value === 'allow') return [grant];
  const evidence = { fact: `${fact}.byDefault`, value: byDefault.value };
  const certainty = siteIsKnown ? 'certain' : sitesAllowed === 0 ? 'likely' : 'possible';
  return [finding('browser.default-block', certainty, evidence, written)];
}

export const chromiumRules: readonly Rule[] = [chromiumPermission];
