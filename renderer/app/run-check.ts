import type { Case } from '../../core/case.ts';
import type { Bridge } from '../../core/contract.ts';
import type { Capture } from '../../core/facts/capture.ts';
import { MEDIA, type Medium } from '../../core/medium.ts';
import type { Report } from '../../core/report/schema.ts';
import { asksByCapturing, unasked } from '../../core/unasked.ts';
import type { Waiting } from '../capture/request.ts';
import { type TestedMedium, testDevice } from '../capture/test-device.ts';

/** The device that the person has chosen, by medium; the browser’s own choice where there is none. */
export type Chosen = { readonly [M in Medium]?: string };

export interface CheckEvents {
  readonly signal: AbortSignal;
  readonly chosen: Chosen;
  readonly onReport: (report: Report) => void;
  readonly onMeasured: (medium: Medium, measured: Pick<Capture, 'device' | 'outcome'>) => void;
  readonly onStream: (stream: MediaStream | null) => void;
  readonly onLevel: (rms: number | null) => void;
  readonly onWaiting: (medium: Medium, waiting: Waiting | null) => void;
}

/**
 * Reads and tests beside each other, and judges both. What was tested is judged even where the reading failed; it throws only where
 * nothing could be judged.
 */
export async function runCheck(bridge: Bridge, events: CheckEvents): Promise<void> {
  const about = await bridge.readCase(null);
  const examined = bridge.examine(about).then((report) => {
    events.onReport(report);
    return report;
  });
  // It may fail long before anyone waits for it.
  const read = examined.catch(() => null);
  const waiting = asksByCapturing(navigator.userAgent) ? unasked(await examined) : [];
  const media = needed(about).filter((medium) => !waiting.includes(medium));
  const tested = await testDevices(media, events);
  events.onStream(null);
  events.onLevel(null);
  if (events.signal.aborted) return;
  await read;
  const takenAt = new Date().toISOString();
  const captures = tested.map((each): Capture => ({ version: 2, subject: 'this-app', origin: null, takenAt, ...each }));
  events.onReport(await bridge.submitCaptures(captures));
}

/** Asked for one after the other: a request for both would be refused for either, and not say for which. */
async function testDevices(media: readonly Medium[], events: CheckEvents): Promise<readonly TestedMedium[]> {
  const { signal, chosen, onMeasured, onStream, onLevel, onWaiting } = events;
  const testFor = (medium: Medium) => ({
    medium,
    deviceId: chosen[medium] ?? null,
    signal,
    onMeasured: (measured: Pick<Capture, 'device' | 'outcome'>) => onMeasured(medium, measured),
    onWaiting: (waiting: Waiting | null) => onWaiting(medium, waiting),
    onLevel,
  });
  const opened = Promise.withResolvers<void>();
  const heard = Promise.withResolvers<void>();
  const tests: Promise<TestedMedium>[] = [];
  if (media.includes('camera')) {
    const camera = testDevice({
      ...testFor('camera'),
      until: heard.promise,
      onStream: (stream) => {
        onStream(stream);
        opened.resolve();
      },
    });
    tests.push(camera.then(noted(onMeasured)));
    await Promise.race([opened.promise, camera]);
  }
  if (media.includes('microphone') && !signal.aborted) {
    const microphone = testDevice(testFor('microphone')).finally(heard.resolve);
    tests.push(microphone.then(noted(onMeasured)));
  } else heard.resolve();
  return Promise.all(tests);
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
