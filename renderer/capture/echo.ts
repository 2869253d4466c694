import { listen } from './sound-input.ts';
import { pause, stopStream } from './stream.ts';

/** How much of one’s own voice is played back, in milliseconds. */
const LENGTH = 2_000;

export type EchoPhase = 'recording' | 'playing';

export interface Echo {
  readonly deviceId: string | null;
  readonly signal: AbortSignal;
  readonly onPhase: (phase: EchoPhase) => void;
}

/**
 * Records two seconds and plays them back, once. The sound stays in memory and is dropped when it has been heard. False where it
 * could not be recorded or played.
 */
export async function playEcho({ deviceId, signal, onPhase }: Echo): Promise<boolean> {
  const blocks: Float32Array<ArrayBuffer>[] = [];
  let stream: MediaStream | null = null;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      audio: deviceId === null ? true : { deviceId: { exact: deviceId } },
    });
    if (signal.aborted) return false;
    const input = await listen(stream, {
      onMeasure: () => {},
      onSamples: (samples) => blocks.push(new Float32Array(samples)),
    });
    if (input === null) return false;
    try {
      onPhase('recording');
      input.record(true);
      await pause(LENGTH, signal);
      input.record(false);
      // Not while it is heard: the loudspeaker would be recorded too.
      stopStream(stream);
      if (signal.aborted || blocks.length === 0) return false;
      onPhase('playing');
      await play(input.context, blocks, signal);
      return !signal.aborted;
    } finally {
      await input.close();
    }
  } catch {
    return false;
  } finally {
    if (stream !== null) stopStream(stream);
    blocks.length = 0;
  }
}

function play(context: AudioContext, blocks: readonly Float32Array<ArrayBuffer>[], signal: AbortSignal): Promise<void> {
  const length = blocks.reduce((sum, block) => sum + block.length, 0);
  const buffer = context.createBuffer(1, length, context.sampleRate);
  let at = 0;
  for (const block of blocks) {
    buffer.copyToChannel(block, 0, at);
    at += block.length;
  }
  const source = new AudioBufferSourceNode(context, { buffer });
  source.connect(context.destination);
  return new Promise((resolve) => {
    source.onended = () => resolve();
    signal.addEventListener('abort', () => source.stop(), { once: true });
    source.start();
  });
}
