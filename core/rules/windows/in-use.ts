import { describeBrowser, isBrowserId } from '../../browsers/browsers.ts';
import { MEDIA } from '../../medium.ts';
import type { Subject } from '../../subject.ts';
import { lastCapture } from '../capture/index.ts';
import { defineRule, finding, type Rule, undetermined } from '../rule.ts';
import { identityOf, isSameFamily } from './identity.ts';

/**
 * Another program uses the device, as Windows notes it. Most devices are shared and a note outlives a crash, so that it
 * is likely to blame only where the program runs and this subject has just failed to open the device.
 */
const inUse = defineRule({
  id: 'device.windows-in-use',
  causes: ['device.in-use'],
  on: ['win32'],
  media: MEDIA,
  needs: ['windowsUsage'],
  considers: ['captureTests'],
  couldBlock: false,
  judge: ({ windowsUsage, captureTests }, { subject, medium, site }) => {
    const outcome =
      captureTests?.kind === 'value' ? lastCapture(captureTests.value, subject, medium, site)?.outcome : undefined;
    const failed = outcome?.kind === 'failed' && outcome.error === 'NotReadableError';
    const others = windowsUsage[medium].map((user, place) => ({ ...user, place }));
    const unread = others.flatMap(({ using, place }) =>
      using.kind === 'unreadable' ? [`windowsUsage.${medium}[${place}].using: ${using.why}`] : [],
    );
    const judged = others.flatMap(({ program, using, running, place }) => {
      const over = running.kind === 'value' && !running.value;
      if (using.kind !== 'value' || !using.value || over || isSubject(program, subject)) return [];
      const certainty = failed && running.kind === 'value' ? 'likely' : 'possible';
      return [finding('device.in-use', certainty, { fact: `windowsUsage.${medium}[${place}]`, value: program })];
    });
    return unread[0] === undefined ? judged : [...judged, undetermined(unread[0])];
  },
});

function isSubject(program: string, subject: Subject): boolean {
  if (subject.kind === 'app') return /^(?:capture doctor|electron|node)\.exe$/i.test(program);
  const identity = identityOf(subject);
  if (identity?.kind === 'package') return isSameFamily(program, identity.family);
  if (!isBrowserId(subject.browser.product)) return false;
  return describeBrowser(subject.browser.product).windows?.program.toLowerCase() === program.toLowerCase();
}

export const windowsInUseRules: readonly Rule[] = [inUse];
