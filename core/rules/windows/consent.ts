import type { CauseId } from '../../causes/catalogue.ts';
import type { Certainty } from '../../certainty.ts';
import type { FactReading } from '../../facts/facts.ts';
import type { Consent, ConsentSetting } from '../../facts/windows.ts';
import { MEDIA } from '../../medium.ts';
import type { Subject } from '../../subject.ts';
import { defineRule, finding, grant, type Judgement, type Rule, undetermined } from '../rule.ts';
import { identityOf, isSameFamily, ownAnswer } from './identity.ts';
import { isForcedToAllow } from './policy.ts';

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
  considers: ['windowsMediaAccess', 'windowsPolicies', 'windowsVersion'],
  couldBlock: true,
  judge: ({ windowsConsent, windowsMediaAccess, windowsPolicies, windowsVersion }, { subject, medium }) => {
    const identity = identityOf(subject);
    if (identity === null) return [undetermined(`the package of ${subject.id} is not known`)];
    const stored = windowsConsent[medium];
    const fact = `windowsConsent.${medium}`;
    const mayBeStale = keepsConsentElsewhere(windowsVersion);
    const forced = windowsPolicies?.kind === 'value' && isForcedToAllow(windowsPolicies.value[medium], identity);
    if (identity.kind === 'package') {
      const own = stored.packages.findIndex(({ family }) => isSameFamily(family, identity.family));
      const setting: ConsentSetting = stored.packages[own]?.setting ?? { kind: 'absent' };
      const [device, apps] = shared(stored, fact);
      const ofPackage = { cause: 'windows.app-access-off', fact: `${fact}.packages[${own}].setting`, setting } as const;
      const certainty = mayBeStale ? 'likely' : 'certain';
      const ofPerson = judgeSwitches([apps, ofPackage], certainty);
      return [
        ...judgeSwitches([device], certainty),
        // A policy that allows it takes the person’s own switches out of play.
        ...(forced === 'perhaps' && ofPerson.length > 0 ? [undetermined(overruled(fact))] : forced ? [] : ofPerson),
      ];
    }
    const answer = ownAnswer(windowsMediaAccess, medium);
    const hasDesktopSwitch =
      windowsVersion?.kind !== 'value' || windowsVersion.value.build >= FIRST_WITH_DESKTOP_SWITCH;
    return judgeDesktop(stored, { subject, fact, mayBeStale, isForced: forced !== false, answer, hasDesktopSwitch });
  },
});

/** Version 1903. Before it the switch for apps holds for desktop programs too, and only other programs write the key. */
const FIRST_WITH_DESKTOP_SWITCH = 18_362;

function shared(stored: Consent, fact: string): readonly [Switch, Switch] {
  return [
    { cause: 'windows.device-access-off', fact: `${fact}.device`, setting: stored.device },
    { cause: 'windows.apps-access-off', fact: `${fact}.apps`, setting: stored.apps },
  ];
}

interface About {
  readonly subject: Subject;
  readonly fact: string;
  readonly mayBeStale: boolean;
  readonly isForced: boolean;
  readonly answer: 'yes' | 'no' | null;
  readonly hasDesktopSwitch: boolean;
}

function judgeDesktop(stored: Consent, about: About): readonly Judgement[] {
  const { subject, fact, mayBeStale, answer, hasDesktopSwitch } = about;
  const common = shared(stored, fact);
  const desktop: Switch = {
    // Of a key without a switch the person can only set the switch above it anew.
    cause: hasDesktopSwitch ? 'windows.desktop-apps-off' : 'windows.apps-access-off',
    fact: `${fact}.desktopApps`,
    setting: stored.desktopApps,
  };
  const switches = [...common, desktop];
  const denying = switches.filter(({ setting }) => setting.kind === 'value' && setting.value === 'deny');
  const own = judgeProgram(stored, subject, fact);
  const unsure = judgeUnsure(denying, stored, about);
  if (unsure !== null) return [...own, ...unsure];
  const certainty = mayBeStale && answer === null ? 'likely' : isConflict(denying, stored) ? 'likely' : 'certain';
  const judged = [
    ...own,
    ...judgeSwitches(common, certainty),
    ...judgeSwitches([desktop], hasDesktopSwitch ? certainty : 'likely'),
  ];
  if (answer === 'no' && !judged.some(({ kind }) => kind === 'finding')) return [deniedWithoutKey('likely'), ...judged];
  const isStored = isAllowed(stored.apps) && stored.desktopApps.kind !== 'unreadable';
  return judged.length === 0 && isStored && subject.kind === 'app' ? [grant] : judged;
}

function deniedWithoutKey(certainty: Certainty): Judgement {
  return finding('windows.denied-without-key', certainty, {
    fact: 'windowsMediaAccess',
    value: 'denied or restricted',
  });
}

/** Where Windows may well not heed what the switches say; null where they count. */
function judgeUnsure(
  denying: readonly Switch[],
  stored: Consent,
  { fact, mayBeStale, isForced, answer }: About,
): readonly Judgement[] | null {
  if (denying.length > 0 && (answer === 'yes' || (answer === null && isConflict(denying, stored))))
    return [finding('windows.consent-conflict', 'possible', ...denying.map(toEvidence))];
  const device = denying.filter(({ cause }) => cause === 'windows.device-access-off');
  if (!isForced || answer !== null || denying.length === device.length) return null;
  return [...judgeSwitches(device, mayBeStale ? 'likely' : 'certain'), undetermined(overruled(fact))];
}

function overruled(fact: string): string {
  return `${fact}: a policy allows what a switch denies, and which of them counts only Windows can say`;
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
  if (subject.kind === 'app') return [];
  if (stored.programs.kind === 'absent') return [];
  if (stored.programs.kind === 'unreadable') return [undetermined(`${fact}.programs: ${stored.programs.why}`)];
  const path = subject.browser.program.toLowerCase();
  const place = stored.programs.value.findIndex((each) => each.program.toLowerCase() === path);
  const setting = stored.programs.value[place]?.setting;
  if (setting === undefined) return [];
  return judgeSwitches(
    [{ cause: 'windows.exe-access-off', fact: `${fact}.programs[${place}].setting`, setting }],
    'likely',
  );
}

/**
 * From here on consent stands in a database that programs cannot read, and the keys are a copy that may be old. Builds
 * between and after these are previews, which have it at revisions of their own.
 */
const DATABASE = { builds: [26_100, 26_200], revision: 7_623 } as const;

/** @see https://github.com/agadiffe/WindowsMize/issues/3 */
function keepsConsentElsewhere(version: FactReading<'windowsVersion'> | undefined): boolean {
  if (version?.kind !== 'value') return true;
  const { build, revision } = version.value;
  if (build < Math.min(...DATABASE.builds)) return false;
  if (!DATABASE.builds.some((each) => each === build)) return true;
  return revision.kind !== 'value' || revision.value >= DATABASE.revision;
}

/**
 * Before version 1803 there was one switch for apps, and it reached packaged ones only. What Windows then means where it
 * answers no to a desktop program is not known.
 *
 * @see https://github.com/undergroundwires/privacy.sexy/blob/master/src/application/collections/windows.yaml
 */
const deviceAccess = defineRule({
  id: 'windows.device-access',
  causes: ['windows.apps-access-off', 'windows.denied-without-key'],
  on: ['win32'],
  media: MEDIA,
  needs: ['windowsDeviceAccess'],
  considers: ['windowsMediaAccess'],
  couldBlock: true,
  judge: ({ windowsDeviceAccess, windowsMediaAccess }, { subject, medium }) => {
    if (identityOf(subject)?.kind !== 'package')
      return ownAnswer(windowsMediaAccess, medium) === 'no'
        ? [
            deniedWithoutKey('possible'),
            undetermined('windowsMediaAccess: Windows says no, and this version has no switch for desktop programs'),
          ]
        : [];
    const fact = `windowsDeviceAccess.${medium}`;
    return judgeSwitches([{ cause: 'windows.apps-access-off', fact, setting: windowsDeviceAccess[medium] }], 'likely');
  },
});

export const consentRules: readonly Rule[] = [consent, deviceAccess];
