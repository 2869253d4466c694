import { absent, type Reading, thenReading, value } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { checked } from '../../../parse/checked.ts';
import { parsePlist } from '../../../parse/plist.ts';

const CHOICES = '~/Library/Preferences/com.apple.LaunchServices/com.apple.launchservices.secure.plist';
const LIMIT = 4 * 1024 * 1024;

/** What macOS opens web addresses with until somebody chooses otherwise. */
const SAFARI = 'com.apple.Safari';

/**
 * The bundle id of what macOS opens web addresses with, from the choices of Launch Services; `absent` where the choice is
 * for nobody.
 *
 * @see https://developer.apple.com/documentation/coreservices/launch_services
 */
export async function readDefaultBrowser(machine: Machine): Promise<Reading<readonly string[]>> {
  const bytes = await machine.files.read(CHOICES, LIMIT);
  if (bytes.kind === 'absent') return value([SAFARI]);
  if (bytes.kind === 'unreadable') return bytes;
  const content = await parsePlist(CHOICES, bytes.value);
  const { launchServicesSchema } = await import('./launch-services.ts');
  return thenReading(content, (plist) =>
    thenReading(checked(CHOICES, launchServicesSchema, plist), ({ LSHandlers }): Reading<readonly string[]> => {
      const https = LSHandlers.find(({ LSHandlerURLScheme }) => LSHandlerURLScheme?.toLowerCase() === 'https');
      if (https?.LSHandlerRoleAll === undefined) return value([SAFARI]);
      return https.LSHandlerRoleAll === '-' ? absent : value([https.LSHandlerRoleAll]);
    }),
  );
}
