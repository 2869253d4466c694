import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chooseFrontEnd } from '../../../../main/cli/front-end.ts';
import { runInBrowser } from '../../../../main/cli/run-in-browser.ts';
import type { Launch } from '../../../../main/settings/launch.ts';
import { openMachine } from '../../recorded-machines.ts';
import { noting } from './noting-terminal.ts';

describe('what npm start opens', () => {
  test.each([
    [{ serve: false, display: true, printing: false, electron: true }, 'electron'],
    [{ serve: false, display: true, printing: false, electron: false }, 'browser'],
    [{ serve: false, display: false, printing: false, electron: true }, 'terminal'],
    [{ serve: false, display: false, printing: false, electron: false }, 'terminal'],
    [{ serve: true, display: true, printing: false, electron: true }, 'serve'],
    [{ serve: true, display: false, printing: false, electron: false }, 'serve'],
    [{ serve: false, display: true, printing: true, electron: true }, 'terminal'],
  ] as const)('with %j is %s, in one line that says why', (circumstances, frontEnd) => {
    const choice = chooseFrontEnd(circumstances);
    expect(choice.frontEnd).toBe(frontEnd);
    expect(choice.why).toMatch(/^[^\n]+\.$/);
  });
});

describe('the app in a browser', () => {
  async function run(launchBrowser: Launch, port = 0) {
    const { terminal, notes } = noting();
    const folder = await mkdtemp(join(tmpdir(), 'front-end-'));
    await writeFile(join(folder, 'index.html'), '');
    const machine = await openMachine('linux-healthy-laptop');
    const limits = { connectLimit: 500, absenceLimit: 50 };
    const launch: Launch = async () => true;
    const given = { machine, about: null, folder, terminal, launch, launchBrowser, port, open: true, ...limits };
    const status = await runInBrowser(given);
    return { status, notes };
  }

  test('that no browser can be started for ends with one sentence', async () => {
    expect(await run(async () => false)).toEqual({
      status: 70,
      notes: ['capture-doctor: there is no browser here to open the app in.'],
    });
  });

  test('that the browser never connects to ends with one sentence, and serves no more', async () => {
    let address = '';
    const { status, notes } = await run(async (_program, [given = '']) => {
      address = given;
      return true;
    });
    expect({ status, notes }).toEqual({ status: 70, notes: ['capture-doctor: the browser did not open the app.'] });
    await expect(fetch(address)).rejects.toThrow();
  });

  test('whose port is taken ends with one sentence', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const address = taken.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    expect(await run(async () => true, port)).toEqual({
      status: 70,
      notes: ['capture-doctor: the app cannot be served on this computer (EADDRINUSE).'],
    });
    taken.close();
  });

  test('ends well when its page is closed', async () => {
    const visit: Launch = async (_program, [address = '']) => {
      const { origin } = new URL(address);
      const entered = await fetch(address, { redirect: 'manual' });
      const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
      const leave = new AbortController();
      const events = await fetch(`${origin}/events`, { headers: { cookie }, signal: leave.signal });
      await events.body?.getReader().read();
      leave.abort();
      return true;
    };
    expect(await run(visit)).toEqual({ status: 0, notes: ['The page was closed.'] });
  });
});
