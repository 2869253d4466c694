import type { Browser } from '../../../../core/facts/browser.ts';
import { value } from '../../../../core/reading.ts';

/** The profile that Safari always has. It has no name until somebody makes a second one. */
const ONLY_PROFILE = 'Default';

export async function readSafariProfiles(): Promise<Browser['profiles']> {
  return value([{ folder: ONLY_PROFILE, name: ONLY_PROFILE, lastUsed: true }]);
}
