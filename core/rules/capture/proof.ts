import type { CauseThat, Effect } from '../../causes/catalogue.ts';
import type { Capture } from '../../facts/capture.ts';
import { judgePicture, type Sign } from './picture.ts';
import { isBroken, judgeSound } from './sound.ts';

/**
 * What leaves a picture or a sound poor, and yet there. It stands here once more because a page that only measures carries no
 * catalogue; the compiler holds the two together.
 */
const FLAWS = {
  'signal.too-dark': true,
  'signal.low-frame-rate': true,
  'signal.virtual-camera': true,
  'signal.infrared': true,
  'signal.too-quiet': true,
  'signal.clipping': true,
  'signal.dead-channel': true,
} as const satisfies Record<CauseThat<Exclude<Effect, 'blocks'>> & `signal.${string}`, true>;

type Tested = Pick<Capture, 'device' | 'outcome'>;

/** Whether a test proves that the device itself works: something came, and no stand-in for a picture or a sound. */
export function isProof(tested: Tested): boolean {
  return provesLeave(tested) && signOf(tested)?.cause !== 'signal.virtual-camera';
}

/** Whether it proves that nothing forbids the capture; what a program puts up in place of a picture does that too. */
export function provesLeave(tested: Tested): boolean {
  const { outcome } = tested;
  if (outcome.kind !== 'picture' && outcome.kind !== 'sound') return false;
  if (outcome.kind === 'sound' && isBroken(outcome.measured)) return false;
  const sign = signOf(tested);
  return !outcome.measured.track.ended && (sign === null || sign.cause in FLAWS);
}

/** Whether nothing at all is the matter with what came: there is no more to wait for. */
export function isHealthy(tested: Tested): boolean {
  return isProof(tested) && signOf(tested) === null;
}

/** What the measurements say; null where there are none, or nothing is the matter. */
export function signOf({ device, outcome }: Tested): Sign | null {
  if (outcome.kind === 'picture') return judgePicture(outcome.measured, device);
  return outcome.kind === 'sound' && !isBroken(outcome.measured) ? judgeSound(outcome.measured) : null;
}
