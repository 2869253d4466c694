import { useCallback, useEffect, useRef, useState } from 'react';
import type { Case } from '../../core/case.ts';
import type { Bridge } from '../../core/contract.ts';
import type { Capture } from '../../core/facts/capture.ts';
import { MEDIA, type Medium } from '../../core/medium.ts';
import type { Report } from '../../core/report/schema.ts';
import { asksByCapturing, unasked } from '../../core/unasked.ts';
import type { Waiting } from '../capture/request.ts';
import { type TestedMedium, testDevice } from '../capture/test-device.ts';
import type { Outcomes } from './rows.ts';

/** The device that the person has chosen, by medium; the browser’s own choice where there is none. */
export type Chosen = { readonly [M in Medium]?: string };

/** The loudest level since it was last drawn, in dBFS: it changes far more often than a screen is. */
export interface LiveLevel {
  heard: number | null;
}

export interface Doctor {
  readonly report: Report | null;
  readonly outcomes: Outcomes;
  /** A check is under way. */
  readonly running: boolean;
  readonly stream: MediaStream | null;
  readonly level: LiveLevel;
  /** What a device under test waits for, with the device. */
  readonly waiting: { readonly medium: Medium; readonly for: Waiting } | null;
  readonly chosen: Chosen;
  readonly failed: boolean;
  /** Reads everything again and tests both devices. */
  readonly check: () => void;
  /** Tests again, with another device. */
  readonly choose: (medium: Medium, deviceId: string) => void;
}

/** The check as a state: the doctor’s report and the capture tests, run beside each other, begun by itself. */
export function useDoctor(bridge: Bridge): Doctor {
  const [report, setReport] = useState<Report | null>(null);
  const [outcomes, setOutcomes] = useState<Outcomes>({});
  const [running, setRunning] = useState(false);
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [waiting, setWaiting] = useState<Doctor['waiting']>(null);
  const [chosen, setChosen] = useState<Chosen>({});
  const [failed, setFailed] = useState(false);
  const level = useRef<LiveLevel>({ heard: null });
  const devices = useRef<Chosen>({});
  const current = useRef<AbortController | null>(null);

  // Stays the same when another device is chosen: whoever waits for a check to run is not run again by that.
  const check = useCallback(() => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    setRunning(true);
    setFailed(false);
    setOutcomes({});
    setWaiting(null);
    const finish = (end: () => void): void => {
      if (current.current === controller) end();
    };
    runCheck(bridge, {
      signal: controller.signal,
      chosen: devices.current,
      onReport: (found) => finish(() => setReport(found)),
      onMeasured: (medium, measured) => finish(() => setOutcomes((before) => ({ ...before, [medium]: measured }))),
      onStream: (opened) => finish(() => setStream(opened)),
      onLevel: (rms) => {
        const { heard } = level.current;
        level.current.heard = rms === null || heard === null ? (rms ?? heard) : Math.max(rms, heard);
      },
      onWaiting: (medium, what) => finish(() => setWaiting(what === null ? null : { medium, for: what })),
    })
      .catch(() => finish(() => setFailed(true)))
      .finally(() => finish(() => setRunning(false)));
  }, [bridge]);

  const choose = useCallback(
    (medium: Medium, deviceId: string) => {
      devices.current = { ...devices.current, [medium]: deviceId };
      setChosen(devices.current);
      check();
    },
    [check],
  );

  useEffect(() => {
    check();
    return () => current.current?.abort();
  }, [check]);

  useEffect(() => bridge.on('report', setReport), [bridge]);

  return { report, outcomes, running, stream, level: level.current, waiting, chosen, failed, check, choose };
}

interface CheckEvents {
  readonly signal: AbortSignal;
  readonly chosen: Chosen;
  readonly onReport: (report: Report) => void;
  readonly onMeasured: (medium: Medium, measured: Pick<Capture, 'device' | 'outcome'>) => void;
  readonly onStream: (stream: MediaStream | null) => void;
  readonly onLevel: (rms: number | null) => void;
  readonly onWaiting: (medium: Medium, waiting: Waiting | null) => void;
}

async function runCheck(bridge: Bridge, events: CheckEvents): Promise<void> {
  const about = await bridge.readCase(null);
  const examined = bridge.examine(about).then((report) => {
    events.onReport(report);
    return report;
  });
  const waiting = asksByCapturing(navigator.userAgent) ? unasked(await examined) : [];
  const media = needed(about).filter((medium) => !waiting.includes(medium));
  const tested = await testDevices(media, events);
  events.onStream(null);
  events.onLevel(null);
  if (events.signal.aborted) return;
  await examined;
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
