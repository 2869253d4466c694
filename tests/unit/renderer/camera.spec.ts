import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { measurePicture } from '../../../renderer/capture/camera.ts';
import type { FrameListener } from '../../../renderer/capture/frames.ts';
import type { FrameMeasure } from '../../../renderer/capture/picture.ts';

// Frames at moments that no fake camera can be made to keep to.

const { source } = vi.hoisted(() => ({
  source: { drawn: false, listener: null as FrameListener | null, stop: vi.fn() },
}));
vi.mock('../../../renderer/capture/frames.ts', () => ({
  measureFrames: async (_track: unknown, listener: FrameListener) => {
    source.listener = listener;
    return { stop: source.stop, drawn: source.drawn };
  },
}));

const LIVELY: FrameMeasure = { luma: 120, deviation: 50, texture: 5, chroma: 20, change: 3 };
const BLACK: FrameMeasure = { luma: 0, deviation: 0, texture: 0, chroma: 0, change: 0 };

let page: EventTarget & { visibilityState: string };
beforeEach(() => {
  vi.useFakeTimers();
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  vi.stubGlobal('document', page);
  source.drawn = false;
  source.stop.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function show(state: 'visible' | 'hidden'): void {
  page.visibilityState = state;
  page.dispatchEvent(new Event('visibilitychange'));
}

/** Frames of one kind, 20 a second, between two moments in milliseconds. */
function send(measured: FrameMeasure, from: number, to: number): void {
  for (let at = from; at <= to; at += 50) setTimeout(() => source.listener?.onFrame(measured, 640, 480), at);
}

async function measure({ glance = false, signal = new AbortController().signal } = {}) {
  const track = Object.assign(new EventTarget(), { muted: false, readyState: 'live' });
  const stream = { getVideoTracks: () => [track] } as unknown as MediaStream;
  const slow: boolean[] = [];
  const started = performance.now();
  let end: number | null = null;
  const measuring = measurePicture(stream, 'ordinary', { signal, glance, onSlow: (each) => slow.push(each) });
  void measuring.finally(() => {
    end = performance.now() - started;
  });
  while (end === null) await vi.advanceTimersByTimeAsync(50);
  return { outcome: await measuring, slow, end: end as number, track };
}

describe('a first frame', () => {
  test('that never comes is waited for longer than a picture that is not well, and the person is told', async () => {
    const { outcome, slow, end } = await measure();
    expect(outcome).toMatchObject({ kind: 'no-signal' });
    expect(slow).toEqual([true, false]);
    expect(end).toBeGreaterThan(8_000);
    expect(end).toBeLessThan(8_500);
    expect(source.stop).toHaveBeenCalledOnce();
  });

  test.each([3_550, 4_000, 7_500])('that comes after %d ms is measured in full', async (at) => {
    send(LIVELY, at, 12_000);
    const { outcome, slow, end } = await measure();
    expect(outcome).toMatchObject({ kind: 'picture', measured: { luma: 120 } });
    expect(slow).toEqual([true, false]);
    expect(end).toBeGreaterThanOrEqual(at + 1_350);
    expect(end).toBeLessThan(at + 2_000);
  });

  test('that never comes of a device beside the chosen one is not waited for so long', async () => {
    const { outcome, end } = await measure({ glance: true });
    expect(outcome.kind).toBe('no-signal');
    expect(end).toBeLessThan(1_700);
  });
});

describe('a page that is hidden', () => {
  test.each<readonly [string, boolean, () => void, string]>([
    ['from the start, drawing nothing', true, () => show('hidden'), 'page-hidden'],
    [
      'in the middle, for a while',
      true,
      () => {
        send(LIVELY, 0, 300);
        setTimeout(() => show('hidden'), 400);
        setTimeout(() => show('visible'), 3_000);
      },
      'page-hidden',
    ],
    [
      'and is back before the picture came',
      true,
      () => {
        show('hidden');
        setTimeout(() => show('visible'), 100);
        send(LIVELY, 200, 3_000);
      },
      'picture',
    ],
    [
      'while frames come from the source',
      false,
      () => {
        send(BLACK, 0, 5_000);
        show('hidden');
      },
      'picture',
    ],
    ['while no frame comes from the source', false, () => show('hidden'), 'no-signal'],
  ])('%s', async (_name, drawn, happen, expected) => {
    source.drawn = drawn;
    const measuring = measure();
    happen();
    const { outcome } = await measuring;
    expect(outcome.kind === 'not-measured' ? outcome.why : outcome.kind).toBe(expected);
  });
});

describe('frames that cannot be measured', () => {
  test('are no missing frames', async () => {
    for (let at = 0; at < 9_000; at += 50) setTimeout(() => source.listener?.onMissed(), at);
    expect((await measure()).outcome).toEqual({ kind: 'not-measured', why: 'broken' });
  });

  test('are no word about the others', async () => {
    send(LIVELY, 0, 3_000);
    for (let at = 0; at < 500; at += 100) setTimeout(() => source.listener?.onMissed(), at);
    expect((await measure()).outcome.kind).toBe('picture');
  });

  test.each(['broken', 'canvas-guarded'] as const)('any more, %s, end the test', async (why) => {
    send(LIVELY, 0, 3_000);
    setTimeout(() => source.listener?.onUnmeasurable(why), 500);
    const { outcome, end } = await measure();
    expect(outcome).toEqual({ kind: 'not-measured', why });
    expect(end).toBeLessThan(700);
  });
});

test('a test that is given up ends at once', async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 500);
  const { outcome, end } = await measure({ signal: controller.signal });
  expect(outcome).toEqual({ kind: 'cancelled' });
  expect(end).toBeLessThan(600);
});

test('a track that ends in the middle ends the test', async () => {
  send(LIVELY, 0, 200);
  const track = Object.assign(new EventTarget(), { muted: false, readyState: 'live' });
  setTimeout(() => track.dispatchEvent(new Event('ended')), 500);
  const stream = { getVideoTracks: () => [track] } as unknown as MediaStream;
  const measuring = measurePicture(stream, 'ordinary', { signal: new AbortController().signal, glance: false });
  await vi.advanceTimersByTimeAsync(600);
  expect(await measuring).toMatchObject({ kind: 'picture', measured: { track: { ended: true } } });
});
