import type { FactReading } from '../../facts/facts.ts';
import type { MediumPolicy } from '../../facts/windows.ts';
import { MEDIA, type Medium } from '../../medium.ts';
import type { Reading } from '../../reading.ts';
import { defineRule, finding, type Judgement, type Rule, undetermined } from '../rule.ts';
import { identityOf, ownAnswer } from './identity.ts';
import { effective, isDisputedDenial, listNaming, listsOf } from './policy.ts';

/**
 * The policy speaks of Windows apps and can exempt packages only. In practice a forced refusal reaches desktop programs
 * too, so for them it is likely; where Windows itself answers yes to one, it is no more than possible.
 *
 * @see https://learn.microsoft.com/windows/client-management/mdm/policy-csp-privacy
 * @see https://github.com/Disassembler0/Win10-Initial-Setup-Script/issues/327
 */
const appPolicy = defineRule({
  id: 'windows.app-policy',
  causes: ['windows.policy-denies-apps', 'windows.policy-denies-this-app'],
  on: ['win32'],
  media: MEDIA,
  needs: ['windowsPolicies'],
  considers: ['windowsMediaAccess'],
  couldBlock: true,
  judge: ({ windowsPolicies, windowsMediaAccess }, { subject, medium }) => {
    const policy = windowsPolicies[medium];
    const identity = identityOf(subject);
    if (identity === null) return [undetermined(`the package of ${subject.id} is not known`)];
    return identity.kind === 'package'
      ? judgePackage(policy, identity.family, medium)
      : judgeDesktop(policy, medium, windowsMediaAccess);
  },
});

function judgeDesktop(
  policy: MediumPolicy,
  medium: Medium,
  access: FactReading<'windowsMediaAccess'> | undefined,
): readonly Judgement[] {
  const { all, from } = effective(policy, 'all');
  const fact = `windowsPolicies.${medium}.${from}.all`;
  const answer = ownAnswer(access, medium);
  const certainty = answer === 'yes' ? 'possible' : 'likely';
  // Where the two policies differ, Windows’ own answer shows which of them counts.
  if (answer !== null && isDisputedDenial(policy))
    return [finding('windows.policy-denies-apps', certainty, { fact: `windowsPolicies.${medium}`, value: 'deny' })];
  if (all.kind === 'unreadable') return [undetermined(`${fact}: ${all.why}`)];
  if (all.kind === 'absent' || all.value !== 'deny') return [];
  return [finding('windows.policy-denies-apps', certainty, { fact, value: 'deny' })];
}

function judgePackage(policy: MediumPolicy, family: string, medium: Medium): readonly Judgement[] {
  const factOf = (from: string, part: string): string => `windowsPolicies.${medium}.${from}.${part}`;
  for (const { reading, list, from } of listsOf(policy)) {
    if (reading.kind === 'unreadable') return [undetermined(`${factOf(from, list)}: ${reading.why}`)];
  }
  const naming = listNaming(policy, family);
  if (naming?.list === 'forceDeny')
    return [
      finding('windows.policy-denies-this-app', 'certain', { fact: factOf(naming.from, naming.list), value: family }),
    ];
  if (naming !== undefined) return [];
  const { all, from } = effective(policy, 'all');
  const fact = factOf(from, 'all');
  if (all.kind === 'unreadable') return [undetermined(`${fact}: ${all.why}`)];
  if (all.kind === 'absent' || all.value !== 'deny') return [];
  return [finding('windows.policy-denies-apps', 'certain', { fact, value: 'deny' })];
}

/** Switches the devices off, whoever asks. */
const cameraPolicy = defineRule({
  id: 'windows.camera-policy',
  causes: ['windows.policy-disables-camera'],
  on: ['win32'],
  media: ['camera'],
  needs: ['windowsPolicies'],
  couldBlock: true,
  judge: ({ windowsPolicies }) =>
    (['mdm', 'group'] as const).flatMap((from) => {
      const fact = `windowsPolicies.allowCamera.${from}`;
      const allowed: Reading<boolean> = windowsPolicies.allowCamera[from];
      if (allowed.kind === 'unreadable') return [undetermined(`${fact}: ${allowed.why}`)];
      if (allowed.kind === 'absent' || allowed.value) return [];
      return [finding('windows.policy-disables-camera', 'certain', { fact, value: 'AllowCamera = 0' })];
    }),
});

const SERVICES = {
  camera: { cause: 'windows.camera-service-disabled', names: ['camsvc', 'FrameServer'] },
  microphone: { cause: 'windows.audio-service-disabled', names: ['Audiosrv', 'AudioEndpointBuilder', 'camsvc'] },
} as const;

const services = defineRule({
  id: 'windows.services',
  causes: ['windows.camera-service-disabled', 'windows.audio-service-disabled'],
  on: ['win32'],
  media: MEDIA,
  needs: ['windowsServices'],
  couldBlock: true,
  judge: ({ windowsServices }, { medium }) => {
    const { cause, names } = SERVICES[medium];
    return names.flatMap((name) => {
      const start = windowsServices[name];
      const fact = `windowsServices.${name}`;
      if (start.kind === 'unreadable') return [undetermined(`${fact}: ${start.why}`)];
      if (start.kind === 'absent' || start.value === 'enabled') return [];
      return [finding(cause, 'certain', { fact, value: 'disabled' })];
    });
  },
});

export const managementRules: readonly Rule[] = [appPolicy, cameraPolicy, services];
