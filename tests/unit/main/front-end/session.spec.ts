import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EventName, Handlers } from '../../../../core/contract.ts';
import type { Trouble } from '../../../../core/guides/guide.ts';
import type { Progress } from '../../../../core/progress.ts';
import { value } from '../../../../core/reading.ts';
import type { OwnWindow } from '../../../../main/front-end/own-window.ts';
import { keepInMemory } from '../../../../main/front-end/progress-keeper.ts';
import { startSession } from '../../../../main/front-end/session.ts';
import type { Machine } from '../../../../main/machine/machine.ts';
import { captureOf } from '../../core/captures.ts';
import { openMachine } from '../../recorded-machines.ts';

const ABOUT = { site: 'https://meet.example.com' };
const TROUBLE: Trouble = { cause: 'browser.site-block', subject: 'chromium', medium: 'camera' };

/** A session over a machine that can be exchanged for another, as a person changes a switch. */
async function begin(name: string) {
  let machine = await openMachine(name);
  let runs = 0;
  const changing = new Proxy(machine, {
    get: (_target, key: keyof Machine) =>
      key === 'run'
        ? async (...given: Parameters<Machine['run']>) => {
            runs += 1;
            return machine.run(...given);
          }
        : machine[key],
  });
  const told: EventName[] = [];
  const session = startSession({
    machine: changing,
    about: ABOUT,
    launch: async () => true,
    emit: (event) => told.push(event),
    keeper: keepInMemory(),
  });
  return {
    ...session,
    told: (event: EventName) => told.filter((each) => each === event).length,
    runs: () => runs,
    become: async (other: string, change: Partial<Machine> = {}) => {
      machine = { ...(await openMachine(other)), ...change };
    },
  };
}

describe('the watch', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Lets a second go by, and all that is read in it. */
  async function second({ handlers }: { handlers: Handlers }): Promise<void> {
    await vi.advanceTimersByTimeAsync(1_000);
    // Readings take turns.
    await handlers.submitCaptures([]);
  }

  test('tells of a change within a second and a half, and of nothing else', async () => {
    const session = await begin('linux-site-block');
    const { handlers, told, become, close } = session;
    await handlers.examine(ABOUT);
    await handlers.watch(TROUBLE);
    await second(session);
    expect(told('report')).toBe(0);
    await become('linux-healthy-laptop');
    await second(session);
    expect(told('report')).toBe(1);
    await second(session);
    expect(told('report')).toBe(1);
    close();
  });

  test('leaves the report to the letter as it was where nothing has changed', async () => {
    const session = await begin('linux-site-block');
    const { handlers, told, become, close } = session;
    await handlers.examine(ABOUT);
    const shown = await handlers.writeReport({ form: 'json' });
    await handlers.watch(TROUBLE);
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const looks = () => timers.mock.calls.filter(([, delay]) => delay === 1_000).length;
    await vi.waitFor(() => expect(looks()).toBe(1), { timeout: 5_000 });
    expect(await handlers.writeReport({ form: 'json' })).toBe(shown);
    await become('linux-healthy-laptop');
    await vi.waitFor(() => expect(told('report')).toBe(1), { timeout: 5_000 });
    expect(await handlers.writeReport({ form: 'json' })).not.toBe(shown);
    close();
  });

  test('starts no program', async () => {
    const session = await begin('linux-microphone-muted');
    const { handlers, runs, close } = session;
    await handlers.examine(ABOUT);
    const before = runs();
    expect(before).toBeGreaterThan(0);
    await handlers.watch({ cause: 'signal.volume-zero', subject: 'this-app', medium: 'microphone' });
    await second(session);
    expect(runs()).toBe(before);
    close();
  });

  test.each(['null', 'stopWatch', 'close'] as const)('ends with %s', async (how) => {
    const { handlers, told, become, ...ends } = await begin('linux-site-block');
    await handlers.examine(ABOUT);
    await handlers.watch(TROUBLE);
    if (how === 'null') await handlers.watch(null);
    else ends[how]();
    await become('linux-healthy-laptop');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told('report')).toBe(0);
  });

  test.each([
    ['stopWatch', 1],
    ['close', 0],
  ] as const)('asked for again after %s tells of a change %i times', async (how, times) => {
    const session = await begin('linux-site-block');
    const { handlers, told, become } = session;
    await handlers.examine(ABOUT);
    session[how]();
    await handlers.watch(TROUBLE);
    await become('linux-healthy-laptop');
    await second(session);
    expect(told('report')).toBe(times);
    session.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('that is stopped while it looks says no more, and looks no more', async () => {
    const { handlers, told, become } = await begin('linux-site-block');
    await handlers.examine(ABOUT);
    await handlers.watch(TROUBLE);
    await become('linux-healthy-laptop');
    await vi.advanceTimersByTimeAsync(1_000);
    await handlers.watch(null);
    await handlers.submitCaptures([]);
    expect(told('report')).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('begun anew runs once, whatever the first was reading', async () => {
    const { handlers, told, become, close } = await begin('linux-site-block');
    await handlers.examine(ABOUT);
    await handlers.watch(TROUBLE);
    await vi.advanceTimersByTimeAsync(999);
    await handlers.watch({ ...TROUBLE });
    await become('linux-healthy-laptop');
    await vi.advanceTimersByTimeAsync(3_000);
    await vi.waitFor(() => expect(told('report')).toBe(1));
    expect(vi.getTimerCount()).toBe(1);
    close();
  });
});

/** Files that are not read before they are let go. */
async function heldFiles(name: string) {
  const { files } = await openMachine(name);
  const held = Promise.withResolvers<void>();
  const read: typeof files.read = async (path, limit) => {
    if (path.endsWith('/Preferences')) await held.promise;
    return files.read(path, limit);
  };
  return { files: { ...files, read }, letGo: held.resolve };
}

test('an older reading never ends up over a newer one', async () => {
  const { handlers, become } = await begin('linux-site-block');
  const { files, letGo } = await heldFiles('linux-site-block');
  await become('linux-site-block', { files });
  const first = handlers.examine(ABOUT);
  await setImmediate();
  await become('linux-healthy-laptop');
  const second = handlers.examine(ABOUT);
  for (let round = 0; round < 100; round += 1) await setImmediate();
  letGo();
  await Promise.all([first, second]);
  const { findings } = await handlers.submitCaptures([]);
  expect(findings.filter(({ cause }) => cause === 'browser.site-block')).toEqual([]);
});

test('what is being read is judged by what was asked then, whatever is asked meanwhile', async () => {
  const { handlers, become } = await begin('linux-site-block');
  const { files, letGo } = await heldFiles('linux-site-block');
  await become('linux-site-block', { files });
  const other = { site: 'https://other.example.com' };
  const first = handlers.examine(ABOUT);
  const second = handlers.examine(other);
  for (let round = 0; round < 100; round += 1) await setImmediate();
  letGo();
  const reports = await Promise.all([first, second]);
  expect(reports.map((report) => report.case)).toEqual([ABOUT, other]);
  const blocked = reports.map(({ findings }) => findings.some(({ cause }) => cause === 'browser.site-block'));
  expect(blocked).toEqual([true, false]);
});

test('a session that is closed while it reads tells nothing of it', async () => {
  const { handlers, told, close } = await begin('linux-microphone-muted');
  const examined = handlers.examine(ABOUT);
  close();
  await examined;
  expect(told('firstReport')).toBe(0);
});

test('what the app answered its page is read again after its tests', async () => {
  const { handlers, become } = await begin('linux-healthy-laptop');
  await handlers.examine(ABOUT);
  const machine = await openMachine('linux-healthy-laptop');
  const refused = { medium: 'camera', granted: false } as const;
  await become('linux-healthy-laptop', { native: { ...machine.native, ownDecisions: () => value([refused]) } });
  const { facts } = await handlers.submitCaptures([CAPTURE]);
  expect(facts.readings.ownDecisions).toEqual(value([refused]));
});

test('of the tests the newest count, and no more are kept than that', async () => {
  const { handlers } = await begin('linux-healthy-laptop');
  await handlers.submitCaptures(Array.from({ length: 16 }, () => CAPTURE));
  const { facts } = await handlers.submitCaptures([{ ...CAPTURE, medium: 'microphone' }]);
  const { captureTests } = facts.readings;
  expect(captureTests?.kind === 'value' ? captureTests.value.map(({ medium }) => medium) : []).toEqual([
    ...Array.from({ length: 15 }, () => 'camera'),
    'microphone',
  ]);
});

const CAPTURE = captureOf({ outcome: { kind: 'no-answer' } });

const PROGRESS: Progress = { trouble: TROUBLE, guide: 'chrome.site-permission', way: 'site', acted: ['open'] };

test('progress is found again by a session about the same case, and by no other', async () => {
  const machine = await openMachine('linux-site-block');
  const keeper = keepInMemory();
  const start = (about: typeof ABOUT | null) =>
    startSession({ machine, about, launch: async () => true, emit: () => {}, keeper }).handlers;
  await start(ABOUT).keepProgress(PROGRESS);
  expect(await start(ABOUT).readProgress(null)).toEqual(PROGRESS);
  expect(await start({ site: 'https://other.example.com' }).readProgress(null)).toBeNull();
  expect(await start(null).readProgress(null)).toBeNull();
  await start(ABOUT).keepProgress(null);
  expect(await start(ABOUT).readProgress(null)).toBeNull();
});

test('what the fast probes say is told before the slow ones have answered, and is not the last word', async () => {
  const { handlers, told, runs } = await begin('linux-microphone-muted');
  const report = await handlers.examine(ABOUT);
  expect(told('firstReport')).toBe(1);
  expect(runs()).toBeGreaterThan(0);
  expect(told('report')).toBe(0);
  expect(report.facts.readings.audioServer).toBeDefined();
});

describe('a window of the app’s own', () => {
  const done: unknown[] = [];
  const own: OwnWindow = {
    accent: () => '#0a84ff',
    shape: () => 'beside',
    arrange: (shape) => done.push(shape),
    restart: () => done.push('restart'),
    save: async (...given) => {
      done.push(given);
      return { kind: 'saved' };
    },
  };

  async function start(window?: OwnWindow) {
    const machine = await openMachine('linux-site-block');
    const shared = { machine, about: ABOUT, launch: async () => true, emit: () => {}, keeper: keepInMemory() };
    return startSession({ ...shared, ...(window === undefined ? {} : { window }) }).handlers;
  }

  test('says what it can do, and does it', async () => {
    const handlers = await start(own);
    const traits = { canStayBeside: true, canRestart: true, shape: 'beside', accent: '#0a84ff' };
    expect(await handlers.readWindow(null)).toEqual(traits);
    await handlers.arrangeWindow('usual');
    await handlers.restart(null);
    expect(done.splice(0)).toEqual(['usual', 'restart']);
  });

  test('saves a report to the letter as it was shown', async () => {
    const handlers = await start(own);
    await handlers.examine(ABOUT);
    const shown = await handlers.writeReport({ form: 'txt' });
    expect(shown).toContain('Chromium blocks the camera for this site.');
    expect(await handlers.saveReport({ form: 'txt' })).toEqual({ kind: 'saved' });
    expect(done.splice(0)).toEqual([['capture-doctor-report.txt', 'txt', shown]]);
  });

  test('is not there in a browser, whose page saves a report itself', async () => {
    const handlers = await start();
    const traits = { canStayBeside: false, canRestart: false, shape: 'usual', accent: null };
    expect(await handlers.readWindow(null)).toEqual(traits);
    expect(await handlers.arrangeWindow('beside')).toBeNull();
    expect(await handlers.restart(null)).toBeNull();
    const saved = await handlers.saveReport({ form: 'json' });
    expect(saved).toMatchObject({ kind: 'download', name: 'capture-doctor-report.json', type: 'application/json' });
    expect(saved.kind === 'download' ? JSON.parse(saved.text) : null).toMatchObject({ case: ABOUT });
    expect(await handlers.mailReport(null)).toMatchObject({ kind: 'not-opened' });
    expect(done).toEqual([]);
  });
});

test('what it is about is what was asked last', async () => {
  const session = await begin('linux-site-block');
  expect(session.about()).toEqual(ABOUT);
  await session.handlers.examine({ ref: 'other' });
  expect(session.about()).toEqual({ ref: 'other' });
});
