import type { FrameMeasure } from './picture.ts';
import type { FromWorker, ToWorker } from './picture-worker.ts';
import workerUrl from './picture-worker.ts?worker&url';
import { Sampler } from './sampler.ts';
import { within } from './stream.ts';
import { COPY_LIMIT, WORKER_LIMIT } from './time-limits.ts';

/** Chromium’s: every frame of a track, as it is captured. @see https://www.w3.org/TR/mediacapture-transform/ */
declare class MediaStreamTrackProcessor {
  constructor(options: { readonly track: MediaStreamTrack; readonly maxBufferSize?: number });
  readonly readable: ReadableStream<VideoFrame>;
}

export interface FrameListener {
  readonly onFrame: (measured: FrameMeasure, width: number, height: number) => void;
  /** A frame came and could not be measured. */
  readonly onMissed: () => void;
  /** None can be measured any more: pixels cannot be read here as they are, or what reads them has failed. */
  readonly onUnmeasurable: (why: 'canvas-guarded' | 'broken') => void;
}

export interface Measuring {
  readonly stop: () => void;
  /** Whether frames come by way of drawing, which a hidden page does not do. */
  readonly drawn: boolean;
}

/**
 * Measures each new frame of a track: in a worker, straight from the source where the browser hands it out, otherwise from a
 * video element that tells of each new frame.
 */
export async function measureFrames(
  track: MediaStreamTrack,
  listener: FrameListener,
  signal: AbortSignal,
): Promise<Measuring> {
  const worker = await startWorker(listener, signal);
  if (signal.aborted) {
    worker?.terminate();
    return { stop: () => {}, drawn: false };
  }
  if (worker === null) return { stop: fromVideo(track, inPage(listener), listener), drawn: true };
  const end = 'MediaStreamTrackProcessor' in globalThis ? fromSource(track, worker) : null;
  const stop = end ?? fromVideo(track, (bitmap) => send(worker, { bitmap }, [bitmap]), listener);
  return {
    stop: () => {
      stop();
      worker.terminate();
    },
    drawn: end === null,
  };
}

/** Null where the browser, or a policy, has none. It is given a moment; a page without workers measures by itself. */
async function startWorker(listener: FrameListener, signal: AbortSignal): Promise<Worker | null> {
  let worker: Worker;
  try {
    worker = new Worker(workerUrl);
  } catch {
    return null;
  }
  let started = false;
  const answer = new Promise<boolean>((resolve) => {
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      if (started) listener.onUnmeasurable('broken');
      resolve(false);
    });
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      started = true;
      resolve(true);
      pass(data, listener);
    });
  });
  if ((await within(answer, WORKER_LIMIT, signal)) === true) return worker;
  worker.terminate();
  return null;
}

function pass(message: FromWorker, { onFrame, onMissed, onUnmeasurable }: FrameListener): void {
  if ('missed' in message) onMissed();
  else if ('measured' in message) {
    if (message.measured !== null) onFrame(message.measured, message.width, message.height);
  } else if (message.unmeasurable !== null) onUnmeasurable(message.unmeasurable);
}

function send(worker: Worker, message: ToWorker, transfer: Transferable[]): void {
  worker.postMessage(message, transfer);
}

/** Null where the stream cannot be handed over. */
function fromSource(track: MediaStreamTrack, worker: Worker): (() => void) | null {
  // Its own copy: the one that is shown keeps its frames.
  const copy = track.clone();
  try {
    const { readable } = new MediaStreamTrackProcessor({ track: copy, maxBufferSize: 2 });
    send(worker, { frames: readable }, [readable]);
    return () => copy.stop();
  } catch {
    copy.stop();
    return null;
  }
}

function inPage({ onFrame, onUnmeasurable }: FrameListener): (bitmap: ImageBitmap) => void {
  const sampler = new Sampler();
  if (!sampler.isHonest()) onUnmeasurable('canvas-guarded');
  return (bitmap) => {
    const { width, height } = bitmap;
    let measured: FrameMeasure | null;
    try {
      measured = sampler.measure({ image: bitmap, width, height });
    } finally {
      bitmap.close();
    }
    if (measured !== null) onFrame(measured, width, height);
  };
}

function fromVideo(
  track: MediaStreamTrack,
  give: (bitmap: ImageBitmap) => void,
  { onMissed, onUnmeasurable }: FrameListener,
): () => void {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  let over = false;
  let busy = false;
  const look = async (): Promise<void> => {
    // One that comes while the last is still being copied is left out.
    if (over || busy || video.videoWidth === 0 || video.videoHeight === 0) return;
    busy = true;
    try {
      const copying = createImageBitmap(video);
      const bitmap = await within(copying, COPY_LIMIT);
      if (bitmap === null) onMissed();
      if (bitmap === null || over) void copying.then((late) => late.close()).catch(() => {});
      else give(bitmap);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'SecurityError') onUnmeasurable('canvas-guarded');
      else onMissed();
    } finally {
      busy = false;
    }
  };
  onEachNewFrame(video, () => over, look);
  // Not waited for: without a frame it never settles. That it was refused shows as no frame.
  video.play().catch(() => {});
  return () => {
    over = true;
    video.srcObject = null;
  };
}

/** Older Firefox tells of no frames: there the count of those it has decoded tells a new one from the same one seen twice. */
function onEachNewFrame(video: HTMLVideoElement, isOver: () => boolean, look: () => Promise<void>): void {
  if ('requestVideoFrameCallback' in video) {
    const next = (): void => {
      if (isOver()) return;
      void look();
      video.requestVideoFrameCallback(next);
    };
    video.requestVideoFrameCallback(next);
    return;
  }
  const element: HTMLVideoElement = video;
  let seen = 0;
  const poll = (): void => {
    if (isOver()) return;
    const { totalVideoFrames } = element.getVideoPlaybackQuality();
    if (totalVideoFrames !== seen) void look();
    seen = totalVideoFrames;
    requestAnimationFrame(poll);
  };
  requestAnimationFrame(poll);
}
