import { describeBrowser, isBrowserId } from '../../browsers/browsers.ts';
import type { FactReading } from '../../facts/facts.ts';
import { MEDIA } from '../../medium.ts';
import { valueOr } from '../../reading.ts';
import type { Subject } from '../../subject.ts';
import { lastCapture } from '../capture/index.ts';
import { type Asked, defineRule, finding, type Rule, undetermined } from '../rule.ts';
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
    const failed = hasFailedToOpen(captureTests, { subject, medium, site });
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

/**
 * The subject was let and yet could not open the camera, nobody is seen to have it, and there is software that keeps
 * programs from cameras without telling anybody. Whether it did is not to be seen.
 */
const shield = defineRule({
  id: 'security-software.windows',
  causes: ['security-software.shield'],
  on: ['win32'],
  media: ['camera'],
  needs: ['windowsSecurityProducts'],
  considers: ['captureTests', 'windowsUsage'],
  couldBlock: false,
  judge: ({ windowsSecurityProducts, captureTests, windowsUsage }, asked) => {
    if (!hasFailedToOpen(captureTests, asked) || isHeldByAnother(windowsUsage, asked)) return [];
    return windowsSecurityProducts.map(({ name, guard }, place) =>
      finding('security-software.shield', 'possible', {
        fact: `windowsSecurityProducts[${place}]`,
        value: `${name}: ${guard}`,
      }),
    );
  },
});

/**
 * On some computers a camera does not start for desktop programs while the switches of the microphone are off, although
 * its own are on. Whether it is so here is not to be seen.
 *
 * @see https://github.com/electron/electron/issues/25966
 */
const microphoneSwitches = defineRule({
  id: 'windows.microphone-switches-of-camera',
  causes: [],
  on: ['win32'],
  media: ['camera'],
  needs: ['windowsConsent', 'captureTests'],
  couldBlock: false,
  judge: ({ windowsConsent, captureTests }, asked) => {
    if (identityOf(asked.subject)?.kind !== 'desktop') return [];
    if (!hasFailedToOpen({ kind: 'value', value: captureTests }, asked)) return [];
    const off = SWITCHES.filter((name) => valueOr(windowsConsent.microphone[name], null) === 'deny');
    return off.length === 0
      ? []
      : [undetermined(`windowsConsent.microphone.${off[0]}: it is off, and may keep a camera from starting too`)];
  },
});

const SWITCHES = ['device', 'apps', 'desktopApps'] as const;

function hasFailedToOpen(
  captureTests: FactReading<'captureTests'> | undefined,
  { subject, medium, site }: Omit<Asked, 'platform'>,
): boolean {
  if (captureTests?.kind !== 'value') return false;
  const outcome = lastCapture(captureTests.value, subject, medium, site)?.outcome;
  return outcome?.kind === 'failed' && outcome.error === 'NotReadableError';
}

function isHeldByAnother(usage: FactReading<'windowsUsage'> | undefined, { subject, medium }: Asked): boolean {
  const users = usage?.kind === 'value' ? usage.value[medium] : [];
  return users.some(
    ({ program, using, running }) =>
      using.kind === 'value' && using.value && valueOr(running, true) && !isSubject(program, subject),
  );
}

function isSubject(program: string, subject: Subject): boolean {
  if (subject.kind === 'app') return /^(?:capture doctor|electron|node)\.exe$/i.test(program);
  const identity = identityOf(subject);
  if (identity?.kind === 'package') return isSameFamily(program, identity.family);
  if (!isBrowserId(subject.browser.product)) return false;
  return describeBrowser(subject.browser.product).windows?.program.toLowerCase() === program.toLowerCase();
}

export const windowsInUseRules: readonly Rule[] = [inUse, shield, microphoneSwitches];
