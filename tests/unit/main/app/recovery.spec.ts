import { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { endOnFailure, recover } from '../../../../main/app/recovery.ts';
import { recorded, StandInWindow, standIn } from './electron-stand-in.ts';

vi.mock('electron', () => standIn);

const logged: string[] = [];
const note = (line: string): void => {
  logged.push(line);
};
const log = { file: '', info: note, warn: note, error: note };
const t = (key: string) => key;
const about = () => ({ ref: 'now' });

let window: StandInWindow;
let before: { reloads: number; quits: number; messages: number; relaunches: number };

beforeEach(() => {
  logged.length = 0;
  standIn.app.removeAllListeners('child-process-gone');
  window = new StandInWindow({});
  recover(window as never, { app: standIn.app as never, dialog: standIn.dialog as never, t, log, about });
  const { quits, messages, relaunches } = recorded;
  before = { reloads: 0, quits, messages: messages.length, relaunches: relaunches.length };
});

const told = () => recorded.messages.slice(before.messages);

test.each([
  ['crashed', 0, { reloads: 1, quits: 0 }],
  ['oom', 1, { reloads: 0, quits: 1 }],
  ['clean-exit', 0, { reloads: 0, quits: 0 }],
])('a page that is gone (%s) is told in one sentence, button %i', async (reason, button, { reloads, quits }) => {
  recorded.nextButton = button;
  window.webContents.emit('render-process-gone', {}, { reason });
  await vi.waitFor(() => expect([window.reloads, recorded.quits - before.quits]).toEqual([reloads, quits]));
  const sentence = ['desktop/pageGone', 'desktop/startAgain', 'desktop/quit'];
  expect(told()).toEqual(reason === 'clean-exit' ? [] : [sentence]);
  expect(logged).toEqual(reason === 'clean-exit' ? [] : [`The page is gone (${reason}).`]);
});

describe('a page that hangs', () => {
  test('is ended and begun anew when the person wants that, and not told twice', async () => {
    recorded.nextButton = 0;
    window.emit('unresponsive');
    await vi.waitFor(() => expect(window.reloads).toBe(1));
    expect(told()).toEqual([['desktop/pageHangs', 'desktop/startAgain', 'desktop/wait']]);
  });

  test('is left alone when the person waits', async () => {
    recorded.nextButton = 1;
    window.emit('unresponsive');
    await vi.waitFor(() => expect(told()).toHaveLength(1));
    expect(window.reloads).toBe(0);
  });

  test('that comes back takes its question with it, and can hang again', async () => {
    recorded.nextButton = 'none';
    window.emit('unresponsive');
    window.emit('unresponsive');
    expect(told()).toHaveLength(1);
    window.emit('responsive');
    // Its answer has come once everything that was waiting has run.
    await setImmediate();
    recorded.nextButton = 0;
    window.emit('unresponsive');
    await vi.waitFor(() => expect(window.reloads).toBe(1));
    expect(told()).toHaveLength(2);
  });
});

describe('graphics that fail', () => {
  const fail = (details: object = {}): void => {
    standIn.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', ...details });
  };

  test('once are Chromium’s own business, and other processes are too', () => {
    fail();
    fail({ type: 'Utility' });
    fail({ reason: 'clean-exit' });
    expect(told()).toEqual([]);
    expect(logged).toEqual(['The graphics process is gone (crashed).']);
  });

  test('again are told once, and the app starts without them', async () => {
    recorded.nextButton = 0;
    for (let time = 0; time < 4; time += 1) fail();
    await vi.waitFor(() => expect(recorded.quits - before.quits).toBe(1));
    expect(recorded.relaunches.slice(before.relaunches)).toEqual([
      [...process.argv.slice(1), '--disable-gpu', 'capture-doctor:case?ref=now'],
    ]);
    expect(told()).toEqual([['desktop/graphicsFail', 'desktop/startWithoutGraphics', 'desktop/goOn']]);
  });

  test('again may be put up with', async () => {
    recorded.nextButton = 1;
    fail();
    fail();
    await vi.waitFor(() => expect(told()).toHaveLength(1));
    expect(recorded.relaunches.length - before.relaunches).toBe(0);
  });
});

test.each(['uncaughtException', 'unhandledRejection'])(
  'a fault of our own (%s) is written down, told, and the end',
  (name) => {
    const faults = new EventEmitter();
    const exits = recorded.exits;
    endOnFailure({ app: standIn.app as never, faults: faults as never, dialog: standIn.dialog, t, log });
    faults.emit(name, new TypeError('a bug'));
    expect(logged).toEqual([expect.stringContaining('TypeError: a bug')]);
    expect(told()).toEqual([['app/title', 'desktop/failed']]);
    expect(recorded.exits).toBe(exits + 1);
  },
);
