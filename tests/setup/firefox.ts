import { spawnSync } from 'node:child_process';
import { accessSync, constants, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A Firefox to test with, or why there is none. */
export type FoundFirefox =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'none'; readonly why: string };

const COMMANDS = ['firefox-esr', 'firefox'];

/** The system’s own Firefox: `FIREFOX_PATH`, or the first on the PATH. Ubuntu’s is a snap, which cannot be driven. */
export function findFirefox(): FoundFirefox {
  const told = process.env['FIREFOX_PATH'];
  if (told !== undefined) return isExecutable(told) ? { kind: 'found', path: told } : none(`${told} cannot be run`);
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const command of COMMANDS) {
      const path = join(folder, command);
      if (isExecutable(path) && !realpathSync(path).includes('snap')) return { kind: 'found', path };
    }
  }
  return none('no Firefox is installed');
}

/** Finds a Firefox, and where there is none installs Debian’s (as root). */
export function provideFirefox(say: (line: string) => void): FoundFirefox {
  const found = findFirefox();
  if (found.kind === 'found' || process.env['FIREFOX_PATH'] !== undefined) return found;
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return found;
  say('Installing Firefox with apt-get for the browser tests …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', env });
  spawnSync('apt-get', ['install', '-qy', '--no-install-recommends', 'firefox-esr'], { stdio: 'ignore', env });
  const installed = findFirefox();
  return installed.kind === 'found' ? installed : none('apt-get could not install firefox-esr');
}

function none(why: string): FoundFirefox {
  return { kind: 'none', why };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
