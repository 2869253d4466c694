import type { CaptureOutcome, CaptureRequest } from '../../core/facts/capture.ts';
import type { Medium } from '../../core/medium.ts';
import { circumstancesOf, permissionOf } from './circumstances.ts';
import { eitherOf, pause, stopStream } from './stream.ts';
import { BACK_OFF, HIDDEN_LIMIT, LOOK_AT_WAIT, QUESTION_LIMIT, SLOW_START, START_LIMIT } from './time-limits.ts';

/** What a person is waiting for, while a request is not answered. */
export type Waiting = 'question' | 'hidden' | 'unfocused' | 'slow';

/** Errors that pass by themselves. @see https://github.com/OpenVidu/openvidu/issues/906 */
const TRANSIENT = new Set(['AbortError', 'NotReadableError']);

export interface Request {
  readonly medium: Medium;
  readonly constraints: MediaTrackConstraints;
  readonly signal: AbortSignal;
  readonly onWaiting: (waiting: Waiting | null) => void;
}

/** The outcome is null where a stream was opened. */
export type Answer =
  | { readonly stream: MediaStream; readonly outcome: null; readonly request: CaptureRequest }
  | { readonly stream: null; readonly outcome: CaptureOutcome; readonly request: CaptureRequest };

type Settled = { readonly stream: MediaStream } | { readonly outcome: CaptureOutcome };

/**
 * Asks for one device, and once more where the error may pass by itself. A stream that comes after the limit, or after the test
 * was given up, is stopped at once.
 */
export async function requestDevice({ medium, constraints, signal, onWaiting }: Request): Promise<Answer> {
  const permissionBefore = await permissionOf(medium);
  let attempts = 0;
  let milliseconds = 0;
  let settled: Settled = { outcome: { kind: 'cancelled' } };
  // Where there is nothing to call, nothing was attempted.
  if (navigator.mediaDevices === undefined) settled = { outcome: { kind: 'no-devices' } };
  else {
    do {
      if (attempts > 0) await pause(BACK_OFF, signal);
      if (signal.aborted) break;
      attempts += 1;
      const asked = performance.now();
      settled = await ask(medium, constraints, signal, onWaiting);
      milliseconds = Math.round(performance.now() - asked);
    } while (attempts < 2 && isTransient(settled));
  }
  onWaiting(null);
  const request = { attempts, milliseconds, permissionBefore, ...(await circumstancesOf(medium)) };
  if (!('stream' in settled)) return { stream: null, outcome: settled.outcome, request };
  if (!signal.aborted) return { stream: settled.stream, outcome: null, request };
  stopStream(settled.stream);
  return { stream: null, outcome: { kind: 'cancelled' }, request };
}

function isTransient(settled: Settled): boolean {
  return 'outcome' in settled && settled.outcome.kind === 'failed' && TRANSIENT.has(settled.outcome.error);
}

/** One request, for one medium: a request for both would be refused for either, and not say for which. */
async function ask(
  medium: Medium,
  constraints: MediaTrackConstraints,
  signal: AbortSignal,
  onWaiting: Request['onWaiting'],
): Promise<Settled> {
  const over = new AbortController();
  const given = new AbortController();
  const opened = (async () => navigator.mediaDevices.getUserMedia(wanted(medium, constraints)))().then(
    (stream): Settled => {
      if (given.signal.aborted) stopStream(stream);
      return { stream };
    },
    (error: unknown): Settled => ({ outcome: failure(error) }),
  );
  const late = waitFor(medium, over.signal, signal, onWaiting)
    .catch((): CaptureOutcome => ({ kind: 'not-measured', why: 'broken' }))
    .then((outcome): Settled => {
      given.abort();
      return { outcome };
    });
  const settled = await Promise.race([opened, late]);
  over.abort();
  return settled;
}

function wanted(medium: Medium, constraints: MediaTrackConstraints): MediaStreamConstraints {
  return medium === 'camera' ? { video: constraints, audio: false } : { audio: constraints, video: false };
}

/**
 * Looks at the wait until it is over or its limit has come. A question that is not seen cannot be answered, so that a hidden page
 * does not use up the person’s time; what is allowed already, or was allowed meanwhile, has only to start.
 */
async function waitFor(
  medium: Medium,
  over: AbortSignal,
  cancel: AbortSignal,
  onWaiting: Request['onWaiting'],
): Promise<CaptureOutcome> {
  const either = eitherOf(over, cancel);
  let questioned = 0;
  let starting = 0;
  let hidden = 0;
  let before = performance.now();
  for (;;) {
    await pause(LOOK_AT_WAIT, either);
    if (over.aborted) return { kind: 'no-answer' };
    if (cancel.aborted) return { kind: 'cancelled' };
    const now = performance.now();
    const passed = now - before;
    before = now;
    const waiting = await waitingFor(medium);
    if (waiting === 'slow') starting += passed;
    else if (waiting === 'hidden') hidden += passed;
    else questioned += passed;
    if (starting >= START_LIMIT || questioned >= QUESTION_LIMIT || hidden >= HIDDEN_LIMIT) {
      return { kind: 'no-answer' };
    }
    if (!over.aborted && (waiting !== 'slow' || starting >= SLOW_START)) onWaiting(waiting);
  }
}

async function waitingFor(medium: Medium): Promise<Waiting> {
  if ((await permissionOf(medium)) === 'granted') return 'slow';
  if (document.visibilityState !== 'visible') return 'hidden';
  return document.hasFocus() ? 'question' : 'unfocused';
}

function failure(error: unknown): CaptureOutcome {
  // An object of another realm, or of none, is no Error and has a name all the same.
  const { name, message, constraint } = Object(error) as { name?: unknown; message?: unknown; constraint?: unknown };
  return {
    kind: 'failed',
    error: typeof name === 'string' ? name.slice(0, 100) : 'unknown',
    message: (typeof message === 'string' ? message : `${typeof error}`).slice(0, 1000),
    constraint: typeof constraint === 'string' ? constraint.slice(0, 100) : null,
  };
}
