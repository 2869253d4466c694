import type { FactReading, FactValue } from '../../facts/facts.ts';
import type { Evidence } from '../../finding.ts';
import { clientOf } from '../../mac-clients.ts';
import { MEDIA, type Medium } from '../../medium.ts';
import type { Subject } from '../../subject.ts';
import { lastCapture } from '../capture/index.ts';
import { defineRule, finding, type Judgement, type Rule, undetermined } from '../rule.ts';
import { type FoundRow, rowsOf } from './consent-rows.ts';
import { refusalIn } from './system-refusal.ts';

/**
 * Whether macOS lets a browser at a device: by its decision, where that may be read, and by what a test in the browser
 * was told. Safari has a right of its own and no such decision.
 *
 * @see https://www.rainforestqa.com/blog/macos-tcc-db-deep-dive
 * @see https://www.microsoft.com/en-us/security/blog/2024/10/17/new-macos-vulnerability-hm-surf-could-lead-to-unauthorized-data-access/
 */
const browserConsent = defineRule({
  id: 'macos.browser-consent',
  causes: [
    'macos.browser-denied',
    'macos.managed-deny',
    'macos.signature-mismatch',
    'macos.terminal-identity',
    'device.none',
  ],
  on: ['darwin'],
  media: MEDIA,
  subjects: 'browsers',
  needs: ['macConsent'],
  considers: ['captureTests', 'macCameras', 'macAudioInputs', 'macLid'],
  couldBlock: true,
  judge: ({ macConsent, captureTests, macCameras, macAudioInputs, macLid }, { subject, medium, site }) => {
    if (subject.kind !== 'browser' || subject.browser.engine === 'webkit') return [];
    const rows = rowsOf(macConsent, medium, clientsOf(subject));
    const tests = captureTests?.kind === 'value' ? captureTests.value : [];
    const test = lastCapture(tests, subject, medium, site);
    const refusal =
      test === undefined ? 'no' : refusalIn(test.outcome, subject, medium, { macCameras, macAudioInputs, macLid });
    const denied = judgeDenials(rows);
    if (denied.length > 0) return denied;
    const unread = unreadStores(macConsent);
    if (test === undefined || refusal === 'no') return [...judgeUnclear(rows), ...unread];
    const evidence = {
      fact: `captureTests[${tests.indexOf(test)}].outcome`,
      value: test.outcome.kind === 'failed' ? `${test.outcome.error}: ${test.outcome.message}` : test.outcome.kind,
    };
    if (refusal === 'perhaps')
      return [
        finding('macos.browser-denied', 'possible', evidence),
        finding('device.none', 'possible', evidence),
        undetermined(`${evidence.fact}: Firefox says the same without a device and where macOS refuses it`),
      ];
    return judgeRefusal(rows, evidence, unread.length === 0, deviceEvidence(medium, macCameras, macAudioInputs));
  },
});

type BrowserSubject = Extract<Subject, { kind: 'browser' }>;

function clientsOf({ browser }: BrowserSubject): readonly string[] {
  const client = clientOf(browser.product);
  return client === null ? [browser.program] : [client, browser.program];
}

/** One that denies is enough: both databases have to let it through. */
function judgeDenials(rows: readonly FoundRow[]): readonly Judgement[] {
  return rows.flatMap(({ row, fact }) => {
    if (row.decision !== 'denied') return [];
    const reason = row.reason.kind === 'value' ? row.reason.value : null;
    const evidence = { fact, value: `${row.client}: denied${reason === null ? '' : ` (${reason})`}` };
    if (reason === 'mdm' || reason === 'override') return [finding('macos.managed-deny', 'certain', evidence)];
    // Without its sentence for the person the browser is broken, and no switch helps.
    return [finding('macos.browser-denied', reason === 'usage-string' ? 'likely' : 'certain', evidence)];
  });
}

/** `limited` is for photos alone, and nobody says what `unknown` does. */
function judgeUnclear(rows: readonly FoundRow[]): readonly Judgement[] {
  return rows.flatMap(({ row, fact }) =>
    row.decision === 'limited' || row.decision === 'unknown'
      ? [undetermined(`${fact}: what the decision ${row.decision} does is not known`)]
      : [],
  );
}

/** macOS refused: against its own decision for the browser, or by one that was not seen. */
function judgeRefusal(
  rows: readonly FoundRow[],
  evidence: Evidence,
  isAllRead: boolean,
  device: readonly Evidence[],
): readonly Judgement[] {
  const allowed = rows.find(({ row }) => row.decision === 'allowed');
  if (allowed !== undefined)
    return [
      finding('macos.signature-mismatch', 'likely', evidence, { fact: allowed.fact, value: 'allowed' }, ...device),
    ];
  const denied = finding('macos.browser-denied', 'likely', evidence, ...device);
  // With nothing decided it would have asked, unless it was asked in the name of another program.
  return isAllRead && rows.length === 0 ? [denied, finding('macos.terminal-identity', 'possible', evidence)] : [denied];
}

function deviceEvidence(
  medium: Medium,
  macCameras: FactReading<'macCameras'> | undefined,
  macAudioInputs: FactReading<'macAudioInputs'> | undefined,
): readonly Evidence[] {
  const [fact, devices] =
    medium === 'camera' ? (['macCameras', macCameras] as const) : (['macAudioInputs', macAudioInputs] as const);
  return devices?.kind === 'value' ? [{ fact, value: `${devices.value.length} there` }] : [];
}

/** Without a denial in what was read, what was not read may hold one. */
function unreadStores(consent: FactValue<'macConsent'>): readonly Judgement[] {
  return (['user', 'system'] as const).flatMap((name) => {
    const store = consent[name];
    return store.kind === 'unreadable' ? [undetermined(`macConsent.${name}: ${store.why}`)] : [];
  });
}

export const macConsentRules: readonly Rule[] = [browserConsent];
