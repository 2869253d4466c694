import { realpathSync } from 'node:fs';
import { type FoundBrowser, findBrowser, none } from './browser-program.ts';
import { canInstall, install } from './debian.ts';

/** `FIREFOX_PATH`, or the system’s. */
export function findFirefox(): FoundBrowser {
  return findBrowser({
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    isSnap: (path) => realpathSync(path).includes('snap'),
  });
}

/** Finds a Firefox, and where there is none installs Debian’s (as root). */
export function provideFirefox(say: (line: string) => void): FoundBrowser {
  const found = findFirefox();
  if (found.kind === 'found' || process.env['FIREFOX_PATH'] !== undefined || !canInstall()) return found;
  say('Installing Firefox with apt-get for the browser tests …');
  install(['firefox-esr']);
  const installed = findFirefox();
  return installed.kind === 'found' ? installed : none('apt-get could not install firefox-esr');
}
