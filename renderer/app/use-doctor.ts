import { useCallback, useEffect, useRef, useState } from 'react';
import type { Case } from '../../core/case.ts';
import type { Bridge } from '../../core/contract.ts';
import type { Capture } from '../../core/facts/capture.ts';
import { MEDIA, type Medium } from '../../core/medium.ts';
import type { Report } from '../../core/report/schema.ts';
import { asksByCapturing, unasked } from '../../core/unasked.ts';
import { testCamera } from '../capture/camera.ts';
import { testMicrophone } from '../capture/microphone.ts';
import type { Outcome } from '../capture/outcome.ts';
import type { Outcomes } from './rows.ts';

export interface Doctor {
  readonly report: Report | null;
  readonly outcomes: Outcomes;
  /** A check is under way. */
  readonly running: boolean;
  readonly stream: MediaStream | null;
  readonly level: number | null;
  readonly failed: boolean;
  /** Reads everything again and tests both devices. */
  readonly check: () => void;
}

/** The check as a state: the doctor’s report and the capture tests, run beside each other, begun by itself. */
export function useDoctor(bridge: Bridge): Doctor {
  const [report, setReport] = useState<Report | null>(null);
  const [outcomes, setOutcomes] = useState<Outcomes>({});
  const [running, setRunning] = useState(false);
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [level, setLevel] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  const current = useRef<AbortController | null>(null);

  const check = useCallback(() => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    setRunning(true);
    setFailed(false);
    setOutcomes({});
    const finish = (end: () => void): void => {
      if (current.current === controller) end();
    };
    runCheck(bridge, {
      signal: controller.signal,
      onReport: (found) => finish(() => setReport(found)),
      onOutcome: (medium, outcome) => finish(() => setOutcomes((before) => ({ ...before, [medium]: outcome }))),
      onStream: (opened) => finish(() => setStream(opened)),
      onLevel: (rms) => finish(() => setLevel((before) => fall(before, rms))),
    })
      .catch(() => finish(() => setFailed(true)))
      .finally(() => finish(() => setRunning(false)));
  }, [bridge]);

  useEffect(() => {
    check();
    return () => current.current?.abort();
  }, [check]);

  useEffect(() => bridge.on('report', setReport), [bridge]);

  return { report, outcomes, running, stream, level, failed, check };
}

/** How far the bars fall in one frame, in dB: a voice is seen for longer than it lasts. */
const FALL = 1.5;
const FLOOR = -70;

function fall(before: number | null, now: number | null): number | null {
  const fallen = before === null ? FLOOR : before - FALL;
  const level = Math.max(now ?? FLOOR, fallen);
  return level <= FLOOR ? null : level;
}

interface CheckEvents {
  readonly signal: AbortSignal;
  readonly onReport: (report: Report) => void;
  readonly onOutcome: (medium: Medium, outcome: Outcome) => void;
  readonly onStream: (stream: MediaStream | null) => void;
  readonly onLevel: (rms: number | null) => void;
}

async function runCheck(bridge: Bridge, events: CheckEvents): Promise<void> {
  const about = await bridge.readCase(null);
  const examined = bridge.examine(about).then((report) => {
    events.onReport(report);
    return report;
  });
  const waiting = asksByCapturing(navigator.userAgent) ? unasked(await examined) : [];
  const media = needed(about).filter((medium) => !waiting.includes(medium));
  const outcomes = await testDevices(media, events);
  if (events.signal.aborted) return;
  events.onStream(null);
  events.onLevel(null);
  await examined;
  const takenAt = new Date().toISOString();
  const captures = Object.entries(outcomes).map(
    ([medium, outcome]): Capture => ({ subject: 'this-app', medium: toMedium(medium), origin: null, takenAt, outcome }),
  );
  events.onReport(await bridge.submitCaptures(captures));
}

function toMedium(name: string): Medium {
  return name === 'camera' ? 'camera' : 'microphone';
}

/** Asked for one after the other: a request for both would be refused for either, and not say for which. */
async function testDevices(media: readonly Medium[], events: CheckEvents): Promise<Outcomes> {
  const { signal, onOutcome, onStream, onLevel } = events;
  const note = (medium: Medium) => (outcome: Outcome) => {
    if (!signal.aborted) onOutcome(medium, outcome);
    return outcome;
  };
  if (media.length === 0) return {};
  if (!media.includes('camera'))
    return { microphone: await testMicrophone({ signal, onLevel }).then(note('microphone')) };
  const opened = Promise.withResolvers<void>();
  const heard = Promise.withResolvers<void>();
  const camera = testCamera({
    signal,
    until: heard.promise,
    onStream: (stream) => {
      onStream(stream);
      opened.resolve();
    },
  }).then(note('camera'));
  await Promise.race([opened.promise, camera]);
  const microphone = media.includes('microphone') && testMicrophone({ signal, onLevel }).then(note('microphone'));
  const sound = await microphone;
  heard.resolve();
  return { camera: await camera, ...(sound === false ? {} : { microphone: sound }) };
}

function needed(about: Case | null): readonly Medium[] {
  return about?.need ?? MEDIA;
}
