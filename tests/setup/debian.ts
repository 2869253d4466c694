import { spawnSync } from 'node:child_process';

/** Whether this is root on Debian or a system like it, who can install what the tests need. */
export function canInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Installs packages without a question. Whether it worked, what was wanted tells. */
export function install(packages: readonly string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore', env });
  spawnSync('apt-get', ['install', '-qy', '--no-install-recommends', ...packages], { stdio: 'ignore', env });
}
