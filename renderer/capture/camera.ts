import type { CaptureOutcome, DeviceKind } from '../../core/facts/capture.ts';
import { isHealthy } from '../../core/rules/capture/proof.ts';
import { type FrameListener, measureFrames } from './frames.ts';
import { summarisePicture, type TimedFrame } from './picture.ts';
import { eitherOf, type MeasureOptions, pause, watchTrack } from './stream.ts';
import {
  FIRST_FRAME_LIMIT,
  FIRST_LOOK_AT_PICTURE,
  GLANCE,
  LOOK_AGAIN,
  LOOK_FOR_FIRST_FRAME,
  SIGNAL_LIMIT,
  SLOW_FIRST_FRAME,
} from './time-limits.ts';

/** What has come of a camera so far. */
interface Gathered {
  readonly frames: TimedFrame[];
  size: { readonly width: number; readonly height: number };
  missed: number;
  unmeasurable: 'canvas-guarded' | 'broken' | null;
}

interface Limits {
  readonly firstLook: number;
  readonly limit: number;
  readonly firstFrame: number;
}

/** Measures the picture of an opened camera, for as long as it takes to see that it is well, or else to the limit. */
export async function measurePicture(
  stream: MediaStream,
  device: DeviceKind,
  { signal, glance, onSlow }: MeasureOptions,
): Promise<CaptureOutcome> {
  const limits: Limits = glance
    ? { ...GLANCE, firstFrame: GLANCE.limit }
    : { firstLook: FIRST_LOOK_AT_PICTURE, limit: SIGNAL_LIMIT, firstFrame: FIRST_FRAME_LIMIT };
  const [track] = stream.getVideoTracks();
  if (track === undefined) return { kind: 'not-measured', why: 'broken' };
  const opened = performance.now();
  const since = (): number => performance.now() - opened;
  const watched = watchTrack(track);
  const page = watchPage();
  const over = new AbortController();
  const either = eitherOf(signal, watched.ended, over.signal);
  const gathered: Gathered = { frames: [], size: { width: 0, height: 0 }, missed: 0, unmeasurable: null };
  const outcome = (): CaptureOutcome =>
    gathered.frames.length === 0
      ? { kind: 'no-signal', milliseconds: Math.round(since()), track: watched.events() }
      : { kind: 'picture', measured: summarisePicture(gathered.frames, gathered.size, since(), watched.events()) };
  const isWell = (): boolean => isHealthy({ device, outcome: outcome() });
  const { stop, drawn } = await measureFrames(track, gatherInto(gathered, since, over), either);
  try {
    await waitFor(gathered, limits, since, isWell, either, onSlow ?? (() => {}));
  } finally {
    stop();
    page.stop();
  }
  if (signal.aborted) return { kind: 'cancelled' };
  if (gathered.unmeasurable !== null) return { kind: 'not-measured', why: gathered.unmeasurable };
  // What is left of the frames would look like a slow camera.
  if (gathered.missed > gathered.frames.length) return { kind: 'not-measured', why: 'broken' };
  // A track that has ended has done so in a hidden page too.
  const cut = drawn && page.wasHidden() && !watched.events().ended;
  return cut && !isWell() ? { kind: 'not-measured', why: 'page-hidden' } : outcome();
}

function gatherInto(gathered: Gathered, since: () => number, over: AbortController): FrameListener {
  return {
    onFrame: (measured, width, height) => {
      gathered.frames.push({ ...measured, at: since() });
      gathered.size = { width, height };
    },
    onMissed: () => {
      gathered.missed += 1;
    },
    onUnmeasurable: (why) => {
      gathered.unmeasurable ??= why;
      over.abort();
    },
  };
}

/** Until the picture is well, or its limit has come. */
async function waitFor(
  gathered: Gathered,
  limits: Limits,
  since: () => number,
  isWell: () => boolean,
  either: AbortSignal,
  onSlow: (slow: boolean) => void,
): Promise<void> {
  const { frames } = gathered;
  let slow = false;
  while (!either.aborted) {
    await pause(frames.length === 0 ? LOOK_FOR_FIRST_FRAME : LOOK_AGAIN, either);
    const first = frames[0]?.at;
    const isSlow = first === undefined && gathered.missed === 0 && since() >= SLOW_FIRST_FRAME && !either.aborted;
    if (isSlow !== slow) onSlow(isSlow);
    slow = isSlow;
    if (since() > limitAfter(gathered, limits)) break;
    if (first !== undefined && since() >= first + limits.firstLook && isWell()) break;
  }
  if (slow) onSlow(false);
}

/** One that was slow to wake up has its time all the same. */
function limitAfter({ frames: [first], missed }: Gathered, { firstLook, limit, firstFrame }: Limits): number {
  if (first === undefined) return missed === 0 ? firstFrame : limit;
  return Math.max(limit, first.at + firstLook);
}

/** Whether the page was hidden at any moment of the test. */
function watchPage(): { readonly wasHidden: () => boolean; readonly stop: () => void } {
  let hidden = false;
  const look = (): void => {
    hidden ||= document.visibilityState !== 'visible';
  };
  look();
  document.addEventListener('visibilitychange', look);
  return { wasHidden: () => hidden, stop: () => document.removeEventListener('visibilitychange', look) };
}
