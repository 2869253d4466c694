import { describeBrowser, isBrowserId } from '../../browsers/browsers.ts';
import type { CauseId } from '../../causes/catalogue.ts';
import type { Certainty } from '../../certainty.ts';
import type { FactReading } from '../../facts/facts.ts';
import type { Consent, ConsentSetting } from '../../facts/windows.ts';
import { MEDIA, type Medium } from '../../medium.ts';
import type { Subject } from '../../subject.ts';
import { defineRule, finding, grant, type Judgement, type Rule, undetermined } from '../rule.ts';
import { identityOf, isSameFamily, ownAnswer } from './identity.ts';

interface Switch {
  readonly cause: CauseId;
  readonly fact: string;
  readonly setting: ConsentSetting;
}

/**
 * The privacy switches. One that is missing was never touched, and refuses nothing. Windows’ own answer outweighs the
 * keys for unpackaged programs: tools write the keys without Windows heeding them.
 *
 * @see https://support.microsoft.com/windows/windows-camera-microphone-and-privacy-a83257bc-e990-d54a-d212-b5e41beba857
 */
const consent = defineRule({
  id: 'windows.consent',
  causes: [
    'windows.device-access-off',
    'windows.apps-access-off',
    'windows.desktop-apps-off',
    'windows.consent-conflict',
    'windows.denied-without-key',
    'windows.app-access-off',
    'windows.exe-access-off',
  ],
  on: ['win32'],
  media: MEDIA,
  needs: ['windowsConsent'],
  considers: ['windowsMediaAccess', 'windowsVersion'],
  couldBlock: true,
  judge: ({ windowsConsent, windowsMediaAccess, windowsVersion }, { subject, medium }) => {
    const identity = identityOf(subject);
    if (identity === null) return [undetermined(`the package of ${subject.id} is not known`)];
    const stored = windowsConsent[medium];
    const fact = `windowsConsent.${medium}`;
    const mayBeStale = keepsConsentElsewhere(windowsVersion);
    if (identity.kind === 'package') {
      const own = stored.packages.findIndex(({ family }) => isSameFamily(family, identity.family));
      const setting: ConsentSetting = stored.packages[own]?.setting ?? { kind: 'absent' };
      return judgeSwitches(
        [
          ...shared(stored, fact),
          { cause: 'windows.app-access-off', fact: `${fact}.packages[${own}].setting`, setting },
        ],
        mayBeStale ? 'likely' : 'certain',
      );
    }
    return judgeDesktop(stored, { subject, medium, fact, mayBeStale, answer: ownAnswer(windowsMediaAccess, medium) });
  },
});

function shared(stored: Consent, fact: string): readonly Switch[] {
  return [
    { cause: 'windows.device-access-off', fact: `${fact}.device`, setting: stored.device },
    { cause: 'windows.apps-access-off', fact: `${fact}.apps`, setting: stored.apps },
  ];
}

interface About {
  readonly subject: Subject;
  readonly medium: Medium;
  readonly fact: string;
  readonly mayBeStale: boolean;
  readonly answer: 'yes' | 'no' | null;
}

function judgeDesktop(stored: Consent, { subject, fact, mayBeStale, answer }: About): readonly Judgement[] {
  const switches = [
    ...shared(stored, fact),
    { cause: 'windows.desktop-apps-off', fact: `${fact}.desktopApps`, setting: stored.desktopApps } as const,
  ];
  const denying = switches.filter(({ setting }) => setting.kind === 'value' && setting.value === 'deny');
  const own = judgeProgram(stored, subject, fact);
  if (denying.length > 0 && (answer === 'yes' || (answer === null && isConflict(denying, stored)))) {
    return [...own, finding('windows.consent-conflict', 'possible', ...denying.map(toEvidence))];
  }
  const certainty = mayBeStale && answer === null ? 'likely' : isConflict(denying, stored) ? 'likely' : 'certain';
  const judged = [...own, ...judgeSwitches(switches, certainty)];
  if (judged.length === 0 && answer === 'no')
    return [
      finding('windows.denied-without-key', 'likely', { fact: 'windowsMediaAccess', value: 'denied or restricted' }),
    ];
  const isStored = isAllowed(stored.apps) && stored.desktopApps.kind !== 'unreadable';
  return judged.length === 0 && isStored && subject.kind === 'app' ? [grant] : judged;
}

/** The switch for all apps is off, and that for desktop apps on: Settings never leaves them so, other programs do. */
function isConflict(denying: readonly Switch[], { desktopApps }: Consent): boolean {
  return denying.length === 1 && denying[0]?.cause === 'windows.apps-access-off' && isAllowed(desktopApps);
}

function isAllowed(setting: ConsentSetting): boolean {
  return setting.kind === 'value' && setting.value === 'allow';
}

function judgeSwitches(switches: readonly Switch[], certainty: Certainty): readonly Judgement[] {
  return switches.flatMap((each) => {
    const { cause, fact, setting } = each;
    if (setting.kind === 'unreadable') return [undetermined(`${fact}: ${setting.why}`)];
    return setting.kind === 'value' && setting.value === 'deny' ? [finding(cause, certainty, toEvidence(each))] : [];
  });
}

function toEvidence({ fact }: Switch) {
  return { fact, value: 'deny' };
}

function judgeProgram(stored: Consent, subject: Subject, fact: string): readonly Judgement[] {
  if (subject.kind === 'app' || !isBrowserId(subject.browser.product)) return [];
  const program = describeBrowser(subject.browser.product).windows?.program.toLowerCase();
  const place = stored.programs.findIndex((each) => each.program === program);
  const setting = stored.programs[place]?.setting;
  if (setting === undefined) return [];
  return judgeSwitches(
    [{ cause: 'windows.exe-access-off', fact: `${fact}.programs[${place}].setting`, setting }],
    'likely',
  );
}

/** From here on consent stands in a database that programs cannot read, and the keys are a copy that may be old. */
const DATABASE = { builds: [26_100, 26_200], revision: 7_623 } as const;

/** @see https://github.com/agadiffe/WindowsMize/issues/3 */
function keepsConsentElsewhere(version: FactReading<'windowsVersion'> | undefined): boolean {
  if (version?.kind !== 'value') return true;
  const { build, revision } = version.value;
  if (build > Math.max(...DATABASE.builds)) return true;
  if (!DATABASE.builds.some((each) => each === build)) return false;
  return revision.kind !== 'value' || revision.value >= DATABASE.revision;
}

export const consentRules: readonly Rule[] = [consent];
