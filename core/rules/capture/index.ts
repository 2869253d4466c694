import { CAUSES } from '../../causes/catalogue.ts';
import type { Certainty } from '../../certainty.ts';
import type { Capture, CaptureOutcome } from '../../facts/capture.ts';
import type { Medium } from '../../medium.ts';
import { MEDIA } from '../../medium.ts';
import type { Platform } from '../../platform.ts';
import type { Site } from '../../site.ts';
import type { Subject } from '../../subject.ts';
import { refusalIn } from '../macos/system-refusal.ts';
import { isRefused } from '../own-refusal.ts';
import { defineRule, finding, type Judgement, type Rule, undetermined } from '../rule.ts';
import { type Circumstances, isAboutDevice, meaningOf } from './errors.ts';
import type { Sign } from './picture.ts';
import { isProof, signOf } from './proof.ts';
import { describeWait, meaningOfEnd, meaningOfNoAnswer } from './request.ts';
import { isBroken } from './sound.ts';
import { UNEXPLAINED } from './unexplained.ts';

/** The last test of this medium by this subject; for a browser, on the site in question. */
export function lastCapture(
  captures: readonly Capture[],
  subject: Subject,
  medium: Medium,
  site: Site | null,
): Capture | undefined {
  return captures.findLast(
    (capture) =>
      capture.subject === subject.id &&
      capture.medium === medium &&
      (subject.kind === 'app' || (site !== null && capture.origin === site.origin)),
  );
}

const CAUSES_OF_CAPTURE = [
  ...(['site.insecure-origin', 'site.permissions-policy'] as const),
  ...(['browser.prompt-dismissed', 'browser.prompt-pending', 'browser.site-block', 'browser.temporary-block'] as const),
  ...(['browser.media-disabled', 'browser.capture-refused'] as const),
  ...(['macos.denied', 'macos.browser-denied', 'windows.denied-without-key'] as const),
  ...(['device.none', 'device.unplugged', 'device.in-use', 'device.stuck'] as const),
  ...(['signal.no-frames', 'signal.covered', 'signal.too-dark', 'signal.frozen', 'signal.low-frame-rate'] as const),
  ...(['signal.virtual-camera', 'signal.infrared', 'signal.muted', 'signal.digital-silence'] as const),
  ...(['signal.too-quiet', 'signal.clipping', 'signal.dead-channel', 'signal.wrong-device'] as const),
] as const;

/** What a capture test saw, where it is not the picture or the sound it should be. */
const capturedOutcome = defineRule({
  id: 'capture.outcome',
  causes: CAUSES_OF_CAPTURE,
  on: ['linux', 'darwin', 'win32'],
  media: MEDIA,
  needs: ['captureTests'],
  considers: ['ownDecisions', 'macVersion', 'macCameras', 'macAudioInputs'],
  couldBlock: false,
  judge: ({ captureTests, ownDecisions, macVersion, ...devices }, { subject, medium, site, platform }) => {
    const capture = lastCapture(captureTests, subject, medium, site);
    const refusedByUs =
      subject.kind === 'app' && ownDecisions?.kind === 'value' && isRefused(ownDecisions.value, medium);
    if (capture === undefined || refusedByUs) return [];
    // Whose refusal that is, macOS’ own rules say.
    const onMac = macVersion !== undefined;
    if (onMac && refusalIn(capture.outcome, subject, medium, { ...devices, ownDecisions }) !== 'no') return [];
    return judgeCapture(capture, captureTests.indexOf(capture), platform);
  },
});

/**
 * A test that failed without a sure cause, or that could not measure. The settings may all be fine: it must not pass as that.
 */
const unexplained = defineRule({
  id: UNEXPLAINED,
  causes: [],
  on: ['linux', 'darwin', 'win32'],
  media: MEDIA,
  needs: [],
  considers: ['captureTests', 'ownDecisions', 'macVersion', 'macCameras', 'macAudioInputs'],
  couldBlock: true,
  judge: ({ captureTests, macVersion, ...devices }, { subject, medium, site, platform }) => {
    if (captureTests?.kind !== 'value') return [];
    const capture = lastCapture(captureTests.value, subject, medium, site);
    if (capture === undefined || isProof(capture) || capture.outcome.kind === 'cancelled') return [];
    if (macVersion !== undefined && refusalIn(capture.outcome, subject, medium, devices) !== 'no') return [];
    const index = captureTests.value.indexOf(capture);
    const explained = judgeCapture(capture, index, platform).some(
      (judgement) => judgement.kind === 'finding' && judgement.certainty !== 'possible',
    );
    return explained ? [] : [undetermined(`captureTests[${index}].outcome: ${describe(capture)}`)];
  },
});

function judgeCapture(capture: Capture, index: number, platform: Platform): readonly Judgement[] {
  const fact = `captureTests[${index}].outcome`;
  const circumstances = circumstancesOf(capture, platform);
  const signs = signsOf(capture, circumstances);
  const found = signs.map(({ cause, certainty, value }) => finding(cause, certainty, { fact, value }));
  const working = capture.others.findIndex(isProof);
  if (working === -1 || !(isAboutDevice(circumstances) || signs.some(givesNothing))) return found;
  const other = { fact: `captureTests[${index}].others[${working}]`, value: 'works' };
  return [
    finding(
      'signal.wrong-device',
      certaintyOfOther(capture, signs),
      { fact, value: signs[0]?.value ?? describe(capture) },
      other,
    ),
    ...found,
  ];
}

/** That another works is sure; that the chosen one does not, no surer than what was measured of it. */
function certaintyOfOther({ outcome }: Capture, signs: readonly Sign[]): Certainty {
  if (outcome.kind !== 'picture' && outcome.kind !== 'sound') return 'certain';
  const sign = signs.find(givesNothing);
  // A shutter is closed on purpose.
  return sign === undefined || sign.cause === 'signal.covered' ? 'possible' : sign.certainty;
}

/** A device that does not open or is silent; one whose user or site is refused is not to blame. */
function givesNothing({ cause }: Sign): boolean {
  const { layer, effect } = CAUSES[cause];
  return (layer === 'signal' && effect === 'blocks') || layer === 'in-use' || cause === 'signal.virtual-camera';
}

function circumstancesOf({ medium, subject, engine, request, outcome }: Capture, platform: Platform): Circumstances {
  const constraint = outcome.kind === 'failed' ? outcome.constraint : null;
  return { medium, platform, own: subject === 'this-app', engine: engine.name, request, constraint };
}

function signsOf(capture: Capture, circumstances: Circumstances): readonly Sign[] {
  const { outcome, request } = capture;
  switch (outcome.kind) {
    case 'picture':
    case 'sound': {
      if (outcome.measured.track.ended) return [endedSign(circumstances)];
      const sign = signOf(capture);
      return sign === null ? [] : withHolder(sign, circumstances);
    }
    case 'no-signal':
      return noSignal(outcome, circumstances);
    case 'no-answer':
      return meaningOfNoAnswer(circumstances).map(([cause, certainty]) => ({
        cause,
        certainty,
        value: describeWait(circumstances),
      }));
    case 'no-devices':
      return request.secure
        ? [{ cause: 'browser.media-disabled', certainty: 'likely', value: 'a secure page without mediaDevices' }]
        : [{ cause: 'site.insecure-origin', certainty: 'likely', value: 'the page has no mediaDevices' }];
    case 'failed': {
      const value = describe(capture);
      return meaningOf(outcome.error, outcome.message, circumstances).map(([cause, certainty]) => ({
        cause,
        certainty,
        value,
      }));
    }
    case 'not-measured':
    case 'cancelled':
      return [];
  }
}

function noSignal(
  { milliseconds, track }: Extract<CaptureOutcome, { kind: 'no-signal' }>,
  circumstances: Circumstances,
): readonly Sign[] {
  if (track.ended && circumstances.request.listed === 0) return [endedSign(circumstances)];
  if (track.ended && circumstances.request.permissionAfter !== 'granted') return [endedSign(circumstances)];
  if (track.muted) {
    return withHolder({ cause: 'signal.muted', certainty: 'certain', value: 'the track is muted' }, circumstances);
  }
  if (circumstances.medium === 'microphone') return track.ended ? [endedSign(circumstances)] : [];
  return [{ cause: 'signal.no-frames', certainty: 'certain', value: `no frame in ${milliseconds} ms` }];
}

/** Newer Firefox opens a camera that another program has, and mutes it. @see https://github.com/suitenumerique/meet/issues/1626 */
function withHolder(sign: Sign, { engine, medium }: Circumstances): readonly Sign[] {
  const held = sign.cause === 'signal.muted' && engine === 'gecko' && medium === 'camera';
  return held ? [sign, { cause: 'device.in-use', certainty: 'possible', value: sign.value }] : [sign];
}

function endedSign(circumstances: Circumstances): Sign {
  const [cause, certainty] = meaningOfEnd(circumstances);
  const { permissionAfter, listed } = circumstances.request;
  return { cause, certainty, value: `the track ended; permission ${permissionAfter}, ${listed ?? '?'} devices listed` };
}

function describe({ outcome, request }: Capture): string {
  if (outcome.kind === 'failed') return `${outcome.error}: ${outcome.message} (after ${request.milliseconds} ms)`;
  if (outcome.kind === 'sound' && isBroken(outcome.measured)) {
    return `sound, of which ${outcome.measured.notNumbers} samples were no numbers`;
  }
  return outcome.kind === 'not-measured' ? `could not be measured: ${outcome.why}` : outcome.kind;
}

export const captureRules: readonly Rule[] = [capturedOutcome, unexplained];
