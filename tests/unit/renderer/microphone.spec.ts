import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { measureSound } from '../../../renderer/capture/microphone.ts';
import { MEASURES_PER_SECOND, type SoundMeasure, SoundMeter } from '../../../renderer/capture/sound.ts';

// A sound thread that does what no real one can be made to do.

interface Thread {
  readonly opens: (signal: AbortSignal) => Promise<boolean>;
  onMeasure: (measure: SoundMeasure) => void;
  readonly close: () => void;
}

const { thread } = vi.hoisted(() => ({
  thread: { opens: async () => true, onMeasure: () => {}, close: vi.fn() } as {
    -readonly [K in keyof Thread]: Thread[K];
  },
}));
vi.mock('../../../renderer/capture/sound-input.ts', () => ({
  listen: async (_stream: unknown, { onMeasure }: Pick<Thread, 'onMeasure'>, signal: AbortSignal) => {
    if (!(await thread.opens(signal))) return null;
    thread.onMeasure = onMeasure;
    return { context: { sampleRate: 48_000 }, record: () => {}, close: thread.close };
  },
}));

/** Milliseconds from one measure of the sound thread to the next. */
const STEP = 1_000 / MEASURES_PER_SECOND;

beforeEach(() => {
  vi.useFakeTimers();
  thread.opens = async () => true;
  vi.mocked(thread.close).mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Exact silence, between two moments in milliseconds. */
function beSilent(from: number, to: number): void {
  const silence = new SoundMeter(48_000).add([new Float32Array(48 * STEP)]);
  if (silence === null) throw new Error('nothing was measured');
  for (let at = from; at <= to; at += STEP) setTimeout(() => thread.onMeasure(silence), at);
}

async function measure(signal = new AbortController().signal) {
  const track = Object.assign(new EventTarget(), { muted: false, readyState: 'live' });
  const stream = { getAudioTracks: () => [track] } as unknown as MediaStream;
  const started = performance.now();
  let end = Number.NaN;
  const measuring = measureSound(stream, 'ordinary', { signal, glance: false }, () => {});
  void measuring.finally(() => {
    end = performance.now() - started;
  });
  setTimeout(() => track.dispatchEvent(new Event('ended')), endsAt);
  while (Number.isNaN(end)) await vi.advanceTimersByTimeAsync(50);
  return { outcome: await measuring, end };
}
let endsAt = 1e6;
afterEach(() => {
  endsAt = 1e6;
});

describe('a microphone', () => {
  test('that is silent for the whole time is measured to the limit', async () => {
    beSilent(0, 4_000);
    const { outcome, end } = await measure();
    expect(outcome).toMatchObject({ kind: 'sound', measured: { zero: 1 } });
    expect(end).toBeGreaterThan(3_500);
    expect(thread.close).toHaveBeenCalledOnce();
  });

  test('of which nothing at all was heard is not silent', async () => {
    expect((await measure()).outcome).toMatchObject({ kind: 'no-signal' });
  });

  test('that was listened to for less than half of the time is not silent', async () => {
    beSilent(0, 1_000);
    expect((await measure()).outcome).toEqual({ kind: 'not-measured', why: 'sound-suspended' });
  });

  test('whose track ends is waited for no longer', async () => {
    beSilent(0, 1_000);
    endsAt = 900;
    const { outcome, end } = await measure();
    expect(outcome).toMatchObject({ kind: 'sound', measured: { track: { ended: true } } });
    expect(end).toBeLessThan(1_100);
  });

  test.each<readonly [string, boolean]>([
    ['never is', false],
    ['is in that moment', true],
  ])('that is given up while the sound thread gets ready, which it %s, is no sleeping one', async (_name, ready) => {
    const controller = new AbortController();
    thread.opens = async (signal) => {
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      return ready;
    };
    setTimeout(() => controller.abort(), 300);
    const { outcome, end } = await measure(controller.signal);
    expect(outcome).toEqual({ kind: 'cancelled' });
    expect(end).toBeLessThan(400);
    expect(thread.close).toHaveBeenCalledTimes(ready ? 1 : 0);
  });
});
