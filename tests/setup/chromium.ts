import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A Chromium to test with, or why there is none. */
export type FoundChromium =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'none'; readonly why: string };

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The system’s own Chromium: `CHROMIUM_PATH`, or the first on the PATH. Ubuntu’s is a snap, which cannot be driven. */
export function findChromium(): FoundChromium {
  const told = process.env['CHROMIUM_PATH'];
  if (told !== undefined) return isExecutable(told) ? { kind: 'found', path: told } : none(`${told} cannot be run`);
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const command of COMMANDS) {
      const path = join(folder, command);
      if (isExecutable(path) && !folder.startsWith('/snap')) return { kind: 'found', path };
    }
  }
  return none('no Chromium is installed');
}

/** Finds a Chromium, and where there is none installs Debian’s (as root) or the one Playwright downloads. */
export function provideChromium(say: (line: string) => void): FoundChromium {
  const found = findChromium();
  if (found.kind === 'found' || process.env['CHROMIUM_PATH'] !== undefined) return found;
  if (process.getuid?.() === 0 && canRun('apt-get')) {
    say('Installing Chromium with apt-get for the browser tests …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', env });
    spawnSync('apt-get', ['install', '-qy', '--no-install-recommends', 'chromium'], { stdio: 'ignore', env });
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

function none(why: string): FoundChromium {
  return { kind: 'none', why };
}

function canRun(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
