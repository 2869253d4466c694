import type { FrameMeasure } from './picture.ts';
import { sampleOf } from './planes.ts';
import { Sampler } from './sampler.ts';
import { within } from './stream.ts';
import { COPY_LIMIT } from './time-limits.ts';

/** To the worker: a stream of all frames, or frames one by one. */
export type ToWorker = { readonly frames: ReadableStream<VideoFrame> } | { readonly bitmap: ImageBitmap };

/** From the worker: why it cannot measure, if so, and then each new frame. One that it could not measure is missed. */
export type FromWorker =
  | { readonly unmeasurable: 'canvas-guarded' | 'broken' | null }
  | { readonly missed: true }
  | { readonly measured: FrameMeasure | null; readonly width: number; readonly height: number };

interface Size {
  readonly width: number;
  readonly height: number;
}

const sampler = new Sampler();
/** Used for every frame again. */
const buffer = { data: new Uint8Array(0) };
const tell = (message: FromWorker): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('frames' in data) readAll(data.frames).catch(() => tell({ unmeasurable: 'broken' }));
  else measure(data.bitmap, data.bitmap);
});
tell({ unmeasurable: sampler.isHonest() ? null : 'canvas-guarded' });

function measure(image: ImageBitmap | VideoFrame, { width, height }: Size): void {
  try {
    tell({ measured: sampler.measure({ image, width, height }), width, height });
  } catch {
    tell({ missed: true });
  } finally {
    // Sources hand out few frames at a time: one that is not closed holds up the next.
    image.close();
  }
}

async function readAll(frames: ReadableStream<VideoFrame>): Promise<void> {
  const reader = frames.getReader();
  let copies = true;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const size = { width: value.displayWidth, height: value.displayHeight };
    const sample = copies ? await within(sampleOf(value, buffer), COPY_LIMIT).catch(() => null) : null;
    if (sample === null) {
      // Drawn from then on: a copied sample and a drawn one of the same picture differ.
      copies = false;
      measure(value, size);
    } else {
      value.close();
      tell({ measured: sampler.compare(sample), ...size });
    }
  }
}
