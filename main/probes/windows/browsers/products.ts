import type { WindowsBrowser } from '../../../../core/browsers/browser-description.ts';
import { BROWSER_IDS, type BrowserId, describeBrowser } from '../../../../core/browsers/browsers.ts';
import { folderOf } from '../../../machine/path.ts';
import { isNamed, type Registration } from './registrations.ts';

/** A folder that is named for a version, e.g. `156.0.8078.79`. */
export const VERSION_FOLDER = /^\d+(?:\.\d+){2,3}$/;

/**
 * Which browser a registration is of. Channels of one browser may share the name of the client and of the program, so the
 * folder decides, and then what it calls itself; a mere path that neither tells apart is left alone.
 */
export function productOf(registration: Registration): BrowserId | null {
  const { client, title, program } = registration;
  const candidates = BROWSER_IDS.filter((id) => {
    const { windows } = describeBrowser(id);
    if (windows === undefined) return false;
    if (client === null) return nameOf(program) === windows.program.toLowerCase();
    return windows.clients.some((known) => isNamed(client, known));
  });
  const byFolder = candidates.find((id) => isIn(program, describeBrowser(id).windows));
  if (byFolder !== undefined) return byFolder;
  const byTitle = candidates.find((id) => describeBrowser(id).name === title);
  if (byTitle !== undefined) return byTitle;
  return client !== null || candidates.length === 1 ? (candidates[0] ?? null) : null;
}

export function nameOf(path: string): string {
  return path
    .slice(folderOf(path).length)
    .replace(/^[\\/]/, '')
    .toLowerCase();
}

function isIn(program: string, browser: WindowsBrowser | undefined): boolean {
  if (browser === undefined) return false;
  const direct = folderOf(program);
  const folder = VERSION_FOLDER.test(nameOf(direct)) ? folderOf(direct) : direct;
  return folder.replaceAll('/', '\\').toLowerCase().endsWith(`\\${browser.folder.toLowerCase()}`);
}
