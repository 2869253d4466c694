import type { FactReading } from '../../facts/facts.ts';
import { clientOf } from '../../mac-clients.ts';
import { MEDIA, type Medium } from '../../medium.ts';
import { lastCapture } from '../capture/index.ts';
import { type Asked, defineRule, finding, type Rule, undetermined } from '../rule.ts';
import { answerOf, isOfAnother } from './own-answer.ts';
import { unlessProven } from './proof.ts';
import { type Devices, refusalIn } from './system-refusal.ts';

/**
 * A configuration profile refuses a device to one app. It can never grant one. Safari is no client of these decisions,
 * but a profile that names it is somebody’s wish, and is told all the same.
 *
 * @see https://github.com/apple/device-management/blob/release/mdm/profiles/com.apple.TCC.configuration-profile-policy.yaml
 */
const managedDeny = defineRule({
  id: 'macos.managed-deny',
  causes: ['macos.managed-deny'],
  on: ['darwin'],
  media: MEDIA,
  needs: ['macManagement'],
  considers: ['macPermissions', 'macFreshPermissions'],
  couldBlock: true,
  judge: ({ macManagement: { overrides }, macPermissions, macFreshPermissions }, { subject, medium }) => {
    if (overrides.kind === 'unreadable') {
      const unread = undetermined(`macManagement.overrides: ${overrides.why}`);
      if (subject.kind !== 'app' || macPermissions?.kind !== 'value') return [unread];
      // macOS’ answer to the app holds whatever a profile says; where it is no, a profile may be the reason.
      const answer = answerOf(medium, { macPermissions: macPermissions.value, macFreshPermissions });
      if (answer.kind !== 'value') return [unread];
      const { permission, fact } = answer.value;
      return permission === 'denied' ? [finding('macos.managed-deny', 'possible', { fact, value: permission })] : [];
    }
    if (overrides.kind === 'absent') return [];
    const client = clientOf(subject.kind === 'app' ? subject.id : subject.browser.product);
    const said = overrides.value.flatMap((each, place) =>
      each.client === client ? [{ allowed: each[medium], fact: `macManagement.overrides[${place}].${medium}` }] : [],
    );
    // Of several, the one that refuses counts.
    const denied = said.find(({ allowed }) => allowed.kind === 'value' && !allowed.value);
    if (denied !== undefined)
      return [finding('macos.managed-deny', 'certain', { fact: denied.fact, value: `${client}: denied` })];
    return said.flatMap(({ allowed, fact }) =>
      allowed.kind === 'unreadable' ? [undetermined(`${fact}: ${allowed.why}`)] : [],
    );
  },
});

/**
 * The restrictions switch the camera off for everybody. Whether Screen Time writes in the same place is not known, so
 * that only on a Mac that is managed this is sure to be the organisation’s doing.
 *
 * @see https://github.com/apple/device-management/blob/release/mdm/profiles/com.apple.applicationaccess.yaml
 */
const managedCameraOff = defineRule({
  id: 'macos.managed-camera-off',
  causes: ['macos.managed-camera-off'],
  on: ['darwin'],
  media: ['camera'],
  needs: ['macManagement'],
  considers: ['macEnrolment', 'captureTests'],
  couldBlock: true,
  judge: ({ macManagement: { allowCamera }, macEnrolment, captureTests }, { medium }) => {
    const fact = 'macManagement.allowCamera';
    if (allowCamera.kind === 'unreadable') return [undetermined(`${fact}: ${allowCamera.why}`)];
    if (allowCamera.kind === 'absent' || allowCamera.value.allowed) return [];
    const certainty = unlessProven(isManaged(macEnrolment) === true ? 'certain' : 'likely', medium, captureTests);
    return [finding('macos.managed-camera-off', certainty, { fact, value: `${allowCamera.value.from}: false` })];
  },
});

/**
 * `restricted`: the person may not change it. That is Screen Time where no profile is to blame; for the microphone it has
 * no switch that anybody documents, so there it is no more than possible. What macOS answers where a profile refuses is
 * not documented either, so that on a managed Mac whose profiles could not be read nobody can tell the two apart.
 *
 * @see https://developer.apple.com/documentation/avfoundation/avauthorizationstatus/restricted
 */
const screenTime = defineRule({
  id: 'macos.screen-time',
  causes: ['macos.screen-time', 'macos.managed-deny', 'macos.managed-camera-off'],
  on: ['darwin'],
  media: MEDIA,
  needs: ['macPermissions'],
  considers: [
    ...(['macFreshPermissions', 'macIdentity', 'macManagement', 'macEnrolment'] as const),
    ...(['captureTests', 'macCameras', 'macAudioInputs', 'macLid'] as const),
  ],
  couldBlock: true,
  judge: (facts, asked) => {
    const { macPermissions, macFreshPermissions, macIdentity, macManagement, macEnrolment } = facts;
    const { subject, medium } = asked;
    const answer = answerOf(medium, { macPermissions, macFreshPermissions });
    if (answer.kind !== 'value' || answer.value.permission !== 'restricted') return [];
    const evidence = { fact: answer.value.fact, value: 'restricted' };
    const anothers = isOfAnother(medium, macPermissions, macIdentity);
    if (isLaidDown(macManagement, medium)) return [];
    const unread = isManaged(macEnrolment) === false ? [] : unreadOf(macManagement, medium);
    const isUnsure = medium === 'microphone' || anothers || unread.length > 0;
    // The switch is for every app, so that a browser may well meet it too, and did where macOS seems to have refused it.
    if (subject.kind !== 'app')
      return [finding('macos.screen-time', !isUnsure && isRefused(asked, facts) ? 'likely' : 'possible', evidence)];
    const open = undetermined(`${evidence.fact}: restricted, and by whom is not known`);
    if (unread.length > 0)
      return [
        ...unread.map((cause) => finding(cause, 'possible', evidence)),
        finding('macos.screen-time', 'possible', evidence),
        open,
      ];
    if (isUnsure) return [finding('macos.screen-time', 'possible', evidence), open];
    return [finding('macos.screen-time', 'likely', evidence)];
  },
});

/** Whether the last test was refused as macOS refuses. */
function isRefused(
  { subject, medium, site }: Asked,
  { captureTests, ...devices }: Devices & { readonly captureTests: FactReading<'captureTests'> | undefined },
): boolean {
  const test = captureTests?.kind === 'value' ? lastCapture(captureTests.value, subject, medium, site) : undefined;
  return test !== undefined && refusalIn(test.outcome, subject, medium, devices) !== 'no';
}

/** What profiles may do that could not be read. */
function unreadOf(management: FactReading<'macManagement'> | undefined, medium: Medium) {
  const deny = management?.kind !== 'value' || management.value.overrides.kind === 'unreadable';
  const cameraOff =
    medium === 'camera' && management?.kind === 'value' && management.value.allowCamera.kind === 'unreadable';
  return [
    ...(deny ? (['macos.managed-deny'] as const) : []),
    ...(cameraOff ? (['macos.managed-camera-off'] as const) : []),
  ];
}

/** A profile’s own rule then says so. */
function isLaidDown(management: FactReading<'macManagement'> | undefined, medium: Medium): boolean {
  if (management?.kind !== 'value') return false;
  const { overrides, allowCamera } = management.value;
  if (medium === 'camera' && allowCamera.kind === 'value' && !allowCamera.value.allowed) return true;
  const all = overrides.kind === 'value' ? overrides.value : [];
  return all.some(
    ({ client, [medium]: allowed }) => client === clientOf('this-app') && allowed.kind === 'value' && !allowed.value,
  );
}

function isManaged(enrolment: FactReading<'macEnrolment'> | undefined): boolean | null {
  return enrolment?.kind === 'value' ? enrolment.value.managed : null;
}

export const macManagementRules: readonly Rule[] = [managedDeny, managedCameraOff, screenTime];
