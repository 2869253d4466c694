import { MEASURE_TIME, type Outcome, openDevice, SIGNAL_LIMIT, stopStream } from './outcome.ts';

export interface MicrophoneTest {
  readonly signal: AbortSignal;
  /** The level now, in dBFS; null for exact silence. */
  readonly onLevel: (rms: number | null) => void;
}

/** Processing would turn the quiet of a good microphone into silence, and silence into noise. */
const RAW = { echoCancellation: false, noiseSuppression: false, autoGainControl: false } as const;

/** Opens the microphone and measures its level. Every track is stopped on every path. */
export async function testMicrophone({ signal, onLevel }: MicrophoneTest): Promise<Outcome> {
  const opened = await openDevice({ audio: RAW, video: false }, signal);
  if (opened.kind === 'over') return opened.outcome;
  const context = new AudioContext();
  try {
    return await measureSound(context, opened.stream, signal, onLevel);
  } finally {
    stopStream(opened.stream);
    await context.close();
  }
}

async function measureSound(
  context: AudioContext,
  stream: MediaStream,
  signal: AbortSignal,
  onLevel: MicrophoneTest['onLevel'],
): Promise<Outcome> {
  const analyser = context.createAnalyser();
  analyser.fftSize = 2048;
  context.createMediaStreamSource(stream).connect(analyser);
  // A context that stands still reads as zeros: that is our test failing, not the microphone.
  if (!(await isRunning(context))) return { kind: 'no-signal' };
  const samples = new Float32Array(analyser.fftSize);
  const started = performance.now();
  let loudest: number | null = null;
  let count = 0;
  for (;;) {
    await nextFrame();
    analyser.getFloatTimeDomainData(samples);
    const level = levelOf(samples);
    onLevel(level);
    count += samples.length;
    if (level !== null && (loudest === null || level > loudest)) loudest = level;
    const time = performance.now() - started;
    if (signal.aborted || time > (loudest === null ? SIGNAL_LIMIT : MEASURE_TIME)) break;
  }
  return { kind: 'sound', measured: { rms: loudest, samples: count } };
}

async function isRunning(context: AudioContext): Promise<boolean> {
  const limit = new Promise<void>((resolve) => setTimeout(resolve, 1_000));
  if (context.state !== 'running') await Promise.race([context.resume(), limit]);
  return context.state === 'running';
}

function nextFrame(): Promise<unknown> {
  // A hidden page gets no animation frames, so a timer stands in.
  return new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, 100);
  });
}

/** Root mean square in dBFS; null where every sample is exactly zero. What is not a number counts as zero. */
export function levelOf(samples: Float32Array): number | null {
  let squares = 0;
  for (const sample of samples) if (Number.isFinite(sample)) squares += sample * sample;
  return squares === 0 ? null : 10 * Math.log10(squares / samples.length);
}
