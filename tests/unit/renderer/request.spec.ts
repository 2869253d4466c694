import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { engineOf, listDevices } from '../../../renderer/capture/circumstances.ts';
import { requestDevice, type Waiting } from '../../../renderer/capture/request.ts';

// A browser in a few words: what a request meets that no real one can be made to do.

interface Around {
  readonly getUserMedia?: (wanted: MediaStreamConstraints) => Promise<MediaStream>;
  readonly enumerateDevices?: () => Promise<unknown>;
  readonly permission?: () => unknown;
  readonly visible?: boolean;
  readonly focused?: boolean;
  readonly secure?: boolean;
}

function browse({ getUserMedia, enumerateDevices, permission, visible = true, focused = true, secure = true }: Around) {
  const mediaDevices = { getUserMedia, enumerateDevices: enumerateDevices ?? (async () => []) };
  vi.stubGlobal('navigator', {
    ...(getUserMedia === undefined ? {} : { mediaDevices }),
    permissions: { query: async () => ({ state: permission?.() ?? 'prompt' }) },
  });
  vi.stubGlobal('document', { visibilityState: visible ? 'visible' : 'hidden', hasFocus: () => focused });
  vi.stubGlobal('isSecureContext', secure);
}

function streamOf() {
  const track = { stop: vi.fn() };
  return { track, stream: { getTracks: () => [track] } as unknown as MediaStream };
}

function ask(signal = new AbortController().signal) {
  const waits: (Waiting | null)[] = [];
  const answer = requestDevice({ medium: 'camera', constraints: {}, signal, onWaiting: (each) => waits.push(each) });
  return { answer, waits };
}

const error = (name: string, message = '') => new DOMException(message, name);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function settled<T>(answer: Promise<T>): Promise<T> {
  let over = false;
  void answer.finally(() => {
    over = true;
  });
  while (!over) await vi.advanceTimersByTimeAsync(250);
  return answer;
}

describe('a request', () => {
  test('is for one medium, and tells what stood around it', async () => {
    const { stream } = streamOf();
    const getUserMedia = vi.fn(async () => stream);
    browse({ getUserMedia, permission: () => 'granted', enumerateDevices: async () => [{ kind: 'videoinput' }] });
    const { stream: opened, request } = await settled(ask().answer);
    expect(getUserMedia).toHaveBeenCalledExactlyOnceWith({ video: {}, audio: false });
    expect(opened).toBe(stream);
    expect(request).toMatchObject({ attempts: 1, permissionBefore: 'granted', listed: 1, secure: true, visible: true });
  });

  test('without mediaDevices has nothing to ask', async () => {
    browse({ secure: false });
    const { outcome, request } = await settled(ask().answer);
    expect(outcome).toEqual({ kind: 'no-devices' });
    expect(request).toMatchObject({ attempts: 0, secure: false, listed: null });
  });

  test.each(['AbortError', 'NotReadableError'])('is made once more after %s', async (name) => {
    const { stream } = streamOf();
    const getUserMedia = vi.fn().mockRejectedValueOnce(error(name)).mockResolvedValueOnce(stream);
    browse({ getUserMedia });
    const answer = await settled(ask().answer);
    expect(answer.stream).toBe(stream);
    expect(answer.request.attempts).toBe(2);
  });

  test('is made no third time', async () => {
    const getUserMedia = vi.fn().mockRejectedValue(error('AbortError'));
    browse({ getUserMedia });
    expect((await settled(ask().answer)).request.attempts).toBe(2);
    expect(getUserMedia).toHaveBeenCalledTimes(2);
  });

  test.each(['NotAllowedError', 'NotFoundError', 'OverconstrainedError', 'TypeError'])(
    'is not made again after %s',
    async (name) => {
      const getUserMedia = vi.fn().mockRejectedValue(error(name, 'Words'));
      browse({ getUserMedia });
      const { outcome } = await settled(ask().answer);
      expect(outcome).toMatchObject({ kind: 'failed', error: name, message: 'Words' });
      expect(getUserMedia).toHaveBeenCalledTimes(1);
    },
  );

  test.each<readonly [string, unknown]>([
    ['a text', 'no'],
    ['nothing', undefined],
    ['an object without a name', { message: 7 }],
    ['an object without a prototype', Object.create(null)],
  ])('that throws %s has failed', async (_name, thrown) => {
    browse({ getUserMedia: () => Promise.reject(thrown) });
    expect((await settled(ask().answer)).outcome).toMatchObject({ kind: 'failed', error: 'unknown' });
  });

  test('that throws before it promises has failed', async () => {
    browse({
      getUserMedia: () => {
        throw new TypeError('At least one of audio and video must be requested');
      },
    });
    expect((await settled(ask().answer)).outcome).toMatchObject({ kind: 'failed', error: 'TypeError' });
  });

  test('with a very long message is cut', async () => {
    browse({ getUserMedia: () => Promise.reject(error('NotAllowedError', 'x'.repeat(100_000))) });
    const { outcome } = await settled(ask().answer);
    expect(outcome?.kind === 'failed' && outcome.message.length).toBe(1_000);
  });

  const never = () => new Promise<MediaStream>(() => {});
  test.each<readonly [string, Around, Waiting, number]>([
    ['a question that is seen', {}, 'question', 20_000],
    ['a page that is hidden', { visible: false }, 'hidden', 40_000],
    ['a page without focus', { focused: false }, 'unfocused', 20_000],
    ['a device that does not start', { permission: () => 'granted' }, 'slow', 12_000],
  ])('that never settles, with %s, ends', async (_name, around, waiting, limit) => {
    browse({ getUserMedia: never, ...around });
    const { answer, waits } = ask();
    const started = Date.now();
    const { outcome } = await settled(answer);
    expect(outcome).toEqual({ kind: 'no-answer' });
    expect(Math.abs(Date.now() - started - limit)).toBeLessThan(1_000);
    expect([...new Set(waits)]).toEqual([waiting, null]);
  });

  test('that was answered late has its whole time to start', async () => {
    let asked = true;
    browse({ getUserMedia: never, permission: () => (asked ? 'prompt' : 'granted') });
    const { answer, waits } = ask();
    const started = Date.now();
    setTimeout(() => {
      asked = false;
    }, 18_000);
    await settled(answer);
    expect(Date.now() - started).toBeGreaterThan(29_000);
    expect([...new Set(waits)]).toEqual(['question', 'slow', null]);
  });

  test('whose stream comes too late stops it', async () => {
    const { stream, track } = streamOf();
    const late = Promise.withResolvers<MediaStream>();
    browse({ getUserMedia: () => late.promise });
    await settled(ask().answer);
    late.resolve(stream);
    await vi.advanceTimersByTimeAsync(0);
    expect(track.stop).toHaveBeenCalledOnce();
  });

  test('whose wait itself fails stops the stream that comes after it', async () => {
    const { stream, track } = streamOf();
    const late = Promise.withResolvers<MediaStream>();
    browse({ getUserMedia: () => late.promise });
    const answer = requestDevice({
      medium: 'camera',
      constraints: {},
      signal: new AbortController().signal,
      onWaiting: (waiting) => {
        if (waiting !== null) throw new Error('a fault of the page');
      },
    });
    expect((await settled(answer)).outcome).toEqual({ kind: 'not-measured', why: 'broken' });
    late.resolve(stream);
    await vi.advanceTimersByTimeAsync(0);
    expect(track.stop).toHaveBeenCalledOnce();
  });

  test('does without AbortSignal.any', async () => {
    vi.stubGlobal('AbortSignal', { ...AbortSignal, any: undefined });
    browse({ getUserMedia: never });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 1_000);
    expect((await settled(ask(controller.signal).answer)).outcome).toEqual({ kind: 'cancelled' });
  });

  test('can be given up while it waits, and between the two attempts', async () => {
    browse({ getUserMedia: never });
    const first = new AbortController();
    const waiting = ask(first.signal).answer;
    setTimeout(() => first.abort(), 1_000);
    expect((await settled(waiting)).outcome).toEqual({ kind: 'cancelled' });

    const second = new AbortController();
    const getUserMedia = vi.fn(async () => {
      setTimeout(() => second.abort(), 100);
      throw error('AbortError');
    });
    browse({ getUserMedia });
    const { stream } = await settled(ask(second.signal).answer);
    expect(stream).toBeNull();
    expect(getUserMedia).toHaveBeenCalledTimes(1);
  });

  test('that was given up in the moment it was answered stops the stream', async () => {
    const { stream, track } = streamOf();
    const controller = new AbortController();
    browse({
      getUserMedia: async () => {
        controller.abort();
        return stream;
      },
    });
    expect((await settled(ask(controller.signal).answer)).outcome).toEqual({ kind: 'cancelled' });
    expect(track.stop).toHaveBeenCalled();
  });
});

test('a request that is given up while its circumstances are read stops the stream', async () => {
  const { stream, track } = streamOf();
  const controller = new AbortController();
  const enumerateDevices = async () => {
    controller.abort();
    return [];
  };
  browse({ getUserMedia: async () => stream, enumerateDevices });
  expect((await settled(ask(controller.signal).answer)).outcome).toEqual({ kind: 'cancelled' });
  expect(track.stop).toHaveBeenCalledOnce();
});

describe('what stands around it', () => {
  test.each<readonly [string, () => Promise<unknown>, number | null]>([
    ['nothing', async () => [], 0],
    ['a thousand devices', async () => Array.from({ length: 1_000 }, () => ({ kind: 'videoinput', label: '' })), 1_000],
    ['a refusal', () => Promise.reject(error('NotAllowedError')), null],
    ['no answer', () => new Promise(() => {}), null],
  ])('a list of devices that is %s', async (_name, enumerateDevices, listed) => {
    browse({ getUserMedia: () => Promise.reject(error('NotFoundError')), enumerateDevices });
    expect((await settled(ask().answer)).request.listed).toBe(listed);
    expect(await settled(listDevices())).toEqual(listed === null ? null : expect.anything());
  });

  test('a device that appears while it is tested is counted', async () => {
    const late = Promise.withResolvers<MediaStream>();
    let devices: unknown[] = [];
    browse({ getUserMedia: () => late.promise, enumerateDevices: async () => devices });
    const { answer } = ask();
    await vi.advanceTimersByTimeAsync(500);
    devices = [{ kind: 'audioinput' }, { kind: 'videoinput' }, { kind: 'videoinput' }];
    late.reject(error('NotFoundError'));
    expect((await settled(answer)).request.listed).toBe(2);
  });

  test('a browser that has no word for the permission', async () => {
    browse({
      getUserMedia: () => Promise.reject(error('NotFoundError')),
      permission: () => {
        throw new TypeError("'camera' is not a valid value for enumeration PermissionName");
      },
    });
    expect((await settled(ask().answer)).request.permissionAfter).toBe('unknown');
  });

  test.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'gecko', 153],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
      'chromium',
      156,
    ],
    [
      'Mozilla/5.0 (X11) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36',
      'chromium',
      156,
    ],
    ['Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.2 Safari/605.1.15', 'webkit', 26],
    [
      'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/156.0 Mobile/15E148 Safari/604.1',
      'webkit',
      605,
    ],
    ['something else', 'unknown', null],
    ['', 'unknown', null],
  ])('the engine of %s', (userAgent, name, version) => {
    expect(engineOf(userAgent)).toEqual({ name, version });
  });
});
