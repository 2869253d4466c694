import { deviceKindOf } from '../../core/capture/device-names.ts';
import { OTHERS_LIMIT as MOST_OTHERS } from '../../core/capture/limits.ts';
import type { Capture, CaptureOutcome, CaptureRequest, DeviceKind } from '../../core/facts/capture.ts';
import type { Medium } from '../../core/medium.ts';
import { isProof } from '../../core/rules/capture/proof.ts';
import { measurePicture } from './camera.ts';
import { circumstancesOf, engineOf, KIND_OF, listDevices } from './circumstances.ts';
import { measureSound, UNPROCESSED } from './microphone.ts';
import { requestDevice, type Waiting } from './request.ts';
import { eitherOf, stopStream, within } from './stream.ts';
import { KEPT_OPEN_LIMIT, OTHERS_LIMIT } from './time-limits.ts';

export interface DeviceTest {
  readonly medium: Medium;
  /** Which device; null for the one that the browser chooses. */
  readonly deviceId: string | null;
  readonly signal: AbortSignal;
  /** Shows the picture. The stream is stopped when the test is over. */
  readonly onStream?: (stream: MediaStream) => void;
  /** The level now, in dBFS; null for exact silence. */
  readonly onLevel?: (rms: number | null) => void;
  /** What the person is waiting for; null when it is over. */
  readonly onWaiting?: (waiting: Waiting | null) => void;
  /** What it saw of the device itself, as soon as it is known. */
  readonly onMeasured?: (measured: Pick<Capture, 'device' | 'outcome'>) => void;
  /** All that is known of the device, before the others are tested. */
  readonly onTested?: (tested: TestedMedium) => void;
  /** The stream stays open until this is over too, so that a person sees themselves while they speak. */
  readonly until?: Promise<unknown>;
}

/** What one test of one medium saw: a capture without the word about whose and when it was. */
export type TestedMedium = Pick<Capture, 'medium' | 'engine' | 'device' | 'request' | 'outcome' | 'others'>;

/**
 * Opens a device for real and measures it. Where it gives nothing, the others of its kind are tested too, each by itself, as far as
 * that asks the person nothing more. Every track is stopped on every path.
 */
export async function testDevice(test: DeviceTest): Promise<TestedMedium> {
  const { medium, signal, onTested } = test;
  const { device, deviceId, request, outcome } = await testOne(test);
  const tested = { medium, engine: engineOf(navigator.userAgent), device, request, outcome, others: [] };
  onTested?.(tested);
  const tryOthers = !isProof({ device, outcome }) && blamesDevice(outcome) && request.permissionAfter === 'granted';
  return { ...tested, others: tryOthers && !signal.aborted ? await testOthers(medium, deviceId, signal) : [] };
}

/** A person, a site or a hidden page is to blame for the rest, and would be for the next device. */
function blamesDevice(outcome: CaptureOutcome): boolean {
  if (outcome.kind === 'failed') return /^(?:NotReadable|Abort|Overconstrained|NotFound)Error$/.test(outcome.error);
  return ['picture', 'sound', 'no-signal'].includes(outcome.kind);
}

interface One {
  readonly device: DeviceKind;
  /** Which device it was; null where none was opened. */
  readonly deviceId: string | null;
  readonly request: CaptureRequest;
  readonly outcome: CaptureOutcome;
}

async function testOne(test: DeviceTest, glance = false): Promise<One> {
  const { medium, deviceId, signal, onStream, onLevel, onWaiting, onMeasured, until } = test;
  const asked = { ...(medium === 'microphone' ? UNPROCESSED : {}), ...(deviceId === null ? {} : exactly(deviceId)) };
  const answer = await requestDevice({ medium, constraints: asked, signal, onWaiting: onWaiting ?? (() => {}) });
  if (answer.stream === null) return { ...answer, device: 'unnamed', deviceId };
  const { stream } = answer;
  try {
    onStream?.(stream);
    const [track] = stream.getTracks();
    const device = deviceKindOf(track?.label ?? '');
    const outcome =
      medium === 'camera'
        ? await measurePicture(stream, device, { signal, glance, onSlow: (slow) => onWaiting?.(slow ? 'slow' : null) })
        : await measureSound(stream, device, { signal, glance }, onLevel ?? (() => {}));
    // While it was measured it may have been unplugged, or its permission taken away.
    const request = { ...answer.request, ...(await circumstancesOf(medium)) };
    onMeasured?.({ device, outcome });
    if (until !== undefined) await within(until, KEPT_OPEN_LIMIT, signal);
    return { device, deviceId: track?.getSettings().deviceId ?? deviceId, request, outcome };
  } catch {
    return { device: 'unnamed', deviceId, request: answer.request, outcome: { kind: 'not-measured', why: 'broken' } };
  } finally {
    stopStream(stream);
  }
}

async function testOthers(medium: Medium, chosen: string | null, signal: AbortSignal): Promise<Capture['others']> {
  const listed = ((await listDevices()) ?? []).filter(({ kind }) => kind === KIND_OF[medium]);
  const others: Capture['others'] = [];
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), OTHERS_LIMIT);
  const either = eitherOf(signal, over.signal);
  try {
    const { candidates, sure } = othersIn(listed, chosen);
    for (const { deviceId } of candidates.slice(0, MOST_OTHERS)) {
      const { device, outcome } = await testOne({ medium, deviceId, signal: either }, true);
      if (either.aborted) break;
      others.push({ device, outcome });
      if (!isProof({ device, outcome })) continue;
      // This may be the very one that failed, and works by now: it is another where the first request still gives nothing.
      const again = sure ? null : await testOne({ medium, deviceId: chosen, signal: either }, true);
      return again !== null && (either.aborted || isProof(again)) ? [] : others;
    }
  } finally {
    clearTimeout(timer);
  }
  return others;
}

interface Others {
  readonly candidates: readonly MediaDeviceInfo[];
  /** Whether none of them can be the chosen one. */
  readonly sure: boolean;
}

/**
 * All but the chosen device, each once. Only what is known to be the same is left out: where none was chosen and none opened, that
 * is the default one, and nobody can say which that is where the browser does not list it as such, which Chromium does for
 * microphones alone and Firefox for none.
 */
function othersIn(listed: readonly MediaDeviceInfo[], chosen: string | null): Others {
  const tested = chosen ?? 'default';
  const devices = listed.filter(({ deviceId }) => deviceId !== '' && deviceId !== tested && !isAlias(deviceId));
  const alias = isAlias(tested) ? listed.find(({ deviceId }) => deviceId === tested) : undefined;
  const candidates = devices.filter((each) => alias === undefined || !standsFor(alias, each));
  return { candidates, sure: !isAlias(tested) || candidates.length < devices.length };
}

/** One group may have two microphones in it; the alias is called by the name of its own, after a word of the browser’s. */
function standsFor(alias: MediaDeviceInfo, { groupId, label }: MediaDeviceInfo): boolean {
  return groupId !== '' && alias.groupId === groupId && alias.label.endsWith(label);
}

/** Chromium lists the default and the communications device once more under these names. */
function isAlias(deviceId: string): boolean {
  return deviceId === 'default' || deviceId === 'communications';
}

function exactly(deviceId: string): MediaTrackConstraints {
  return { deviceId: { exact: deviceId } };
}
