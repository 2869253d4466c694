import type { CaptureOutcome, DeviceKind } from '../../core/facts/capture.ts';
import { isHealthy } from '../../core/rules/capture/proof.ts';
import { levelOf, MEASURES_PER_SECOND, type SoundMeasure, summariseSound } from './sound.ts';
import { listen } from './sound-input.ts';
import { eitherOf, type MeasureOptions, pause, watchTrack } from './stream.ts';
import { FIRST_LOOK_AT_SOUND, GLANCE, LOOK_AGAIN, SIGNAL_LIMIT } from './time-limits.ts';

/** Processing would turn the quiet of a good microphone into silence, and silence into noise. */
export const UNPROCESSED = {
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
  channelCount: { ideal: 2 },
} as const satisfies MediaTrackConstraints;

/** Measures the sound of an opened microphone until it is well, which only noise is not yet, or to the limit. */
export async function measureSound(
  stream: MediaStream,
  device: DeviceKind,
  { signal, glance }: MeasureOptions,
  onLevel: (rms: number | null) => void,
): Promise<CaptureOutcome> {
  const limits = glance ? GLANCE : { firstLook: FIRST_LOOK_AT_SOUND, limit: SIGNAL_LIMIT };
  const [track] = stream.getAudioTracks();
  if (track === undefined) return { kind: 'not-measured', why: 'broken' };
  const watched = watchTrack(track);
  const either = eitherOf(signal, watched.ended);
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
  const since = (): number => performance.now() - opened;
  const outcome = (): CaptureOutcome =>
    measures.length === 0
      ? { kind: 'no-signal', milliseconds: Math.round(since()), track: watched.events() }
      : { kind: 'sound', measured: summariseSound(measures, sampleRate, watched.events()) };
  try {
    while (!either.aborted && since() < limits.limit) {
      await pause(LOOK_AGAIN, either);
      if (since() >= limits.firstLook && isHealthy({ device, outcome: outcome() })) break;
    }
  } finally {
    input.close();
  }
  if (signal.aborted) return { kind: 'cancelled' };
  // A context that was put to sleep in the middle has heard too little to speak of silence.
  const heard = (1000 * measures.length) / MEASURES_PER_SECOND;
  const slept = heard > 0 && heard < since() / 2 && !watched.events().ended;
  return slept ? { kind: 'not-measured', why: 'sound-suspended' } : outcome();
}
