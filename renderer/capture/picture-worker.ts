import type { FrameMeasure } from './picture.ts';
import { sampleOf } from './planes.ts';
import { Sampler } from './sampler.ts';

/** To the worker: a stream of all frames, or frames one by one. */
export type ToWorker = { readonly frames: ReadableStream<VideoFrame> } | { readonly bitmap: ImageBitmap };

/** From the worker: whether it can measure, and then each new frame. */
export type FromWorker =
  | { readonly honest: boolean }
  | { readonly measured: FrameMeasure | null; readonly width: number; readonly height: number };

const sampler = new Sampler();
/** Used for every frame again. */
const buffer = { data: new Uint8Array(0) };
const tell = (message: FromWorker): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if ('frames' in data) void readAll(data.frames);
  else {
    const { width, height } = data.bitmap;
    tell({ measured: sampler.measure({ image: data.bitmap, width, height }), width, height });
    data.bitmap.close();
  }
});
tell({ honest: sampler.isHonest() });

async function readAll(frames: ReadableStream<VideoFrame>): Promise<void> {
  const reader = frames.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    // Sources hand out few frames at a time: one that is not closed holds up the next.
    const { displayWidth: width, displayHeight: height } = value;
    try {
      const sample = await sampleOf(value, buffer);
      const measured = sample === null ? sampler.measure({ image: value, width, height }) : sampler.compare(sample);
      tell({ measured, width, height });
    } finally {
      value.close();
    }
  }
}
