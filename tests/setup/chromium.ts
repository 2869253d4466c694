import { execFileSync, spawnSync } from 'node:child_process';
import { type FoundBrowser, findBrowser, none } from './browser-program.ts';
import { canInstall, install } from './debian.ts';

/** `CHROMIUM_PATH`, or the system’s. */
export function findChromium(): FoundBrowser {
  return findBrowser({
    name: 'Chromium',
    variable: 'CHROMIUM_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    isSnap: (path) => path.startsWith('/snap'),
  });
}

/** Finds a Chromium, and where there is none installs Debian’s (as root) or the one Playwright downloads. */
export function provideChromium(say: (line: string) => void): FoundBrowser {
  const found = findChromium();
  if (found.kind === 'found' || process.env['CHROMIUM_PATH'] !== undefined) return found;
  if (canInstall()) {
    say('Installing Chromium with apt-get for the browser tests …');
    install(['chromium']);
    const installed = findChromium();
    return installed.kind === 'found' ? installed : none('apt-get could not install chromium');
  }
  say('Installing Chromium with Playwright for the browser tests …');
  const { status } = spawnSync('npx', ['--no-install', 'playwright', 'install', 'chromium'], {
    stdio: 'inherit',
    shell: true,
  });
  if (status !== 0) return none('no Chromium is installed, and Playwright could not download one');
  const path = execFileSync(process.execPath, ['-p', "require('@playwright/test').chromium.executablePath()"]);
  return { kind: 'found', path: path.toString().trim() };
}
