import { systemPreferences } from 'electron';
import type { Medium } from '../../core/medium.ts';
import { type Reading, value } from '../../core/reading.ts';
import { freshMessage } from '../machine/fresh-mac-permissions.ts';
import { macPermissions } from '../machine/mac-permissions.ts';

/** The start of a utility process: says what macOS answers it, and waits to be ended. */

const permissions = macPermissions();

/** Where the package did not load, Electron’s word, in the package’s spelling. */
function status(medium: Medium): Reading<string> {
  const asked = permissions.status(medium);
  if (asked.kind === 'value') return asked;
  const word = systemPreferences.getMediaAccessStatus(medium);
  return value({ granted: 'authorized', 'not-determined': 'not determined' }[String(word)] ?? word);
}

process.parentPort.postMessage(freshMessage({ status }));
