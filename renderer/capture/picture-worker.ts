import type { FrameMeasure } from './picture.ts';
import { sampleOf } from './planes.ts';
import { Sampler } from './sampler.ts';

/** To the worker: a stream of all frames, or frames one by one. */
export type ToWorker = { readonly frames: ReadableStream<VideoFrame> } | { readonly bitmap: ImageBitmap };

/** From the worker: whether it can measure, and then each new frame. One that it could not measure is missed. */
export type FromWorker =
  | { readonly honest: boolean }
  | { readonly missed: true }
  | { readonly broken: true }
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
  if ('frames' in data) readAll(data.frames).catch(() => tell({ broken: true }));
  else measure(data.bitmap, data.bitmap);
});
tell({ honest: sampler.isHonest() });

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
  let copied = true;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const size = { width: value.displayWidth, height: value.displayHeight };
    const sample = copied ? await sampleOf(value, buffer).catch(() => 'failed' as const) : null;
    // Drawn from then on: a copied sample and a drawn one of the same picture differ.
    if (sample === 'failed') copied = false;
    if (sample === null || sample === 'failed') measure(value, size);
    else {
      value.close();
      tell({ measured: sampler.compare(sample), ...size });
    }
  }
}
