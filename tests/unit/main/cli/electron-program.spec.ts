import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runElectron } from '../../../../main/cli/electron-program.ts';
import { noting } from './noting-terminal.ts';

const STARTER = join(import.meta.dirname, 'electron-starter.ts');

/** Runs `runElectron` in a process of its own, over a script that stands for the app and tells its process id. */
async function startApp(script: string, farewell = 5_000): Promise<{ starter: ChildProcess; app: number }> {
  const starter = spawn(process.execPath, [STARTER, script, String(farewell)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [told] = await once(starter.stdout ?? starter, 'data');
  return { starter, app: Number(told) };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const TELL = 'console.log(process.pid);';
const STAY = 'setInterval(() => {}, 1000);';

test.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  'on %s the app ends, and then the command, well',
  async (signal) => {
    const { starter, app } = await startApp(STAY + TELL);
    starter.kill(signal);
    const [status] = await once(starter, 'exit');
    expect(status).toBe(0);
    expect(isAlive(app)).toBe(false);
  },
);

test.skipIf(process.platform === 'win32')('an app that will not end is ended', async () => {
  const { starter, app } = await startApp(`process.on('SIGTERM', () => {});${STAY}${TELL}`, 100);
  starter.kill('SIGTERM');
  await once(starter, 'exit');
  expect(isAlive(app)).toBe(false);
});

test.each([
  ['closes well', process.execPath, ['-e', ''], 0, null],
  ['ends with a failure', process.execPath, ['-e', 'process.exit(7)'], 70, /Electron ended by itself \(status 7\)\.$/],
  ['cannot be started', '/nowhere/electron', [], 70, /Electron could not be started \(.*ENOENT.*\)\.$/],
])('an app that %s: status and one sentence', async (_name, program, args, status, sentence) => {
  const { terminal, notes } = noting();
  expect(await runElectron(program, args, terminal)).toBe(status);
  expect(notes).toEqual(sentence === null ? [] : [expect.stringMatching(sentence)]);
});
