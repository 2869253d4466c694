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
    if (store.kind === 'unreadable') return [undetermined(`${fact}: ${store.why}`)];
    if (store.kind === 'absent') return [];
    const stored = store.value[medium];
    if (stored.kind === 'unreadable') return [undetermined(`${fact}.${medium}: ${stored.why}`)];
    if (stored.kind === 'absent') return [];
    const written = { fact: `${fact}.writtenAt`, value: store.value.writtenAt };
    return judgePermission(stored.value, { fact: `${fact}.${medium}`, written, siteIsKnown: site !== null });
  },
});

function isOf(permission: BrowserPermission, subject: Extract<Subject, { kind: 'browser' }>): boolean {
  return permission.browserId === subject.browser.id && permission.profile === subject.profile;
}

/**
 * The first rule counts, also an explicit "ask", which overrides a blocked default. Without a site the default may
 * still have an exception for the one that matters, so it is then only likely to be what stops it.
 */
function judgePermission(
  { rules, byDefault }: MediumPermission,
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
  return [finding('browser.default-block', siteIsKnown ? 'certain' : 'likely', evidence, written)];
}

export const browserRules: readonly Rule[] = [storedPermission];
