import type { Case } from '../../core/case.ts';
import type { Bridge } from '../../core/contract.ts';
import type { Capture } from '../../core/facts/capture.ts';
import { MEDIA, type Medium } from '../../core/medium.ts';
import type { Report } from '../../core/report/schema.ts';
import { asksByCapturing, unasked } from '../../core/unasked.ts';
import { KIND_OF, listDevices } from '../capture/circumstances.ts';
import type { Waiting } from '../capture/request.ts';
import { type DeviceTest, type TestedMedium, testDevice } from '../capture/test-device.ts';

/** The device that the person has chosen, by medium; the browser’s own choice where there is none. */
export type Chosen = { readonly [M in Medium]?: string };

export interface CheckEvents {
  readonly signal: AbortSignal;
  readonly chosen: Chosen;
  /** What it is about where the person has just said so; otherwise main knows. */
  readonly about?: Case | undefined;
  readonly onReport: (report: Report) => void;
  readonly onMeasured: (medium: Medium, measured: Pick<Capture, 'device' | 'outcome'>) => void;
  readonly onStream: (stream: MediaStream | null) => void;
  readonly onLevel: (rms: number | null) => void;
  readonly onWaiting: (medium: Medium, waiting: Waiting | null) => void;
  /** What is left of the choice, where a device that was chosen is gone. */
  readonly onChosen: (chosen: Chosen) => void;
  /** The word about the devices is out; other devices may still be tested. */
  readonly onTold: () => void;
}

interface RunningTest {
  /** What was seen of the device itself. */
  readonly tested: Promise<TestedMedium>;
  /** The same with the others of its kind. */
  readonly whole: Promise<TestedMedium>;
}

/**
 * Reads and tests beside each other, and judges both; once more when other devices were tested too. What was tested is judged even
 * where the reading failed; it throws only where nothing could be judged.
 */
export async function runCheck(bridge: Bridge, events: CheckEvents): Promise<void> {
  const about = events.about ?? (await bridge.readCase(null));
  const examined = bridge.examine(about).then((report) => {
    events.onReport(report);
    return report;
  });
  // It may fail long before anyone waits for it.
  const read = examined.catch(() => null);
  const waiting = asksByCapturing(navigator.userAgent) ? unasked(await examined) : [];
  const media = needed(about).filter((medium) => !waiting.includes(medium));
  const chosen = await stillThere(events.chosen);
  if (chosen !== events.chosen) events.onChosen(chosen);
  const tests = await testDevices(media, { ...events, chosen });
  const tested = await Promise.all(tests.map((each) => each.tested));
  events.onStream(null);
  events.onLevel(null);
  if (events.signal.aborted) return;
  await read;
  events.onReport(await bridge.submitCaptures(capturesOf(tested)));
  events.onTold();
  const whole = await Promise.all(tests.map((each) => each.whole));
  const more = whole.filter(({ others }) => others.length > 0);
  if (events.signal.aborted || more.length === 0) return;
  // The word that is out stands where this one fails.
  const report = await bridge.submitCaptures(capturesOf(more)).catch(() => null);
  if (report !== null) events.onReport(report);
}

function capturesOf(tested: readonly TestedMedium[]): readonly Capture[] {
  const takenAt = new Date().toISOString();
  return tested.map((each): Capture => ({ version: 2, subject: 'this-app', origin: null, takenAt, ...each }));
}

/** A device that is gone gives nothing, and where one is left the person has none to choose instead. */
async function stillThere(chosen: Chosen): Promise<Chosen> {
  if (Object.keys(chosen).length === 0) return chosen;
  const listed = await listDevices();
  const gone = MEDIA.filter((medium) => {
    const ofKind = listed?.filter(({ kind }) => kind === KIND_OF[medium]) ?? [];
    // Without leave a page is told no ids.
    const isTold = listed !== null && ofKind.every(({ deviceId }) => deviceId !== '');
    return chosen[medium] !== undefined && isTold && ofKind.every(({ deviceId }) => deviceId !== chosen[medium]);
  });
  if (gone.length === 0) return chosen;
  return Object.fromEntries(Object.entries(chosen).filter(([medium]) => !gone.some((each) => each === medium)));
}

/** Asked for one after the other: a request for both would be refused for either, and not say for which. */
async function testDevices(media: readonly Medium[], events: CheckEvents): Promise<readonly RunningTest[]> {
  const { signal, chosen, onMeasured, onStream, onLevel, onWaiting } = events;
  const testFor = (medium: Medium): DeviceTest => ({
    medium,
    deviceId: chosen[medium] ?? null,
    signal,
    onMeasured: (measured) => onMeasured(medium, measured),
    onWaiting: (waiting) => onWaiting(medium, waiting),
    onLevel,
  });
  const opened = Promise.withResolvers<void>();
  const heard = Promise.withResolvers<void>();
  const tests: RunningTest[] = [];
  if (media.includes('camera')) {
    const camera = start({
      ...testFor('camera'),
      until: heard.promise,
      onStream: (stream) => {
        onStream(stream);
        opened.resolve();
      },
    });
    tests.push({ ...camera, tested: camera.tested.then(noted(onMeasured)) });
    await Promise.race([opened.promise, camera.tested]);
  }
  if (media.includes('microphone') && !signal.aborted) {
    const microphone = start(testFor('microphone'));
    microphone.tested.then(() => heard.resolve(), heard.resolve);
    tests.push({ ...microphone, tested: microphone.tested.then(noted(onMeasured)) });
  } else heard.resolve();
  return tests;
}

function start(test: DeviceTest): RunningTest {
  const { promise: tested, resolve, reject } = Promise.withResolvers<TestedMedium>();
  const whole = testDevice({ ...test, onTested: resolve });
  whole.then(resolve, reject);
  return { tested, whole };
}

/** A device that was never opened has no measurement to tell of before the end. */
function noted(onMeasured: CheckEvents['onMeasured']) {
  return (tested: TestedMedium): TestedMedium => {
    onMeasured(tested.medium, tested);
    return tested;
  };
}

function needed(about: Case | null): readonly Medium[] {
  return about?.need ?? MEDIA;
}
