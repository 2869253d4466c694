import type { SoundMeasure } from './sound.ts';
import workletUrl from './sound-worklet.ts?worker&url';
import { within } from './stream.ts';
import { LOAD_LIMIT, RUN_LIMIT } from './time-limits.ts';

/** A microphone that is being listened to. */
export interface SoundInput {
  readonly context: AudioContext;
  /** Hands the samples of its first channel out, or stops doing so. */
  readonly record: (recording: boolean) => void;
  readonly close: () => void;
}

interface SoundListener {
  readonly onMeasure: (measure: SoundMeasure) => void;
  readonly onSamples?: (samples: Float32Array) => void;
}

/**
 * Null where the browser keeps the context still, or its sound thread does not start: that reads as zeros, and is no word about the
 * microphone. Null at once when it is given up.
 */
export async function listen(
  stream: MediaStream,
  { onMeasure, onSamples }: SoundListener,
  signal: AbortSignal,
): Promise<SoundInput | null> {
  const context = new AudioContext();
  // Not waited for: a context that hangs would keep the microphone open.
  const close = (): void => void context.close().catch(() => {});
  try {
    const loaded = await within(load(context), LOAD_LIMIT, signal);
    const running = loaded === null ? null : await within(run(context), RUN_LIMIT, signal);
    if (running === null || signal.aborted) {
      close();
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
    close();
    throw error;
  }
}

async function load(context: AudioContext): Promise<true> {
  await context.audioWorklet.addModule(workletUrl);
  return true;
}

/** Null where the context does not run though it was asked to. */
async function run(context: AudioContext): Promise<true | null> {
  if (context.state !== 'running') await context.resume().catch(() => {});
  return context.state === 'running' ? true : null;
}
