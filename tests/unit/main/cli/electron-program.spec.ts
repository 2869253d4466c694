import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
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
  ['closes well', process.execPath, ['-e', ''], { kind: 'ended', status: 0 }],
  [
    'ends with a failure at once',
    process.execPath,
    ['-e', 'process.exit(7)'],
    { kind: 'never-started', why: 'status 7' },
  ],
  ['cannot be started', '/nowhere/electron', [], { kind: 'never-started', why: expect.stringContaining('ENOENT') }],
])('an app that %s', async (_name, program, args, end) => {
  const { terminal, notes } = noting();
  expect(await runElectron(program, args, terminal)).toEqual(end);
  expect(notes).toEqual([]);
});

test('an app that ends by itself later is told in one sentence', async () => {
  const { terminal, notes } = noting();
  vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValueOnce(60_000);
  const end = await runElectron(process.execPath, ['-e', 'process.exit(7)'], terminal);
  expect(end).toEqual({ kind: 'ended', status: 70 });
  expect(notes).toEqual(['capture-doctor: the app ended by itself (status 7).']);
});
