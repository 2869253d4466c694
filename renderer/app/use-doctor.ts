import { useCallback, useEffect, useRef, useState } from 'react';
import type { Case } from '../../core/case.ts';
import type { Bridge } from '../../core/contract.ts';
import type { Medium } from '../../core/medium.ts';
import type { Report } from '../../core/report/schema.ts';
import type { Waiting } from '../capture/request.ts';
import type { Outcomes } from './rows.ts';
import { type Chosen, runCheck } from './run-check.ts';

/** The loudest level since it was last drawn, in dBFS: it changes far more often than a screen is. */
export interface LiveLevel {
  heard: number | null;
}

export interface Doctor {
  readonly report: Report | null;
  /** What is known while the slow probes are still at it; null once they have answered. */
  readonly firstReport: Report | null;
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
  /** The same about another site, or other devices; main keeps what it was asked last. */
  readonly ask: (about: Case) => void;
  /** Tests again, with another device. */
  readonly choose: (medium: Medium, deviceId: string) => void;
}

/** The check as a state: the doctor’s report and the capture tests, run beside each other, begun by itself. */
export function useDoctor(bridge: Bridge): Doctor {
  const [report, setReport] = useState<Report | null>(null);
  const [firstReport, setFirstReport] = useState<Report | null>(null);
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
  const begin = useCallback(
    (about?: Case) => {
      current.current?.abort();
      const controller = new AbortController();
      current.current = controller;
      setRunning(true);
      setFailed(false);
      setOutcomes({});
      // What was found about another site is no answer.
      if (about !== undefined) setReport(null);
      setWaiting(null);
      const finish = (end: () => void): void => {
        if (current.current === controller) end();
      };
      runCheck(bridge, {
        signal: controller.signal,
        chosen: devices.current,
        about,
        onReport: (found) =>
          finish(() => {
            setFirstReport(null);
            setReport(found);
          }),
        onMeasured: (medium, measured) => finish(() => setOutcomes((before) => ({ ...before, [medium]: measured }))),
        onStream: (opened) => finish(() => setStream(opened)),
        onLevel: (rms) => {
          const { heard } = level.current;
          level.current.heard = rms === null || heard === null ? (rms ?? heard) : Math.max(rms, heard);
        },
        onWaiting: (medium, what) => finish(() => setWaiting(what === null ? null : { medium, for: what })),
        onChosen: (left) =>
          finish(() => {
            devices.current = left;
            setChosen(left);
          }),
        onTold: () => finish(() => setRunning(false)),
      })
        .catch(() => finish(() => setFailed(true)))
        .finally(() => finish(() => setRunning(false)));
    },
    [bridge],
  );
  const check = useCallback(() => begin(), [begin]);

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
  useEffect(() => bridge.on('firstReport', setFirstReport), [bridge]);

  return {
    report,
    firstReport,
    outcomes,
    running,
    stream,
    level: level.current,
    waiting,
    chosen,
    failed,
    check,
    ask: begin,
    choose,
  };
}
