import type { FactReading } from '../../facts/facts.ts';
import type { Evidence } from '../../finding.ts';
import { defineRule, finding, type Judgement, type Rule, undetermined } from '../rule.ts';

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
  considers: ['windowsCameras', 'windowsPnpDevices', 'host'],
  couldBlock: true,
  judge: ({ windowsCameras: registered, windowsPnpDevices, host }) => {
    if (windowsPnpDevices?.kind === 'value') return [];
    if (registered === undefined || registered.kind === 'unreadable')
      return [undetermined(`windowsCameras: ${registered?.why ?? 'was not read'}`)];
    const windowsCameras = registered.kind === 'value' ? registered.value : [];
    if (windowsCameras.length === 0)
      return [
        finding('device.none', 'possible', { fact: 'windowsCameras', value: 'none was ever connected' }),
        ...remote(host),
        // A camera of an older class is not among them.
        undetermined('windowsPnpDevices: Windows could not be asked, and its registry knows of no camera'),
      ];
    if (windowsCameras.some(({ disabled }) => disabled.kind === 'value' && !disabled.value)) return [];
    const unread = windowsCameras.flatMap(({ disabled }, place) =>
      disabled.kind === 'unreadable' ? [`windowsCameras[${place}].disabled: ${disabled.why}`] : [],
    );
    if (unread.length > 0) return [undetermined(...unread)];
    return [finding('device.disabled', 'likely', { fact: 'windowsCameras', value: 'every one is disabled' })];
  },
});

/** CM_PROB_DISABLED and CM_PROB_HARDWARE_DISABLED. */
const DISABLED: ReadonlySet<number> = new Set([22, 29]);

/**
 * A class for cameras of their own came with version 1709; before it, and for some still, they share one with scanners.
 *
 * @see https://learn.microsoft.com/windows-hardware/drivers/stream/camera-driver-inf-file-class-setting
 */
const connectedCameras = defineRule({
  id: 'device.windows-pnp',
  causes: ['device.none', 'device.remote-session', 'device.disabled', 'device.driver-problem'],
  on: ['win32'],
  media: ['camera'],
  needs: ['windowsPnpDevices'],
  considers: ['host'],
  // PowerShell is forbidden on many computers, where the registry has to do.
  couldBlock: false,
  judge: ({ windowsPnpDevices, host }) => {
    const cameras = windowsPnpDevices.filter(({ kind }) => kind !== 'microphone');
    if (cameras.some(({ problem }) => problem === 0)) return [];
    if (cameras.length === 0)
      return [finding('device.none', 'certain', { fact: 'windowsPnpDevices', value: 'no camera' }), ...remote(host)];
    const certainty = cameras.every(({ kind }) => kind === 'camera') ? 'certain' : 'possible';
    const evidence = cameras.map(({ name, problem }) => ({
      fact: `windowsPnpDevices[${windowsPnpDevices.findIndex((each) => each.name === name)}].problem`,
      value: `${name}: code ${problem}`,
    }));
    const isOff = cameras.some(({ problem }) => DISABLED.has(problem));
    return [finding(isOff ? 'device.disabled' : 'device.driver-problem', certainty, ...evidence)];
  },
});

/** Old endpoints stay in the registry for ever, so only a computer without any active one has a problem. */
const audioInputs = defineRule({
  id: 'device.windows-audio-inputs',
  causes: ['device.none', 'device.remote-session', 'device.disabled', 'device.unplugged'],
  on: ['win32'],
  media: ['microphone'],
  needs: [],
  considers: ['windowsAudioInputs', 'host'],
  couldBlock: true,
  judge: ({ windowsAudioInputs: registered, host }) => {
    if (registered?.kind !== 'value')
      return [
        undetermined(
          `windowsAudioInputs: ${registered?.kind === 'unreadable' ? registered.why : 'they are not there'}`,
        ),
      ];
    const windowsAudioInputs = registered.value;
    const states = windowsAudioInputs.map(({ state }) => state);
    const has = (name: string): boolean => states.some((state) => state.kind === 'value' && state.value === name);
    if (has('active')) return [];
    const unread = states.flatMap((state, place) =>
      state.kind === 'value'
        ? []
        : [`windowsAudioInputs[${place}].state: ${state.kind === 'absent' ? 'it is not there' : state.why}`],
    );
    if (unread.length > 0) return [undetermined(...unread)];
    const evidence: Evidence = {
      fact: 'windowsAudioInputs',
      value: states.map((state) => (state.kind === 'value' ? state.value : '')).join(', ') || 'no input',
    };
    if (has('disabled')) return [finding('device.disabled', 'likely', evidence)];
    if (has('unplugged')) return [finding('device.unplugged', 'certain', evidence)];
    return [finding('device.none', states.length === 0 ? 'certain' : 'likely', evidence), ...remote(host)];
  },
});

/** Over Remote Desktop only those devices exist that are passed on. */
function remote(host: FactReading<'host'> | undefined): readonly Judgement[] {
  if (host?.kind !== 'value' || host.value.session.kind !== 'value' || host.value.session.value !== 'remote') return [];
  const value = host.value.sessionSign.kind === 'value' ? host.value.sessionSign.value : 'remote';
  return [finding('device.remote-session', 'likely', { fact: 'host.session', value })];
}

export const windowsDeviceRules: readonly Rule[] = [registeredCameras, connectedCameras, audioInputs];
