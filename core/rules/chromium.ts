import type { CaptureSwitch } from '../browsers/capture-switches.ts';
import { decideChromium } from '../browsers/chromium-decision.ts';
import type { PermissionDecision } from '../browsers/permission-decision.ts';
import type { ChromiumPermission, ChromiumPolicies } from '../facts/chromium.ts';
import type { FactReading } from '../facts/facts.ts';
import { MEDIA, type Medium } from '../medium.ts';
import type { Reading } from '../reading.ts';
import { judgeDecision, permissionOf, policiesOf } from './browser-profile.ts';
import { defineRule, finding, type Judgement, type Rule, undetermined } from './rule.ts';

/** What a browser of the Chromium family does when the site asks. */
const chromiumPermission = defineRule({
  id: 'browser.chromium-permission',
  causes: [
    'browser.policy-denies',
    'browser.default-block',
    'browser.extension-denies',
    'browser.started-with-flags',
    'browser.site-block',
    'browser.site-embargo',
    'browser.one-time-grant-expired',
  ],
  on: ['linux', 'darwin', 'win32'],
  media: MEDIA,
  subjects: 'browsers',
  needs: ['browserPermissions'],
  considers: ['browserPolicies', 'browserSwitches'],
  couldBlock: true,
  judge: ({ browserPermissions, browserPolicies, browserSwitches }, { subject, medium, site }) => {
    const found = permissionOf(browserPermissions, subject, 'chromium');
    if (found.kind !== 'found') return found.judgements;
    const { permission, index } = found;
    const permissionFact = `browserPermissions[${index}]`;
    const policies = policiesOf(browserPolicies, permission.browserId, 'chromium');
    const decision = decideChromium({
      medium,
      permission,
      permissionFact,
      ...policies,
      ...switchesOf(permission.browserId, browserSwitches),
    });
    return [
      ...decision.unread.map((why) => undetermined(why)),
      ...judgeDecision(
        decision,
        { fact: `${permissionFact}.profile`, value: permission.profile },
        { siteIsKnown: site !== null, exceptions: countExceptions(decision, permission, policies.policies, medium) },
      ),
      ...oneTimeGrants(decision, permission, permissionFact, medium),
    ];
  },
});

/**
 * The running browser gives sites an artificial device in place of the real one. What cannot be seen of it is left
 * alone: hardly anybody is started so.
 */
const artificialDevice = defineRule({
  id: 'browser.artificial-device',
  causes: ['browser.started-with-flags'],
  on: ['linux', 'darwin', 'win32'],
  media: MEDIA,
  needs: ['browserSwitches'],
  couldBlock: false,
  judge: ({ browserSwitches }, { subject, medium }) => {
    if (subject.kind !== 'browser') return [];
    const index = browserSwitches.findIndex(({ browserId }) => browserId === subject.browser.id);
    const artificial = browserSwitches[index]?.switches.find((each) => STANDS_IN_FOR[each].includes(medium));
    if (artificial === undefined) return [];
    const evidence = { fact: `browserSwitches[${index}].switches`, value: `--${artificial}` };
    return [finding('browser.started-with-flags', 'certain', evidence)];
  },
});

/**
 * Which devices each switch puts something artificial in the place of. A file is what an artificial device plays: alone
 * it replaces none, as tried on Chromium 156.
 */
const STANDS_IN_FOR: Readonly<Record<CaptureSwitch, readonly Medium[]>> = {
  'deny-permission-prompts': [],
  'use-fake-ui-for-media-stream': [],
  'use-fake-ui-for-media-stream=deny': [],
  'use-fake-device-for-media-stream': MEDIA,
  'use-file-for-fake-video-capture': [],
  'use-file-for-fake-audio-capture': [],
};

function switchesOf(browserId: string, browserSwitches: FactReading<'browserSwitches'> | undefined) {
  const running = browserSwitches?.kind === 'value' ? browserSwitches.value : [];
  const index = running.findIndex((each) => each.browserId === browserId);
  return { switches: running[index]?.switches ?? [], switchesFact: `browserSwitches[${index}].switches` };
}

/** Nothing that a profile has stored is an exception to a policy. */
function countExceptions(
  { cause }: PermissionDecision,
  { store }: ChromiumPermission,
  policies: Reading<ChromiumPolicies>,
  medium: Medium,
): number {
  const stored = store.kind === 'value' ? store.value[medium] : store;
  const byPolicy = policies.kind === 'value' ? policies.value[medium].sitesAllowed : 0;
  if (cause === 'browser.policy-denies') return byPolicy;
  return byPolicy + (stored.kind === 'value' ? stored.value.sitesAllowed : 0);
}

/** It was allowed for one time, which is over: the next question is no fault, but may surprise. */
function oneTimeGrants(
  { setting }: PermissionDecision,
  { store }: ChromiumPermission,
  permissionFact: string,
  medium: Medium,
): readonly Judgement[] {
  const stored = store.kind === 'value' ? store.value[medium] : store;
  if (setting !== 'ask' || stored.kind !== 'value' || stored.value.oneTimeGrants === 0) return [];
  const fact = `${permissionFact}.store.${medium}.oneTimeGrants`;
  return [finding('browser.one-time-grant-expired', 'possible', { fact, value: String(stored.value.oneTimeGrants) })];
}

export const chromiumRules: readonly Rule[] = [chromiumPermission, artificialDevice];
