import { freshMessage } from './fresh-mac-permissions.ts';
import { macPermissions } from './mac-permissions.ts';

/** A program of its own: says what macOS answers a process that has just been started, and ends. */
process.stdout.write(`${JSON.stringify(freshMessage(macPermissions()))}\n`);
