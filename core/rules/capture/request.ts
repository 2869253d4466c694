import type { CauseId } from '../../causes/catalogue.ts';
import type { Certainty } from '../../certainty.ts';
import type { Circumstances } from './errors.ts';

/**
 * Nobody answered the request. Chromium with a stored leave asks nobody, so that then it is the device that hangs; Firefox
 * and Safari ask although they call the permission granted or have no word for it. macOS asks on its own account, behind a
 * permission that the browser already counts as granted.
 *
 * @see https://github.com/w3c/mediacapture-main/issues/764
 */
export function meaningOfNoAnswer({
  engine,
  platform,
  request,
}: Circumstances): readonly (readonly [CauseId, Certainty])[] {
  const asks = engine !== 'chromium' || request.permissionAfter !== 'granted';
  if (asks) return [['browser.prompt-pending', 'likely']];
  const stuck = ['device.stuck', 'possible'] as const;
  return platform === 'darwin' ? [['browser.prompt-pending', 'possible'], stuck] : [stuck];
}

/** How the wait went, for the evidence. */
export function describeWait({ request }: Circumstances): string {
  const { milliseconds, permissionAfter, visible, focused } = request;
  const page = visible ? (focused ? 'seen' : 'seen, without focus') : 'hidden';
  return `no answer in ${(milliseconds / 1000).toFixed(0)} s, permission ${permissionAfter}, page ${page}`;
}

/**
 * The track ended by itself. The permission tells a revocation, the list of devices an unplugged one; what is neither has
 * stopped of its own accord.
 *
 * @see https://www.w3.org/TR/mediacapture-streams/#track-ended
 */
export function meaningOfEnd({ medium, request }: Circumstances): readonly [CauseId, Certainty] {
  if (request.permissionAfter === 'denied') return ['browser.site-block', 'likely'];
  if (request.permissionBefore === 'granted' && request.permissionAfter === 'prompt') {
    return ['browser.prompt-pending', 'likely'];
  }
  if (request.listed === 0) return medium === 'microphone' ? ['device.unplugged', 'likely'] : ['device.none', 'likely'];
  return medium === 'microphone' ? ['device.unplugged', 'possible'] : ['signal.no-frames', 'likely'];
}
