import type { BrowserPermission, MediumPermission } from '../facts/browser.ts';
import type { Evidence } from '../finding.ts';
import { MEDIA } from '../medium.ts';
import type { Subject } from '../subject.ts';
import { defineRule, finding, grant, type Judgement, type Rule, undetermined } from './rule.ts';

/** What the browser’s own profile says: the rule stored for this site, or else the default for all sites. */
const storedPermission = defineRule({
  id: 'browser.stored-permission',
  causes: ['browser.site-block', 'browser.default-block'],
  on: ['linux', 'darwin', 'win32'],
  media: MEDIA,
  needs: ['browserPermissions'],
  couldBlock: true,
  judge: ({ browserPermissions }, { subject, medium, site }) => {
    if (subject.kind !== 'browser') return [];
    const { id, profiles } = subject.browser;
    if (profiles.kind === 'unreadable') return [undetermined(`the profiles of ${id}: ${profiles.why}`)];
    if (subject.profile === null) return [];
    const index = browserPermissions.findIndex((permission) => isOf(permission, subject));
    const store = browserPermissions[index]?.store;
    const fact = `browserPermissions[${index}].store`;
    if (store === undefined) return [undetermined(`browserPermissions: nothing was read about ${subject.id}`)];
    const notJudged = unjudgedPolicies(index, browserPermissions[index]);
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
function unjudgedPolicies(index: number, permission: BrowserPermission | undefined): readonly Judgement[] {
  const { policies } = permission ?? {};
  const fact = `browserPermissions[${index}].policies`;
  if (policies?.kind === 'unreadable') return [undetermined(`${fact}: ${policies.why}`)];
  if (policies?.kind !== 'value') return [];
  return policies.value.map((file) => undetermined(`${fact}: ${file} is not judged by this version`));
}

function isOf(permission: BrowserPermission, subject: Extract<Subject, { kind: 'browser' }>): boolean {
  return permission.browserId === subject.browser.id && permission.profile === subject.profile;
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

export const browserRules: readonly Rule[] = [storedPermission];
