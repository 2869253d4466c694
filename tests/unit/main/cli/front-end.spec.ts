import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { chooseFrontEnd } from '../../../../main/cli/front-end.ts';
import { runInBrowser } from '../../../../main/cli/run-in-browser.ts';
import type { Launch } from '../../../../main/settings/launch.ts';
import { openMachine } from '../../recorded-machines.ts';
import { noting } from './noting-terminal.ts';

describe('what npm start opens', () => {
  test.each([
    [{ serve: false, display: true, electron: true }, 'electron'],
    [{ serve: false, display: true, electron: false }, 'browser'],
    [{ serve: false, display: false, electron: true }, 'terminal'],
    [{ serve: false, display: false, electron: false }, 'terminal'],
    [{ serve: true, display: true, electron: true }, 'serve'],
    [{ serve: true, display: false, electron: false }, 'serve'],
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

  /** What a page does first; it is closed by aborting. */
  async function openPage(address: string): Promise<AbortController> {
    const { origin } = new URL(address);
    const entered = await fetch(address, { redirect: 'manual' });
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? '';
    const leave = new AbortController();
    const events = await fetch(`${origin}/events`, { headers: { cookie }, signal: leave.signal });
    await events.body?.getReader().read();
    return leave;
  }

  test('that no browser can be started for ends with one sentence', async () => {
    expect(await run(async () => false)).toEqual({
      status: 70,
      notes: ['capture-doctor: there is no browser here to open the app in.'],
    });
  });

  test('that connects before its opener is done stays until it is closed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const opened = Promise.withResolvers<AbortController>();
    const running = run(async (_program, [address = '']) => {
      opened.resolve(await openPage(address));
      return true;
    });
    const page = await opened.promise;
    // All the time that a browser may take to come.
    await vi.advanceTimersByTimeAsync(500);
    page.abort();
    const ended = await vi.waitFor(() => Promise.race([running, Promise.reject(new Error('it still runs'))]));
    expect(ended).toEqual({ status: 0, notes: ['The page was closed.'] });
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
      (await openPage(address)).abort();
      return true;
    };
    expect(await run(visit)).toEqual({ status: 0, notes: ['The page was closed.'] });
  });
});
