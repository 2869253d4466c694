import type { CaptureOutcome, DeviceKind } from '../../core/facts/capture.ts';
import { isHealthy } from '../../core/rules/capture/proof.ts';
import { measureFrames } from './frames.ts';
import { summarisePicture, type TimedFrame } from './picture.ts';
import { eitherOf, GLANCE, type MeasureOptions, pause, watchTrack } from './stream.ts';

/** When a picture is first looked at, in milliseconds after its first frame, and how often after that. */
const FIRST_LOOK = 1_350;
const LOOK_AGAIN = 300;

/** How long an opened camera that is not well is measured. */
const SIGNAL_LIMIT = 3_600;

/** Measures the picture of an opened camera, for as long as it takes to see that it is well, or else to the limit. */
export async function measurePicture(
  stream: MediaStream,
  device: DeviceKind,
  { signal, glance }: MeasureOptions,
): Promise<CaptureOutcome> {
  const limits = glance ? GLANCE : { firstLook: FIRST_LOOK, limit: SIGNAL_LIMIT };
  const [track] = stream.getVideoTracks();
  if (track === undefined) return { kind: 'not-measured', why: 'broken' };
  const opened = performance.now();
  const since = (): number => performance.now() - opened;
  const watched = watchTrack(track);
  const over = new AbortController();
  const either = eitherOf(signal, over.signal);
  void watched.ended.then(() => over.abort());
  const frames: TimedFrame[] = [];
  let size = { width: 0, height: 0 };
  let guarded = false;
  const stop = await measureFrames(
    track,
    {
      onFrame: (measured, width, height) => {
        frames.push({ ...measured, at: since() });
        size = { width, height };
      },
      onGuarded: () => {
        guarded = true;
        over.abort();
      },
    },
    either,
  );
  const outcome = (): CaptureOutcome =>
    frames.length === 0
      ? nothingCame(since(), watched.events())
      : { kind: 'picture', measured: summarisePicture(frames, size, since(), watched.events()) };
  try {
    while (!either.aborted) {
      await pause(frames.length === 0 ? 50 : LOOK_AGAIN, either);
      const first = frames[0]?.at;
      // One that was slow to wake up has its time all the same.
      if (since() > Math.max(limits.limit, (first ?? 0) + limits.firstLook)) break;
      if (first !== undefined && since() >= first + limits.firstLook && isHealthy({ device, outcome: outcome() }))
        break;
    }
  } finally {
    stop();
  }
  if (signal.aborted) return { kind: 'cancelled' };
  return guarded ? { kind: 'not-measured', why: 'canvas-guarded' } : outcome();
}

/** A hidden page draws nothing, where frames come by way of drawing. */
function nothingCame(
  milliseconds: number,
  track: Extract<CaptureOutcome, { kind: 'no-signal' }>['track'],
): CaptureOutcome {
  const drawn = !('MediaStreamTrackProcessor' in globalThis);
  return drawn && document.visibilityState !== 'visible'
    ? { kind: 'not-measured', why: 'page-hidden' }
    : { kind: 'no-signal', milliseconds: Math.round(milliseconds), track };
}
