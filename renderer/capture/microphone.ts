import type { CaptureOutcome, DeviceKind } from '../../core/facts/capture.ts';
import { isHealthy } from '../../core/rules/capture/proof.ts';
import { levelOf, MEASURES_PER_SECOND, type SoundMeasure, summariseSound } from './sound.ts';
import { listen } from './sound-input.ts';
import { eitherOf, GLANCE, type MeasureOptions, pause, watchTrack } from './stream.ts';

/** Processing would turn the quiet of a good microphone into silence, and silence into noise. */
export const UNPROCESSED = {
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
  channelCount: { ideal: 2 },
} as const satisfies MediaTrackConstraints;

/** How long a working microphone is measured, in milliseconds, and how often it is looked at after that. */
const FIRST_LOOK = 1_500;
const LOOK_AGAIN = 200;

/** How long one that is silent, or into which nobody has spoken yet, is listened to. */
const SIGNAL_LIMIT = 3_600;

/** Measures the sound of an opened microphone until it is well, which only noise is not yet, or to the limit. */
export async function measureSound(
  stream: MediaStream,
  device: DeviceKind,
  { signal, glance }: MeasureOptions,
  onLevel: (rms: number | null) => void,
): Promise<CaptureOutcome> {
  const limits = glance ? GLANCE : { firstLook: FIRST_LOOK, limit: SIGNAL_LIMIT };
  const [track] = stream.getAudioTracks();
  if (track === undefined) return { kind: 'not-measured', why: 'broken' };
  const watched = watchTrack(track);
  const over = new AbortController();
  const either = eitherOf(signal, over.signal);
  void watched.ended.then(() => over.abort());
  const measures: SoundMeasure[] = [];
  const input = await listen(
    stream,
    {
      onMeasure: (measure) => {
        measures.push(measure);
        onLevel(levelOf(measure));
      },
    },
    signal,
  );
  if (signal.aborted) {
    input?.close();
    return { kind: 'cancelled' };
  }
  if (input === null) return { kind: 'not-measured', why: 'sound-suspended' };
  const { sampleRate } = input.context;
  // A sound context may take a second to run; what was not listened to is not counted.
  const opened = performance.now();
  const outcome = (): CaptureOutcome => ({
    kind: 'sound',
    measured: summariseSound(measures, sampleRate, watched.events()),
  });
  try {
    while (!either.aborted && performance.now() - opened < limits.limit) {
      await pause(performance.now() - opened < FIRST_LOOK ? 100 : LOOK_AGAIN, either);
      if (performance.now() - opened >= limits.firstLook && isHealthy({ device, outcome: outcome() })) break;
    }
  } finally {
    input.close();
  }
  if (signal.aborted) return { kind: 'cancelled' };
  return measures.length === 0 ? nothingCame(performance.now() - opened, watched.events()) : whole(outcome());

  /** A context that was put to sleep in the middle has heard too little to speak of silence. */
  function whole(heard: CaptureOutcome): CaptureOutcome {
    const expected = ((performance.now() - opened) / 1000) * MEASURES_PER_SECOND;
    const slept = measures.length < expected / 2 && !watched.events().ended;
    return slept ? { kind: 'not-measured', why: 'sound-suspended' } : heard;
  }
}

function nothingCame(
  milliseconds: number,
  track: Extract<CaptureOutcome, { kind: 'no-signal' }>['track'],
): CaptureOutcome {
  return { kind: 'no-signal', milliseconds: Math.round(milliseconds), track };
}
