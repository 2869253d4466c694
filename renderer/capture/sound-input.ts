import type { SoundMeasure } from './sound.ts';
import workletUrl from './sound-worklet.ts?worker&url';

/** A microphone that is being listened to. */
export interface SoundInput {
  readonly context: AudioContext;
  /** Hands the samples of its first channel out, or stops doing so. */
  readonly record: (recording: boolean) => void;
  readonly close: () => Promise<void>;
}

interface SoundListener {
  readonly onMeasure: (measure: SoundMeasure) => void;
  readonly onSamples?: (samples: Float32Array) => void;
}

/** How long a sound context may take to run: Firefox’s was seen to take a second. */
const RUN_LIMIT = 2_500;

/** Null where the browser keeps the context still: that reads as zeros, and is no word about the microphone. */
export async function listen(stream: MediaStream, { onMeasure, onSamples }: SoundListener): Promise<SoundInput | null> {
  const context = new AudioContext();
  const close = (): Promise<void> => context.close().catch(() => {});
  try {
    await context.audioWorklet.addModule(workletUrl);
    if (!(await isRunning(context))) {
      await close();
      return null;
    }
    const node = new AudioWorkletNode(context, 'meter', { numberOfOutputs: 0 });
    node.port.onmessage = ({ data }: MessageEvent<SoundMeasure | Float32Array>) => {
      if (data instanceof Float32Array) onSamples?.(data);
      else onMeasure(data);
    };
    context.createMediaStreamSource(stream).connect(node);
    return { context, record: (recording) => node.port.postMessage(recording), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function isRunning(context: AudioContext): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, RUN_LIMIT);
  });
  if (context.state !== 'running') await Promise.race([context.resume().catch(() => {}), limit]);
  clearTimeout(timer);
  return context.state === 'running';
}
