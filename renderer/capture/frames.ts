import type { FrameMeasure } from './picture.ts';
import type { FromWorker, ToWorker } from './picture-worker.ts';
import workerUrl from './picture-worker.ts?worker&url';
import { Sampler } from './sampler.ts';

/** Chromium’s: every frame of a track, as it is captured. @see https://www.w3.org/TR/mediacapture-transform/ */
declare class MediaStreamTrackProcessor {
  constructor(options: { readonly track: MediaStreamTrack; readonly maxBufferSize?: number });
  readonly readable: ReadableStream<VideoFrame>;
}

export interface FrameListener {
  readonly onFrame: (measured: FrameMeasure, width: number, height: number) => void;
  /** Pixels cannot be read here as they are. */
  readonly onGuarded: () => void;
}

/**
 * Measures each new frame of a track: in a worker, straight from the source where the browser hands it out, otherwise from a
 * video element that tells of each new frame. Returns how to stop.
 */
export async function measureFrames(
  track: MediaStreamTrack,
  listener: FrameListener,
  signal: AbortSignal,
): Promise<() => void> {
  const worker = await startWorker(listener, signal);
  if (signal.aborted) {
    worker?.terminate();
    return () => {};
  }
  if (worker === null) return fromVideo(track, inPage(listener), listener);
  const end = 'MediaStreamTrackProcessor' in globalThis ? fromSource(track, worker) : null;
  const stop = end ?? fromVideo(track, (bitmap) => send(worker, { bitmap }, [bitmap]), listener);
  return () => {
    stop();
    worker.terminate();
  };
}

/** Null where the browser, or a policy, has none. It is given a moment; a page without workers measures by itself. */
function startWorker({ onFrame, onGuarded }: FrameListener, signal: AbortSignal): Promise<Worker | null> {
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = new Worker(workerUrl);
    } catch {
      resolve(null);
      return;
    }
    const without = (): void => {
      worker.terminate();
      resolve(null);
    };
    const timer = setTimeout(without, 1_500);
    signal.addEventListener('abort', () => resolve(worker), { once: true });
    worker.addEventListener('error', without);
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if ('honest' in data) {
        clearTimeout(timer);
        if (!data.honest) onGuarded();
        resolve(worker);
      } else if (data.measured !== null) onFrame(data.measured, data.width, data.height);
    });
  });
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

function inPage({ onFrame, onGuarded }: FrameListener): (bitmap: ImageBitmap) => void {
  const sampler = new Sampler();
  if (!sampler.isHonest()) onGuarded();
  return (bitmap) => {
    const { width, height } = bitmap;
    const measured = sampler.measure({ image: bitmap, width, height });
    bitmap.close();
    if (measured !== null) onFrame(measured, width, height);
  };
}

function fromVideo(
  track: MediaStreamTrack,
  give: (bitmap: ImageBitmap) => void,
  { onGuarded }: FrameListener,
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
      const bitmap = await createImageBitmap(video);
      if (over) bitmap.close();
      else give(bitmap);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'SecurityError') onGuarded();
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
