import type { Sound } from '../../facts/capture.ts';
import { percent, round, type Sign } from './picture.ts';
import { SOUND_THRESHOLDS as LIMIT } from './thresholds.ts';

/** What is the matter with a sound; null where nothing is. */
export function judgeSound(measured: Sound): Sign | null {
  const { rms, clipped, track } = measured;
  if (track.muted) return { cause: 'signal.muted', certainty: 'certain', value: 'the track is muted' };
  // A gate that lets nothing through before a person speaks gives just as many zeros as a mute key.
  if (rms === null) return { cause: 'signal.digital-silence', certainty: 'likely', value: silence(measured) };
  if (rms < LIMIT.step && measured.voice < LIMIT.voice) {
    const value = `${round(rms)} dBFS at its loudest, less than one step of 16 bits`;
    return { cause: 'signal.digital-silence', certainty: 'possible', value };
  }
  const dead = deadChannel(measured);
  if (dead !== null) {
    const value = `channel ${dead + 1} of ${measured.channels.length} is exactly zero`;
    return { cause: 'signal.dead-channel', certainty: 'certain', value };
  }
  if (clipped >= LIMIT.clipped) {
    return { cause: 'signal.clipping', certainty: 'likely', value: `full scale in ${percent(clipped)} of the time` };
  }
  if (rms < LIMIT.quiet) return tooQuiet(rms, measured.voice);
  return null;
}

/** A measurement with so many samples that are no numbers tells nothing of the microphone. */
export function isBroken({ samples, channels, notNumbers }: Sound): boolean {
  return notNumbers > LIMIT.notNumbers * samples * Math.max(1, channels.length);
}

function silence({ zero, offset }: Sound): string {
  return zero === 1
    ? 'every sample is exactly zero'
    : `no sound, ${percent(zero)} of the samples zero, the mean ${offset}`;
}

/** Under the threshold lies every microphone that nobody speaks into: only a voice that was heard can be too quiet. */
function tooQuiet(rms: number, voice: number): Sign {
  const spoke = voice >= LIMIT.voice;
  const value = `${round(rms)} dBFS at its loudest, ${spoke ? `with ${voice} ms like speech` : 'and nobody spoke'}`;
  return { cause: 'signal.too-quiet', certainty: spoke ? 'likely' : 'possible', value };
}

function deadChannel({ channels }: Sound): number | null {
  if (channels.length !== 2) return null;
  const [left = null, right = null] = channels;
  if (left === null && right !== null && right >= LIMIT.liveChannel) return 0;
  if (right === null && left !== null && left >= LIMIT.liveChannel) return 1;
  return null;
}
