import { requestDevice } from './request.ts';
import { listen } from './sound-input.ts';
import { pause, stopStream, within } from './stream.ts';
import { ECHO_LENGTH, ECHO_LIMIT } from './time-limits.ts';

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
    const constraints = deviceId === null ? {} : { deviceId: { exact: deviceId } };
    // Its limits and its clean end are those of a test.
    const answer = await requestDevice({ medium: 'microphone', constraints, signal, onWaiting: () => {} });
    if (answer.stream === null) return false;
    stream = answer.stream;
    const listener = {
      onMeasure: () => {},
      onSamples: (samples: Float32Array) => void blocks.push(new Float32Array(samples)),
    };
    const input = await listen(stream, listener, signal);
    if (input === null) return false;
    try {
      onPhase('recording');
      input.record(true);
      await pause(ECHO_LENGTH, signal);
      input.record(false);
      // Not while it is heard: the loudspeaker would be recorded too.
      stopStream(stream);
      if (signal.aborted || blocks.length === 0) return false;
      onPhase('playing');
      return (await play(input.context, blocks, signal)) !== null;
    } finally {
      input.close();
    }
  } catch {
    return false;
  } finally {
    if (stream !== null) stopStream(stream);
    blocks.length = 0;
  }
}

/** Null where it was not heard to its end. */
function play(
  context: AudioContext,
  blocks: readonly Float32Array<ArrayBuffer>[],
  signal: AbortSignal,
): Promise<true | null> {
  const length = blocks.reduce((sum, block) => sum + block.length, 0);
  const buffer = context.createBuffer(1, length, context.sampleRate);
  let at = 0;
  for (const block of blocks) {
    buffer.copyToChannel(block, 0, at);
    at += block.length;
  }
  const source = new AudioBufferSourceNode(context, { buffer });
  source.connect(context.destination);
  // What is given up falls silent when the context is closed.
  const heard = new Promise<true>((resolve) => {
    source.onended = () => resolve(true);
    source.start();
  });
  return within(heard, ECHO_LIMIT, signal);
}
