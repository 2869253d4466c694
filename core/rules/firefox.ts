import { decideFirefox, isForOrdinaryTabs } from '../browsers/firefox-decision.ts';
import type { FirefoxPermission, FirefoxPolicies } from '../facts/firefox.ts';
import { MEDIA, type Medium } from '../medium.ts';
import type { Reading } from '../reading.ts';
import { judgeDecision, permissionOf, policiesOf } from './browser-profile.ts';
import { defineRule, finding, type Judgement, type Rule, undetermined } from './rule.ts';

/** What Firefox does when the site asks: by policy, by what its profile has stored, or by its default. */
const firefoxPermission = defineRule({
  id: 'browser.firefox-permission',
  causes: ['browser.policy-denies', 'browser.default-block', 'browser.media-disabled', 'browser.site-block'],
  on: ['linux', 'darwin', 'win32'],
  media: MEDIA,
  subjects: 'browsers',
  needs: ['browserPermissions'],
  considers: ['browserPolicies'],
  couldBlock: true,
  judge: ({ browserPermissions, browserPolicies }, { subject, medium, site }) => {
    const found = permissionOf(browserPermissions, subject, 'gecko');
    if (found.kind !== 'found') return found.judgements;
    const { permission, index } = found;
    const { policies, policyFact } = policiesOf(browserPolicies, permission.browserId, 'gecko');
    const permissionFact = `browserPermissions[${index}]`;
    const decision = decideFirefox({ medium, permission, policies, permissionFact, policyFact });
    const unjudged = policies.kind === 'value' ? policies.value.unjudged : [];
    const exceptions = countExceptions(permission, policies, medium);
    return [
      ...decision.unread.map((why) => undetermined(why)),
      ...unjudged.map((what) => undetermined(`${policyFact}.unjudged: ${what} is not judged by this version`)),
      ...judgeDecision(
        decision,
        { fact: `${permissionFact}.profile`, value: permission.profile },
        { siteIsKnown: site !== null, exceptions },
      ),
      ...elsewhere(permission, permissionFact, medium),
    ];
  },
});

function countExceptions({ sites }: FirefoxPermission, policies: Reading<FirefoxPolicies>, medium: Medium): number {
  const stored = sites.kind === 'value' ? sites.value[medium] : sites;
  const byPolicy = policies.kind === 'value' ? policies.value[medium].sitesAllowed : 0;
  return byPolicy + (stored.kind === 'value' ? stored.value.sitesAllowed : 0);
}

/** A block in a container or a partition: it may be where the person’s tab is, and usually is not. */
function elsewhere({ sites }: FirefoxPermission, permissionFact: string, medium: Medium): readonly Judgement[] {
  const stored = sites.kind === 'value' ? sites.value[medium] : sites;
  if (stored.kind !== 'value') return [];
  return stored.value.rules.flatMap((rule, place) => {
    if (isForOrdinaryTabs(rule) || rule.setting !== 'block') return [];
    const fact = `${permissionFact}.sites.${medium}.rules[${place}]`;
    return [finding('browser.site-block', 'possible', { fact, value: `${rule.origin}: ${rule.setting}` })];
  });
}

export const firefoxRules: readonly Rule[] = [firefoxPermission];
