import type { Sound } from '../../facts/capture.ts';
import { percent, round, type Sign } from './picture.ts';
import { THRESHOLDS } from './thresholds.ts';

const { sound: LIMIT } = THRESHOLDS;

/** What is the matter with a sound; null where nothing is. */
export function judgeSound(measured: Sound): Sign | null {
  const { rms, clipped, track } = measured;
  if (track.muted) return { cause: 'signal.muted', certainty: 'certain', value: 'the track is muted' };
  if (rms === null) {
    return { cause: 'signal.digital-silence', certainty: 'certain', value: 'every sample is exactly zero' };
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
