import { fileURLToPath } from 'node:url';
import { absent, unreadable } from '../../core/reading.ts';
import { readFreshOutput } from './fresh-mac-permissions.ts';
import { macPermissions } from './mac-permissions.ts';
import type { Native } from './machine.ts';
import { runCommand } from './run-command.ts';

const PRINTER = fileURLToPath(new URL('print-mac-permissions.ts', import.meta.url));

/** A Node that is as slow to start as this one, and no slower. */
const LIMIT = { milliseconds: 5_000, bytes: 64 * 1024 };

/** What the command can ask macOS without Electron: about itself, and so about whoever it was started by. */
export function macNative(): Native {
  const permissions = macPermissions();
  return {
    mediaAccess: () => absent,
    macPermission: permissions.status,
    freshMacPermissions: async () => readFreshOutput(await runCommand([process.execPath, PRINTER], LIMIT)),
    ownDecisions: () => absent,
    defaultBrowser: () => unreadable('the system: only the app can ask it'),
  };
}
