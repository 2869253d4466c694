import { MEASURE_TIME, type Outcome, openDevice, SIGNAL_LIMIT, stopStream } from './outcome.ts';

const SAMPLE_WIDTH = 64;
const SAMPLE_HEIGHT = 48;

export interface CameraTest {
  readonly signal: AbortSignal;
  /** Shows the picture; the stream is stopped when the test is over. */
  readonly onStream: (stream: MediaStream) => void;
  /** The picture stays until this is over too, so that a person sees themselves while they speak. */
  readonly until: Promise<unknown>;
}

/** Opens the camera, waits for frames, and measures them. Every track is stopped on every path. */
export async function testCamera({ signal, onStream, until }: CameraTest): Promise<Outcome> {
  const opened = await openDevice({ video: true, audio: false }, signal);
  if (opened.kind === 'over') return opened.outcome;
  try {
    onStream(opened.stream);
    const outcome = await measurePicture(opened.stream, signal);
    await until;
    return outcome;
  } finally {
    stopStream(opened.stream);
  }
}

async function measurePicture(stream: MediaStream, signal: AbortSignal): Promise<Outcome> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  // A frame comes or it does not; that play() was refused would show as no frame.
  await video.play().catch(() => {});
  const frames = await countFrames(video, signal);
  const outcome: Outcome =
    frames === 0
      ? { kind: 'no-signal' }
      : {
          kind: 'picture',
          measured: { width: video.videoWidth, height: video.videoHeight, frames, ...measureLuma(video) },
        };
  video.srcObject = null;
  return outcome;
}

/** New frames, from the first one on for the time of measuring; 0 when none comes within the limit. */
function countFrames(video: HTMLVideoElement, signal: AbortSignal): Promise<number> {
  return new Promise((resolve) => {
    let frames = 0;
    const end = (): void => resolve(frames);
    const nothing = setTimeout(end, SIGNAL_LIMIT);
    signal.addEventListener('abort', end, { once: true });
    const count = (): void => {
      if (frames === 0) {
        clearTimeout(nothing);
        setTimeout(end, MEASURE_TIME);
      }
      frames += 1;
      video.requestVideoFrameCallback(count);
    };
    video.requestVideoFrameCallback(count);
  });
}

/** Mean and standard deviation of the brightness, by Rec. 709, of the frame shown now, scaled down. */
function measureLuma(video: HTMLVideoElement): { luma: number; deviation: number } {
  const canvas = new OffscreenCanvas(SAMPLE_WIDTH, SAMPLE_HEIGHT);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) return { luma: 0, deviation: 0 };
  context.drawImage(video, 0, 0, SAMPLE_WIDTH, SAMPLE_HEIGHT);
  const { data } = context.getImageData(0, 0, SAMPLE_WIDTH, SAMPLE_HEIGHT);
  return lumaOf(data);
}

/** Of RGBA pixels. */
export function lumaOf(data: Uint8ClampedArray): { luma: number; deviation: number } {
  let sum = 0;
  let squares = 0;
  const count = data.length / 4;
  for (let at = 0; at < data.length; at += 4) {
    const luma = 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);
    sum += luma;
    squares += luma * luma;
  }
  const mean = sum / count;
  // Rounding can bring the difference a hair below zero, or above it for a picture of one colour.
  const variance = Math.max(0, squares / count - mean * mean);
  return { luma: mean, deviation: variance < 1e-6 ? 0 : Math.sqrt(variance) };
}
