import type { CauseId } from '../causes/catalogue.ts';
import type { Certainty } from '../certainty.ts';
import type { Capture } from '../facts/capture.ts';
import type { Medium } from '../medium.ts';
import { MEDIA } from '../medium.ts';
import type { Site } from '../site.ts';
import type { Subject } from '../subject.ts';
import { refusalIn } from './macos/system-refusal.ts';
import { isRefused } from './own-refusal.ts';
import { defineRule, finding, type Judgement, type Rule } from './rule.ts';

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

/** Whether what a test saw proves that the device works: something came, and it was no stand-in for a picture or a sound. */
export function isProof(outcome: Capture['outcome']): boolean {
  if (outcome.kind === 'picture') return outcome.measured.deviation > 0;
  return outcome.kind === 'sound' && outcome.measured.rms !== null;
}

/**
 * What a browser’s own words mean where they mean one thing. `NotReadableError` says busy, broken and guarded alike, so
 * it is no more than possible; what the system and the profile tell comes first.
 *
 * @see https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia
 */
const ERRORS: Readonly<Record<string, readonly [CauseId, Certainty]>> = {
  NotFoundError: ['device.none', 'likely'],
  NotAllowedError: ['browser.temporary-block', 'likely'],
  NotReadableError: ['device.in-use', 'possible'],
  AbortError: ['device.in-use', 'possible'],
};

/** What a capture test saw, where it is not the picture or the sound it should be. */
const captureFailed = defineRule({
  id: 'capture.outcome',
  causes: [
    'device.none',
    'browser.temporary-block',
    'browser.prompt-dismissed',
    'browser.prompt-pending',
    'device.in-use',
    'site.insecure-origin',
    'signal.covered',
    'signal.no-frames',
    'signal.digital-silence',
  ],
  on: ['linux', 'darwin', 'win32'],
  media: MEDIA,
  needs: ['captureTests'],
  considers: ['ownDecisions', 'macVersion', 'macCameras', 'macAudioInputs'],
  couldBlock: false,
  judge: ({ captureTests, ownDecisions, macVersion, ...devices }, { subject, medium, site }) => {
    const capture = lastCapture(captureTests, subject, medium, site);
    const refusedByUs =
      subject.kind === 'app' && ownDecisions?.kind === 'value' && isRefused(ownDecisions.value, medium);
    if (capture === undefined || refusedByUs) return [];
    // Whose refusal that is, macOS’ own rules say.
    const onMac = macVersion !== undefined;
    if (onMac && refusalIn(capture.outcome, subject, medium, { ...devices, ownDecisions }) !== 'no') return [];
    return judgeCapture(capture, captureTests.indexOf(capture), medium);
  },
});

function judgeCapture({ outcome }: Capture, index: number, medium: Medium): readonly Judgement[] {
  const fact = `captureTests[${index}].outcome`;
  const say = (cause: CauseId, certainty: Certainty, value: string): readonly Judgement[] => [
    finding(cause, certainty, { fact, value }),
  ];
  switch (outcome.kind) {
    case 'picture':
      return outcome.measured.deviation > 0 ? [] : say('signal.covered', 'likely', 'a picture without texture');
    case 'sound':
      return outcome.measured.rms === null ? say('signal.digital-silence', 'certain', 'every sample is zero') : [];
    case 'no-signal':
      return medium === 'camera' ? say('signal.no-frames', 'certain', 'no frame came') : [];
    case 'no-answer':
      return say('browser.prompt-pending', 'likely', 'no answer');
    case 'no-devices':
      return say('site.insecure-origin', 'likely', 'the page has no mediaDevices');
    case 'failed': {
      if (/dismissed/i.test(outcome.message)) return say('browser.prompt-dismissed', 'certain', outcome.message);
      const known = ERRORS[outcome.error];
      return known === undefined ? [] : say(...known, `${outcome.error}: ${outcome.message}`);
    }
  }
}

export const captureRules: readonly Rule[] = [captureFailed];
