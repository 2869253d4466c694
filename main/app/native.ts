import type { SystemPreferences } from 'electron';
import { absent, type Reading, unreadable, value } from '../../core/reading.ts';
import type { MacPermissions } from '../machine/mac-permissions.ts';
import type { Native } from '../machine/machine.ts';
import type { OwnDecisions } from './own-decisions.ts';

/** What only macOS can be asked: this process itself, and a new one. */
interface Mac {
  readonly permissions: MacPermissions;
  readonly fresh: Native['freshMacPermissions'];
}

/** What Electron itself can ask the system, and what the app decided. On Linux there is nothing to ask. */
export function nativeAnswers(
  preferences: Pick<SystemPreferences, 'getMediaAccessStatus'>,
  decisions: OwnDecisions,
  mac: Mac,
): Native {
  return {
    mediaAccess: (medium): Reading<string> =>
      typeof preferences.getMediaAccessStatus === 'function' ? value(preferences.getMediaAccessStatus(medium)) : absent,
    macPermission: mac.permissions.status,
    freshMacPermissions: mac.fresh,
    ownDecisions: () => value(decisions.read()),
    defaultBrowser: () => unreadable('the system: this version does not ask it for its default browser'),
  };
}
