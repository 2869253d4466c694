import type { TrackEvents } from '../../core/facts/capture.ts';

export interface MeasureOptions {
  readonly signal: AbortSignal;
  /** Only whether anything comes at all: for a device that is tested beside the chosen one. */
  readonly glance: boolean;
  /** Whether it is waited for longer than is usual. */
  readonly onSlow?: (slow: boolean) => void;
}

/** So that no light stays on. */
export function stopStream(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

export interface WatchedTrack {
  readonly events: () => TrackEvents;
  /** Aborted when the track ends by itself: it was unplugged, or its permission was taken away. */
  readonly ended: AbortSignal;
}

/** Notes what becomes of a track. Stopping it ourselves is no event. */
export function watchTrack(track: MediaStreamTrack): WatchedTrack {
  let mutes = track.muted ? 1 : 0;
  const end = new AbortController();
  track.addEventListener('mute', () => {
    mutes += 1;
  });
  track.addEventListener('ended', () => end.abort());
  if (track.readyState === 'ended') end.abort();
  return { events: () => ({ muted: track.muted, mutes, ended: end.signal.aborted }), ended: end.signal };
}

/** What a promise comes to; null where the limit, in milliseconds, comes first or it is given up. */
export function within<T>(promise: Promise<T>, limit: number, signal?: AbortSignal): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve(null);
    };
    const timer = setTimeout(end, limit);
    signal?.addEventListener('abort', end);
    if (signal?.aborted === true) end();
    promise.then(resolve, reject).finally(end);
  });
}

/** A pause that ends early when the test is given up. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await within(new Promise<never>(() => {}), milliseconds, signal);
}

/** Aborted with whichever of these is first. Browsers before 2023 have no `AbortSignal.any`. */
export function eitherOf(...signals: readonly AbortSignal[]): AbortSignal {
  const either = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) either.abort();
    signal.addEventListener('abort', () => either.abort(), { once: true, signal: either.signal });
  }
  return either.signal;
}

/** A series thinned out to so many points, each the mean of its part. */
export function thin(series: readonly number[], limit: number): number[] {
  const step = Math.max(1, Math.ceil(series.length / limit));
  const parts = Array.from({ length: Math.ceil(series.length / step) }, (_, place) =>
    series.slice(place * step, (place + 1) * step),
  );
  return parts.map((part) => round(part.reduce((sum, each) => sum + each, 0) / part.length));
}

/** To two digits behind the point, which is finer than anything is judged by. */
export function round(number: number): number {
  return Math.round(number * 100) / 100;
}
