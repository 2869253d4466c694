import { MEDIA, type Medium } from './medium.ts';
import type { Report } from './report/schema.ts';
import { answerOf } from './rules/macos/own-answer.ts';

/**
 * Whether a capture of this page may make the system itself ask: in the app’s own window on macOS. In a browser it asks
 * about the browser, and only if that was never answered.
 */
export function asksByCapturing(userAgent: string): boolean {
  return /Macintosh/.test(userAgent) && /\bElectron\//.test(userAgent);
}

/**
 * The devices that macOS may not have been asked for yet: whatever answer is not known counts as none. Its question comes
 * once, and only when a person has pressed the button for it: a test that runs by itself leaves them alone.
 */
export function unasked({ facts: { readings } }: Report): readonly Medium[] {
  const { macPermissions, macFreshPermissions } = readings;
  if (macPermissions === undefined || macPermissions.kind === 'absent') return [];
  if (macPermissions.kind === 'unreadable') return MEDIA;
  return MEDIA.filter((medium) => {
    const answer = answerOf(medium, { macPermissions: macPermissions.value, macFreshPermissions });
    return answer.kind !== 'value' || answer.value.permission === 'not-determined';
  });
}
