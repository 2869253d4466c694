import { beforeEach, expect, test, vi } from 'vitest';
import { recorded, standIn } from './electron-stand-in.ts';

vi.mock('electron', () => standIn);

/** Starts the host as a process of its own does: with its own arguments, from its first line. */
async function start(args: readonly string[]): Promise<void> {
  vi.resetModules();
  process.argv = ['/opt/app', ...args];
  await import('../../../../main/app/index.ts');
  standIn.app.becomeReady();
}

beforeEach(() => {
  Object.assign(recorded, { exits: 0, quits: 0, windows: [], messages: [], protocolClients: [] });
  standIn.app.removeAllListeners();
  standIn.app.isPackaged = true;
});

test('a recorded machine that is none is told in one sentence, and nothing opens', async () => {
  standIn.app.isPackaged = false;
  await start(['--machine=/nowhere']);
  await vi.waitFor(() => expect(recorded.exits).toBe(1));
  expect(recorded.messages).toEqual([['Capture Doctor', expect.stringContaining('/nowhere')]]);
  expect(recorded.windows).toEqual([]);
});

test('a copy in development takes no links from the system', async () => {
  standIn.app.isPackaged = false;
  await start([]);
  await vi.waitFor(() => expect(recorded.windows).toHaveLength(1));
  expect(recorded.protocolClients).toEqual([]);
});

test('a link that is none of its own is told once the window is there', async () => {
  await start(['capture-doctor:case?run=calc.exe']);
  await vi.waitFor(() => expect(recorded.messages).toHaveLength(1));
  expect(recorded.windows).toHaveLength(1);
  expect(recorded.messages[0]).toEqual([expect.stringContaining('not one that it understands')]);
});

test('a start that fails is told, and the end', async () => {
  vi.spyOn(standIn.protocol, 'handle').mockImplementationOnce(() => {
    throw new Error('the scheme is taken');
  });
  await start([]);
  await vi.waitFor(() => expect(recorded.exits).toBe(1));
  expect(recorded.messages).toEqual([['Capture Doctor', 'the scheme is taken']]);
});
