import type { SafariMedium } from '../facts/safari.ts';
import { MEDIA } from '../medium.ts';
import type { Reading } from '../reading.ts';
import { permissionOf } from './browser-profile.ts';
import { defineRule, finding, type Judgement, type Rule, undetermined } from './rule.ts';

/**
 * What Safari has stored about the site. Its numbers are not documented, and public programs contradict each other: one
 * has 0 ask, 1 deny and 2 allow, another counts everything but 0 as allowed. So nothing is sure but that 0, and nothing
 * at all, leave Safari asking: a 1 may well be a block and is said to be one that is possible, nothing is ever taken for
 * leave, and the verdict stays open.
 *
 * @see https://github.com/yo-yo-yo-jbo/hm-surf
 * @see https://www.magnetforensics.com/blog/macos-safari-preferences-and-privacy/
 */
const safariPermission = defineRule({
  id: 'browser.safari-permission',
  causes: ['browser.site-block', 'browser.default-block'],
  on: ['darwin'],
  media: MEDIA,
  needs: ['browserPermissions'],
  couldBlock: true,
  judge: ({ browserPermissions }, { subject, medium }) => {
    const found = permissionOf(browserPermissions, subject, 'webkit');
    if (found.kind !== 'found') return found.judgements;
    const { store } = found.permission;
    const fact = `browserPermissions[${found.index}].store`;
    if (store.kind === 'unreadable') return [undetermined(`${fact}: ${store.why}`)];
    if (store.kind === 'absent') return [];
    const { older, namedProfiles } = store.value;
    return [
      ...judgeMedium(store.value[medium], `${fact}.${medium}`),
      ...judgeOlder(older, `${fact}.older`),
      ...judgeNamed(namedProfiles, `${fact}.namedProfiles`),
    ];
  },
});

const ASKS = 0;
const MAY_BLOCK = 1;

function judgeMedium(stored: Reading<SafariMedium>, fact: string): readonly Judgement[] {
  if (stored.kind === 'unreadable') return [undetermined(`${fact}: ${stored.why}`)];
  if (stored.kind === 'absent') return [];
  const { rules, byDefault } = stored.value;
  const [rule] = rules;
  if (rule !== undefined) {
    const evidence = { fact: `${fact}.rules[0]`, value: `${rule.domain}: ${rule.stored}` };
    return judgeNumber(rule.stored, evidence, 'browser.site-block');
  }
  if (byDefault.kind === 'unreadable') return [undetermined(`${fact}.byDefault: ${byDefault.why}`)];
  if (byDefault.kind === 'absent') return [];
  const evidence = { fact: `${fact}.byDefault`, value: String(byDefault.value) };
  return judgeNumber(byDefault.value, evidence, 'browser.default-block');
}

function judgeNumber(
  stored: number,
  evidence: { readonly fact: string; readonly value: string },
  cause: 'browser.site-block' | 'browser.default-block',
): readonly Judgement[] {
  if (stored === ASKS) return [];
  const unsure = undetermined(`${evidence.fact}: what ${stored} means in Safari is not known for sure`);
  return stored === MAY_BLOCK ? [finding(cause, 'possible', evidence), unsure] : [unsure];
}

function judgeOlder(older: Reading<readonly number[]>, fact: string): readonly Judgement[] {
  if (older.kind === 'unreadable') return [undetermined(`${fact}: ${older.why}`)];
  if (older.kind === 'absent' || older.value.length === 0) return [];
  return [undetermined(`${fact}: what an older list holds for the site is not judged by this version`)];
}

function judgeNamed(named: Reading<boolean>, fact: string): readonly Judgement[] {
  if (named.kind === 'unreadable') return [undetermined(`${fact}: ${named.why}`)];
  return named.kind === 'value' && named.value
    ? [undetermined(`${fact}: Safari has further profiles, which this version does not read`)]
    : [];
}

export const safariRules: readonly Rule[] = [safariPermission];
