import type { Certainty } from '../../certainty.ts';
import type { FactReading } from '../../facts/facts.ts';
import type { Evidence } from '../../finding.ts';
import { clientOf } from '../../mac-clients.ts';
import { MEDIA, type Medium } from '../../medium.ts';
import { lastCapture } from '../capture/index.ts';
import { isRefused } from '../own-refusal.ts';
import { type Asked, defineRule, finding, grant, type Judgement, type Rule, undetermined } from '../rule.ts';
import { rowsOf } from './consent-rows.ts';
import { answerOf, freshOf, isOfAnother, isSurelyOwn, runningAnswerOf, staleRefusal } from './own-answer.ts';
import { refusalIn } from './system-refusal.ts';

/**
 * What macOS answers this app. Started from a terminal or an editor it is that program’s answer: leave of its holds here
 * too, but a refusal of its says nothing of the app.
 *
 * @see https://developer.apple.com/documentation/avfoundation/avauthorizationstatus
 */
const ownPermission = defineRule({
  id: 'macos.own-permission',
  causes: ['macos.not-asked', 'macos.denied', 'macos.stale-process', 'macos.signature-mismatch'],
  on: ['darwin'],
  media: MEDIA,
  needs: ['macPermissions'],
  considers: [
    ...(['macFreshPermissions', 'macIdentity', 'macConsent', 'macManagement', 'macEnrolment'] as const),
    ...(['captureTests', 'ownDecisions'] as const),
  ],
  couldBlock: true,
  judge: (facts, asked) => {
    const { macPermissions, macFreshPermissions, macIdentity, macConsent, captureTests, ownDecisions } = facts;
    const { subject, medium } = asked;
    if (subject.kind !== 'app') return [];
    const answer = answerOf(medium, { macPermissions, macFreshPermissions });
    if (answer.kind === 'unreadable') return [undetermined(answer.why)];
    if (answer.kind === 'absent') return [undetermined(`macPermissions.${medium}: macOS was not asked`)];
    const { permission, fact } = answer.value;
    const evidence = { fact, value: permission };
    if (permission === 'authorized') {
      const isFresh = freshOf(medium, macFreshPermissions).kind === 'value';
      const stale = isFresh ? staleRefusal(medium, macPermissions) : null;
      if (stale === null) return [grant, ...judgeTest(asked, captureTests, ownDecisions, evidence)];
      const seen = { fact: stale.fact, value: stale.permission };
      // Where the two ways of asking differ, the one that is let in may be what counts.
      const certainty = runningAnswerOf(medium, macPermissions).kind === 'value' ? 'certain' : 'likely';
      return [finding('macos.stale-process', certainty, evidence, seen), grant];
    }
    if (isOfAnother(medium, macPermissions, macIdentity))
      return [undetermined(`${fact}: ${permission}, which may be said of the program that this was started from`)];
    if (permission === 'not-determined') return [finding('macos.not-asked', 'certain', evidence)];
    // By whom it is restricted, the rules of management say.
    if (permission === 'restricted') return [];
    const isSure = isSurelyOwn(macIdentity) && !mayBeLaidDown(facts);
    return judgeDenied(medium, evidence, macConsent, isSure ? 'certain' : 'likely');
  },
});

/**
 * macOS says yes, and the app’s own window is refused all the same: as with a decision that was made for another build.
 *
 * @see https://github.com/electron/electron/issues/37091
 */
function judgeTest(
  { subject, medium, site }: Asked,
  captureTests: FactReading<'captureTests'> | undefined,
  ownDecisions: FactReading<'ownDecisions'> | undefined,
  evidence: Evidence,
): readonly Judgement[] {
  const tests = captureTests?.kind === 'value' ? captureTests.value : [];
  const test = lastCapture(tests, subject, medium, site);
  const refusedByUs = ownDecisions?.kind === 'value' && isRefused(ownDecisions.value, medium);
  const devices = { macCameras: undefined, macAudioInputs: undefined, ownDecisions };
  if (test === undefined || refusedByUs || refusalIn(test.outcome, subject, medium, devices) !== 'by-macos') return [];
  const seen = { fact: `captureTests[${tests.indexOf(test)}].outcome`, value: 'NotAllowedError' };
  return [finding('macos.signature-mismatch', 'likely', evidence, seen)];
}

/** The list in the settings goes by the app’s id, and the check by its signature: a new build may be on there and refused. */
function judgeDenied(
  medium: Medium,
  evidence: Evidence,
  macConsent: FactReading<'macConsent'> | undefined,
  certainty: Certainty,
): readonly Judgement[] {
  const rows = macConsent?.kind === 'value' ? rowsOf(macConsent.value, medium, [clientOf('this-app') ?? '']) : [];
  const allowed = rows.find(({ row }) => row.decision === 'allowed');
  const isRefused = rows.some(({ row }) => row.decision === 'denied');
  if (allowed !== undefined && !isRefused)
    return [finding('macos.signature-mismatch', 'likely', evidence, { fact: allowed.fact, value: 'allowed' })];
  return [finding('macos.denied', certainty, evidence)];
}

/** Whether it may be a profile that refuses, which macOS answers in the same way and no switch takes back. */
function mayBeLaidDown({
  macManagement,
  macEnrolment,
}: {
  readonly macManagement: FactReading<'macManagement'> | undefined;
  readonly macEnrolment: FactReading<'macEnrolment'> | undefined;
}): boolean {
  if (macEnrolment?.kind === 'value' && !macEnrolment.value.managed) return false;
  if (macManagement?.kind !== 'value') return macManagement?.kind === 'unreadable';
  return macManagement.value.overrides.kind === 'unreadable';
}

/** Whose answers these are; what follows from it the rule of the answers knows. */
const terminalIdentity = defineRule({
  id: 'macos.terminal-identity',
  causes: ['macos.terminal-identity'],
  on: ['darwin'],
  media: MEDIA,
  needs: ['macIdentity'],
  couldBlock: false,
  judge: ({ macIdentity: { own, startedFrom, sign, sure } }, { subject }) => {
    if (subject.kind !== 'app' || own) return [];
    const name = startedFrom.kind === 'value' ? startedFrom.value : 'another program';
    const value = `${sign}: ${name}`;
    return [
      finding('macos.terminal-identity', sure ? 'certain' : 'likely', { fact: 'macIdentity.startedFrom', value }),
    ];
  },
});

export const macPermissionRules: readonly Rule[] = [ownPermission, terminalIdentity];
