import type { FactReading, FactValue } from '../../facts/facts.ts';
import type { AudioInput } from '../../facts/windows.ts';
import type { Evidence } from '../../finding.ts';
import { valueOr } from '../../reading.ts';
import { devicesElsewhere, remoteSession } from '../remote-session.ts';
import { defineRule, finding, type Judgement, type Rule, undetermined } from '../rule.ts';
import { lastChosen } from './default-input.ts';

type PresentDevices = FactValue<'windowsPresentDevices'>;

/** The devices that are connected now, by the quicker of the two ways that could be gone; null where neither could. */
function connectedDevices(
  present: FactReading<'windowsPresentDevices'> | undefined,
  pnp: FactReading<'windowsPnpDevices'> | undefined,
): { readonly devices: PresentDevices; readonly fact: string } | null {
  if (present?.kind === 'value') return { devices: present.value, fact: 'windowsPresentDevices' };
  return pnp?.kind === 'value' ? { devices: pnp.value, fact: 'windowsPnpDevices' } : null;
}

/**
 * The registry keeps every camera that was ever connected: it can show that all are switched off, never that one is
 * there. Where Windows itself was asked, that counts instead.
 */
const registeredCameras = defineRule({
  id: 'device.windows-cameras',
  causes: ['device.disabled', 'device.none', 'device.remote-session'],
  on: ['win32'],
  media: ['camera'],
  needs: [],
  considers: ['windowsCameras', 'windowsVirtualCameras', 'windowsPresentDevices', 'windowsPnpDevices', 'host'],
  couldBlock: true,
  judge: ({ windowsCameras: registered, windowsVirtualCameras, windowsPresentDevices, windowsPnpDevices, host }) => {
    const connected = connectedDevices(windowsPresentDevices, windowsPnpDevices);
    if (connected !== null) return judgeConnected(connected.devices, windowsVirtualCameras);
    if (registered === undefined || registered.kind === 'unreadable')
      return [undetermined(`windowsCameras: ${registered?.why ?? 'was not read'}`)];
    const windowsCameras = registered.kind === 'value' ? registered.value : [];
    if (windowsCameras.length === 0)
      return [
        finding('device.none', 'possible', { fact: 'windowsCameras', value: 'none was ever connected' }),
        ...remoteSession(host),
        // A camera of an older class is not among them.
        undetermined('windowsPresentDevices: Windows could not be asked, and its registry knows of no camera'),
      ];
    if (windowsCameras.some(({ disabled }) => disabled.kind === 'value' && !disabled.value))
      return [undetermined('windowsPresentDevices: Windows could not be asked whether its camera is connected')];
    const unread = windowsCameras.flatMap(({ disabled }, place) =>
      disabled.kind === 'unreadable' ? [`windowsCameras[${place}].disabled: ${disabled.why}`] : [],
    );
    if (unread.length > 0) return [undetermined(...unread)];
    return [finding('device.disabled', 'likely', { fact: 'windowsCameras', value: 'every one is disabled' })];
  },
});

/**
 * Scanners are imaging devices too: where no camera works, an imaging device may be a camera or none, and one that is
 * faulty and alone leaves open whether there is a camera at all. Without any device there may still be a program that is one, which gives pictures or not.
 */
function judgeConnected(
  devices: PresentDevices,
  programs: FactReading<'windowsVirtualCameras'> | undefined,
): readonly Judgement[] {
  const works = (kind: string): boolean => devices.some((each) => each.kind === kind && each.problem === 0);
  if (works('camera')) return [];
  const onlyImaging = devices.some(({ kind }) => kind === 'image') && !devices.some(({ kind }) => kind === 'camera');
  if (works('image') || onlyImaging)
    return [undetermined('windowsPresentDevices: whether its imaging device is a camera or a scanner')];
  return hasPrograms(programs)
    ? [undetermined('windowsVirtualCameras: whether its virtual camera gives a picture')]
    : [];
}

function hasPrograms(programs: FactReading<'windowsVirtualCameras'> | undefined): boolean {
  return programs?.kind === 'value' && programs.value.length > 0;
}

/** CM_PROB_DISABLED and CM_PROB_HARDWARE_DISABLED. */
const DISABLED: ReadonlySet<number> = new Set([22, 29]);

/**
 * A class for cameras of their own came with version 1709; before it, and for some still, they share one with scanners.
 *
 * @see https://learn.microsoft.com/windows-hardware/drivers/stream/camera-driver-inf-file-class-setting
 * @see https://learn.microsoft.com/windows-hardware/drivers/install/device-manager-error-messages
 */
const connectedCameras = defineRule({
  id: 'device.windows-pnp',
  causes: ['device.none', 'device.remote-session', 'device.disabled', 'device.driver-problem'],
  on: ['win32'],
  media: ['camera'],
  needs: [],
  considers: ['windowsPresentDevices', 'windowsPnpDevices', 'windowsVirtualCameras', 'host'],
  // Where nobody could be asked, the registry has to do.
  couldBlock: false,
  judge: ({ windowsPresentDevices, windowsPnpDevices, windowsVirtualCameras, host }) => {
    const connected = connectedDevices(windowsPresentDevices, windowsPnpDevices);
    if (connected === null) return [undetermined(`windowsPresentDevices: ${whyUnasked(windowsPresentDevices)}`)];
    const { devices, fact } = connected;
    const cameras = devices
      .map((device, place) => ({ ...device, fact: `${fact}[${place}].problem` }))
      .filter(({ kind }) => kind === 'camera' || kind === 'image');
    if (cameras.some(({ problem }) => problem === 0)) return [];
    const other = hasPrograms(windowsVirtualCameras);
    if (cameras.length === 0) {
      const none = { fact, value: 'no camera' };
      return other
        ? [finding('device.none', 'possible', none)]
        : [finding('device.none', 'certain', none), ...devicesElsewhere(host)];
    }
    const ofCameraClass = cameras.filter(({ kind }) => kind === 'camera');
    const faulty = ofCameraClass.length > 0 ? ofCameraClass : cameras;
    const certainty = other || ofCameraClass.length === 0 ? 'possible' : 'certain';
    // A faulty scanner is no broken camera, and which of the two it is cannot be told.
    return [finding(causeOf(faulty), certainty, ...faulty.map(toEvidence))];
  },
});

function whyUnasked(present: FactReading<'windowsPresentDevices'> | undefined): string {
  return present?.kind === 'unreadable' ? present.why : 'was not read';
}

interface Faulty {
  readonly name: string;
  readonly problem: number;
  readonly fact: string;
}

function causeOf(devices: readonly Faulty[]): 'device.disabled' | 'device.driver-problem' {
  return devices.some(({ problem }) => DISABLED.has(problem)) ? 'device.disabled' : 'device.driver-problem';
}

function toEvidence({ fact, name, problem }: Faulty): Evidence {
  return { fact, value: `${name || 'a device without a name'}: code ${problem}` };
}

/**
 * Old endpoints stay in the registry for ever, so only a computer without any active one has a problem. Of a sound card
 * that the Device Manager has switched off Windows takes the endpoints away.
 */
const audioInputs = defineRule({
  id: 'device.windows-audio-inputs',
  causes: ['device.none', 'device.remote-session', 'device.disabled', 'device.driver-problem', 'device.unplugged'],
  on: ['win32'],
  media: ['microphone'],
  needs: [],
  considers: ['windowsAudioInputs', 'windowsPresentDevices', 'host'],
  couldBlock: true,
  judge: ({ windowsAudioInputs: registered, windowsPresentDevices, host }) => {
    if (registered?.kind !== 'value')
      return [
        undetermined(
          `windowsAudioInputs: ${registered?.kind === 'unreadable' ? registered.why : 'they are not there'}`,
        ),
      ];
    const windowsAudioInputs = registered.value;
    const states = windowsAudioInputs.map(({ state }) => state);
    const has = (name: string): boolean => states.some((state) => state.kind === 'value' && state.value === name);
    if (has('active')) return judgeActive(windowsPresentDevices, host);
    const unread = states.flatMap((state, place) =>
      state.kind === 'value'
        ? []
        : [`windowsAudioInputs[${place}].state: ${state.kind === 'absent' ? 'it is not there' : state.why}`],
    );
    if (unread.length > 0) return [undetermined(...unread)];
    return judgeAway(windowsAudioInputs, windowsPresentDevices, host);
  },
});

/** Where no input is active and each tells why. */
function judgeAway(
  inputs: readonly AudioInput[],
  present: FactReading<'windowsPresentDevices'> | undefined,
  host: FactReading<'host'> | undefined,
): readonly Judgement[] {
  const states = inputs.map(({ state }) => valueOr(state, ''));
  const evidence: Evidence = { fact: 'windowsAudioInputs', value: states.join(', ') || 'no input' };
  const isUnplugged = states.includes('unplugged');
  const isGone = states.includes('not-present');
  if (wasDisabled(lastChosen(inputs))) {
    const gone = isUnplugged ? 'device.unplugged' : 'device.none';
    const other = isUnplugged || isGone ? [finding(gone, 'possible', evidence)] : [];
    return [finding('device.disabled', 'likely', evidence), ...other];
  }
  // What is disabled and was not chosen may be "Stereo Mix", which many sound cards have so and which is no microphone.
  const other = states.includes('disabled') ? [finding('device.disabled', 'possible', evidence)] : [];
  if (isUnplugged) return [finding('device.unplugged', other.length > 0 ? 'likely' : 'certain', evidence), ...other];
  if (other.length > 0 && !isGone) return [finding('device.disabled', 'likely', evidence)];
  const faulty = faultySoundCards(present);
  if (faulty.length > 0) return [finding(causeOf(faulty), 'likely', evidence, ...faulty.map(toEvidence))];
  const none = finding('device.none', states.length === 0 ? 'certain' : 'likely', evidence);
  return [none, ...other, ...devicesElsewhere(host)];
}

function wasDisabled(input: AudioInput | undefined): boolean {
  return input?.state.kind === 'value' && input.state.value === 'disabled';
}

/** What the registry has as active counts where the Plug and Play manager, if it was asked, knows of such an input too. */
function judgeActive(
  present: FactReading<'windowsPresentDevices'> | undefined,
  host: FactReading<'host'> | undefined,
): readonly Judgement[] {
  if (present?.kind !== 'value') return [];
  if (present.value.some(({ kind, problem }) => kind === 'microphone' && problem === 0)) return [];
  return [
    undetermined('windowsPresentDevices: it lists no input that works, and the registry does'),
    ...remoteSession(host),
  ];
}

/** All sound cards, where not one of them works: while one does, the others may give sound out only. */
function faultySoundCards(present: FactReading<'windowsPresentDevices'> | undefined): readonly Faulty[] {
  const devices = present?.kind === 'value' ? present.value : [];
  const cards = devices
    .map((device, place) => ({ ...device, fact: `windowsPresentDevices[${place}].problem` }))
    .filter(({ kind }) => kind === 'sound-card');
  return cards.every(({ problem }) => problem !== 0) ? cards : [];
}

export const windowsDeviceRules: readonly Rule[] = [registeredCameras, connectedCameras, audioInputs];
