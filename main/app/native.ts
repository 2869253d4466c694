import type { SystemPreferences } from 'electron';
import { absent, type Reading, unreadable, value } from '../../core/reading.ts';
import type { Native } from '../machine/machine.ts';

/** What Electron itself can ask the system. On Linux there is nothing to ask. */
export function nativeAnswers(preferences: SystemPreferences): Native {
  return {
    mediaAccess: (medium): Reading<string> =>
      typeof preferences.getMediaAccessStatus === 'function' ? value(preferences.getMediaAccessStatus(medium)) : absent,
    macPermission: () => unreadable('node-mac-permissions: this version does not ask it'),
    defaultBrowser: () => unreadable('the system: this version does not ask it for its default browser'),
  };
}
