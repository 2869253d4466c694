import type { FactReading } from '../../facts/facts.ts';
import type { MacAudioInput } from '../../facts/macos.ts';
import type { Evidence } from '../../finding.ts';
import { lastCapture } from '../capture/index.ts';
import { devicesElsewhere } from '../remote-session.ts';
import { defineRule, finding, type Judgement, type Rule, undetermined } from '../rule.ts';
import { unlessProven } from './proof.ts';

/**
 * The cameras that macOS offers. A closed lid covers the built-in one, and macOS may then list it or not; with no camera at
 * all it is the likely reason, and with the built-in one listed a possible one. A laptop that has no camera with its lid
 * open may have a camera service that hangs.
 *
 * @see https://support.apple.com/guide/security/secbbd20b00b/web
 */
const cameras = defineRule({
  id: 'device.macos-cameras',
  causes: ['device.none', 'device.remote-session', 'device.lid-closed', 'device.stuck', 'device.plug-in-blocked'],
  on: ['darwin'],
  media: ['camera'],
  needs: ['macCameras'],
  considers: ['macLid', 'host', 'macCameraPlugIns', 'macVersion', 'captureTests'],
  couldBlock: true,
  judge: ({ macCameras, macLid, host, macCameraPlugIns, macVersion, captureTests }, { medium }) => {
    const lid = macLid?.kind === 'value' ? macLid.value : null;
    const plugIns = judgePlugIns(macCameraPlugIns, macVersion);
    if (macCameras.length > 0) {
      const onlyBuiltIn = macCameras.every(({ kind }) => kind === 'built-in');
      if (lid !== 'closed' || !onlyBuiltIn) return plugIns;
      const built = { fact: 'macCameras', value: 'only the built-in one' };
      return [finding('device.lid-closed', 'possible', lidEvidence('closed'), built), ...plugIns];
    }
    const none = { fact: 'macCameras', value: 'no camera' };
    const certainty = unlessProven('likely', medium, captureTests);
    if (lid === 'closed') return [finding('device.lid-closed', certainty, lidEvidence('closed'), none), ...plugIns];
    const stuck = lid === 'open' ? [finding('device.stuck', 'possible', none, lidEvidence('open'))] : [];
    // The built-in one may be there, under the lid.
    const unread = macLid?.kind === 'unreadable' ? [undetermined(`macLid: ${macLid.why}`)] : [];
    const found = finding('device.none', certainty, none);
    return [found, ...stuck, ...devicesElsewhere(host), ...plugIns, ...unread];
  },
});

/** macOS 14.1 loads no plug-in of the old kind any more. Where only the 14 is known and not the 1, nothing is said. */
const FIRST_DARWIN_WITHOUT_PLUG_INS = 24;
const FIRST_PRODUCT_WITHOUT_PLUG_INS = 14.1;

function judgePlugIns(
  plugIns: FactReading<'macCameraPlugIns'> | undefined,
  version: FactReading<'macVersion'> | undefined,
): readonly Judgement[] {
  if (plugIns?.kind !== 'value' || plugIns.value.length === 0 || version?.kind !== 'value') return [];
  const { darwin, product } = version.value;
  const number = product.kind === 'value' ? Number.parseFloat(product.value) : 0;
  if (darwin < FIRST_DARWIN_WITHOUT_PLUG_INS && number < FIRST_PRODUCT_WITHOUT_PLUG_INS) return [];
  const value = plugIns.value.map(({ name }) => name).join(', ');
  return [finding('device.plug-in-blocked', 'certain', { fact: 'macCameraPlugIns', value })];
}

/** macOS 14, whose laptops all have Apple silicon or a T2. */
const FIRST_DARWIN_OF_CUT_OFF_LAPTOPS = 23;

/**
 * The sound inputs that macOS offers. On laptops with Apple silicon the built-in microphone is cut off in hardware while
 * the lid is closed, and goes on being listed; of the others only those with a T2 do that. What is plugged into the
 * headphone jack is listed as built in too, so that of two nobody knows which one is under the lid.
 *
 * @see https://support.apple.com/guide/security/secbbd20b00b/web
 */
const microphones = defineRule({
  id: 'device.macos-audio-inputs',
  causes: ['device.none', 'device.remote-session', 'device.lid-closed'],
  on: ['darwin'],
  media: ['microphone'],
  needs: ['macAudioInputs'],
  considers: ['macLid', 'host', 'macVersion', 'captureTests'],
  couldBlock: true,
  judge: ({ macAudioInputs, macLid, host, macVersion, captureTests }, { subject, medium, site }) => {
    if (macAudioInputs.length === 0) {
      const none = { fact: 'macAudioInputs', value: 'no input' };
      return [finding('device.none', unlessProven('certain', medium, captureTests), none), ...devicesElsewhere(host)];
    }
    const real = macAudioInputs.filter(({ transport }) => transport !== 'virtual');
    if (macLid?.kind === 'unreadable' && real.length > 0 && real.every(isBuiltIn))
      return [undetermined(`macLid: ${macLid.why}`)];
    if (macLid?.kind !== 'value' || macLid.value === 'open') return [];
    const evidence = [lidEvidence('closed'), { fact: 'macAudioInputs', value: describe(macAudioInputs) }];
    const isCutOff = cutOff(real, host, macVersion);
    if (isCutOff !== null)
      return [finding('device.lid-closed', unlessProven(isCutOff, medium, captureTests), ...evidence)];
    const isOnlyBuiltIn = real.length > 0 && real.every(isBuiltIn);
    if (!isOnlyBuiltIn && !macAudioInputs.some((input) => input.isDefault && isBuiltIn(input))) return [];
    // Another one may be there, but programs take the default unless told otherwise.
    const test = captureTests?.kind === 'value' ? lastCapture(captureTests.value, subject, medium, site) : undefined;
    const silent = test?.outcome.kind === 'sound' && test.outcome.measured.rms === null;
    return [finding('device.lid-closed', silent ? 'likely' : 'possible', ...evidence)];
  },
});

/** How sure it is that the only real input is under the closed lid and cut off; null where it is not. */
function cutOff(
  real: readonly MacAudioInput[],
  host: FactReading<'host'> | undefined,
  version: FactReading<'macVersion'> | undefined,
): 'certain' | 'likely' | null {
  if (real.length !== 1 || !real.every((input) => input.isDefault && isBuiltIn(input))) return null;
  if (host?.kind === 'value' && host.value.arch.kind === 'value' && host.value.arch.value === 'arm64') return 'certain';
  return version?.kind === 'value' && version.value.darwin >= FIRST_DARWIN_OF_CUT_OFF_LAPTOPS ? 'likely' : null;
}

function isBuiltIn({ transport }: MacAudioInput): boolean {
  return transport === 'builtin';
}

function describe(inputs: readonly MacAudioInput[]): string {
  return inputs.map(({ transport, isDefault }) => (isDefault ? `${transport} (default)` : transport)).join(', ');
}

/**
 * macOS shares a camera among programs, so that one that does not open is rarely busy: more often the service that runs
 * cameras hangs, or the camera was unplugged.
 *
 * @see https://peterspath.net/blog/mac-what-is-vdcassistant
 */
const stuck = defineRule({
  id: 'device.macos-stuck',
  causes: ['device.stuck'],
  on: ['darwin'],
  media: ['camera', 'microphone'],
  needs: ['captureTests'],
  couldBlock: true,
  judge: ({ captureTests }, { subject, medium, site }) => {
    const test = lastCapture(captureTests, subject, medium, site);
    if (test === undefined || !isStuck(test.outcome)) return [];
    const fact = `captureTests[${captureTests.indexOf(test)}].outcome`;
    const value = test.outcome.kind === 'failed' ? `${test.outcome.error}: ${test.outcome.message}` : 'no frame came';
    // It evidently does not work, whatever is to blame.
    return [
      finding('device.stuck', 'possible', { fact, value }),
      undetermined(`${fact}: ${value}, for an unknown reason`),
    ];
  },
});

function isStuck(outcome: { readonly kind: string; readonly error?: string }): boolean {
  if (outcome.kind === 'no-signal') return true;
  return outcome.kind === 'failed' && (outcome.error === 'NotReadableError' || outcome.error === 'AbortError');
}

function lidEvidence(state: 'open' | 'closed'): Evidence {
  return { fact: 'macLid', value: state };
}

export const macDeviceRules: readonly Rule[] = [cameras, microphones, stuck];
