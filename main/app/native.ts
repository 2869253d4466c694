import type { SystemPreferences } from 'electron';
import { absent, type Reading, unreadable, value } from '../../core/reading.ts';
import type { Native } from '../machine/machine.ts';
import type { OwnDecisions } from './own-decisions.ts';

/** What Electron itself can ask the system, and what the app decided. On Linux there is nothing to ask. */
export function nativeAnswers(preferences: SystemPreferences, decisions: OwnDecisions): Native {
  return {
    mediaAccess: (medium): Reading<string> =>
      typeof preferences.getMediaAccessStatus === 'function' ? value(preferences.getMediaAccessStatus(medium)) : absent,
    macPermission: () => unreadable('node-mac-permissions: this version does not ask it'),
    ownDecisions: () => value(decisions.read()),
    defaultBrowser: () => unreadable('the system: this version does not ask it for its default browser'),
  };
}
