import type { BrowserPermission, PermissionStore } from '../facts/browser.ts';
import type { Medium } from '../medium.ts';
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
    return judgeStore(store.value, medium, `${fact}.${medium}`, site !== null);
  },
});

function isOf(permission: BrowserPermission, subject: Extract<Subject, { kind: 'browser' }>): boolean {
  return permission.browser === subject.browser.id && permission.profile === subject.profile;
}

/**
 * The first rule counts, also an explicit "ask", which overrides a blocked default. Without a site the default may
 * still have an exception for the one that matters, so it is then only likely to be what stops it.
 */
function judgeStore(store: PermissionStore, medium: Medium, fact: string, siteIsKnown: boolean): readonly Judgement[] {
  const { rules, byDefault } = store[medium];
  const written = { fact: fact.replace(/\.[a-z]+$/, '.writtenAt'), value: store.writtenAt };
  const [rule] = rules;
  if (rule !== undefined) {
    const evidence = { fact: `${fact}.rules[0]`, value: `${rule.pattern}: ${rule.setting}` };
    if (rule.setting === 'allow') return [grant(evidence, written)];
    return rule.setting === 'block' ? [finding('browser.site-block', 'certain', evidence, written)] : [];
  }
  if (byDefault.kind === 'unreadable') return [undetermined(`${fact}.byDefault: ${byDefault.why}`)];
  if (byDefault.kind === 'absent' || byDefault.value === 'ask') return [];
  const evidence = { fact: `${fact}.byDefault`, value: byDefault.value };
  if (byDefault.value === 'allow') return [grant(evidence, written)];
  return [finding('browser.default-block', siteIsKnown ? 'certain' : 'likely', evidence, written)];
}

export const browserPermissionRules: readonly Rule[] = [storedPermission];
