import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const CHILD = join(import.meta.dirname, 'ending-child.ts');

describe.skipIf(process.platform === 'win32')('a process in the shell that npm runs scripts in', () => {
  /** The shell, and the process in it, which is not the shell’s last act, so that the shell stays. */
  async function start(lifecycle: object) {
    const env = { ...process.env, NODE: process.execPath, CHILD, npm_lifecycle_event: undefined, ...lifecycle };
    const shell = spawn('sh', ['-c', '"$NODE" "$CHILD"; true'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const [told] = await once(shell.stdout, 'data');
    return { shell, child: Number(told) };
  }

  const isAlive = (pid: number): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  test('ends when its shell is ended and tells it nothing', async () => {
    const { shell, child } = await start({ npm_lifecycle_event: 'start' });
    shell.kill('SIGTERM');
    await expect.poll(() => isAlive(child), { timeout: 5_000 }).toBe(false);
  });

  test('stays where a person has started it in a shell that ends', async () => {
    const { shell, child } = await start({});
    shell.kill('SIGTERM');
    await once(shell, 'exit');
    expect(isAlive(child)).toBe(true);
    process.kill(child, 'SIGTERM');
    await expect.poll(() => isAlive(child), { timeout: 5_000 }).toBe(false);
  });
});
