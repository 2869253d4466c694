import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { measureFrames } from '../../../renderer/capture/frames.ts';

// A page without workers, whose video element does what a real one rarely does.

const GREY = [0x40, 0x60, 0x80, 0xff];
const drawn = vi.fn();

class Canvas {
  getContext() {
    const pixels = (_x: number, _y: number, width: number, height: number) => ({
      data: Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) => GREY[at % 4] ?? 0),
    });
    return { fillRect: () => {}, drawImage: drawn, getImageData: pixels };
  }
}

const video = {
  videoWidth: 640,
  videoHeight: 480,
  srcObject: null as unknown,
  next: null as (() => void) | null,
  play: () => new Promise(() => {}),
  requestVideoFrameCallback(next: () => void) {
    this.next = next;
  },
};

let bitmap: () => Promise<{ width: number; height: number; close: () => void }>;
const close = vi.fn();

beforeEach(() => {
  drawn.mockReset();
  close.mockReset();
  Object.assign(video, { videoWidth: 640, videoHeight: 480, next: null });
  bitmap = async () => ({ width: 640, height: 480, close });
  vi.stubGlobal('OffscreenCanvas', Canvas);
  vi.stubGlobal('MediaStream', class {});
  vi.stubGlobal('Worker', undefined);
  vi.stubGlobal('document', { createElement: () => video });
  vi.stubGlobal('createImageBitmap', () => bitmap());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function begin() {
  const listener = { onFrame: vi.fn(), onMissed: vi.fn(), onUnmeasurable: vi.fn() };
  const { stop, drawn: byDrawing } = await measureFrames(
    {} as MediaStreamTrack,
    listener,
    new AbortController().signal,
  );
  const show = async () => {
    video.next?.();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { listener, stop, byDrawing, show };
}

describe('frames of a video element', () => {
  test('are measured each, though play() never settles', async () => {
    const { listener, byDrawing, show } = await begin();
    await show();
    await show();
    expect(byDrawing).toBe(true);
    expect(listener.onFrame).toHaveBeenCalledTimes(2);
    expect(listener.onFrame).toHaveBeenLastCalledWith(expect.objectContaining({ change: 0 }), 640, 480);
    expect(close).toHaveBeenCalledTimes(2);
  });

  test.each([
    [0, 0],
    [640, 0],
    [0, 480],
  ])('of %d × %d pixels are none, and are not missed', async (videoWidth, videoHeight) => {
    Object.assign(video, { videoWidth, videoHeight });
    const { listener, show } = await begin();
    await show();
    expect(listener.onFrame).not.toHaveBeenCalled();
    expect(listener.onMissed).not.toHaveBeenCalled();
  });

  test('that are copied without a size are not drawn', async () => {
    bitmap = async () => ({ width: 0, height: 0, close });
    const { listener, show } = await begin();
    await show();
    expect(drawn).not.toHaveBeenCalled();
    expect(listener.onFrame).not.toHaveBeenCalled();
    expect(close).toHaveBeenCalledOnce();
  });

  test('that cannot be copied or drawn are missed, and the next is measured', async () => {
    const { listener, show } = await begin();
    bitmap = () => Promise.reject(new DOMException('', 'InvalidStateError'));
    await show();
    bitmap = async () => ({ width: 640, height: 480, close });
    drawn.mockImplementationOnce(() => {
      throw new TypeError();
    });
    await show();
    expect(close).toHaveBeenCalledOnce();
    await show();
    expect(listener.onMissed).toHaveBeenCalledTimes(2);
    expect(listener.onFrame).toHaveBeenCalledOnce();
  });

  test('whose copy never comes are missed after a second, and closed should it come', async () => {
    vi.useFakeTimers();
    const { listener } = await begin();
    const late = Promise.withResolvers<{ width: number; height: number; close: () => void }>();
    bitmap = () => late.promise;
    video.next?.();
    await vi.advanceTimersByTimeAsync(900);
    expect(listener.onMissed).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(listener.onMissed).toHaveBeenCalledOnce();
    late.resolve({ width: 640, height: 480, close });
    await vi.advanceTimersByTimeAsync(0);
    expect(close).toHaveBeenCalledOnce();
    expect(listener.onFrame).not.toHaveBeenCalled();
    bitmap = async () => ({ width: 640, height: 480, close });
    video.next?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(listener.onFrame).toHaveBeenCalledOnce();
  });

  test('that may not be read are told as that', async () => {
    const { listener, show } = await begin();
    bitmap = () => Promise.reject(new DOMException('', 'SecurityError'));
    await show();
    expect(listener.onUnmeasurable).toHaveBeenCalledExactlyOnceWith('canvas-guarded');
  });

  test('that come when it is over are let go', async () => {
    const { listener, stop, show } = await begin();
    const late = Promise.withResolvers<void>();
    bitmap = async () => {
      await late.promise;
      return { width: 640, height: 480, close };
    };
    await show();
    stop();
    late.resolve();
    await show();
    expect(listener.onFrame).not.toHaveBeenCalled();
    expect(close).toHaveBeenCalledOnce();
    expect(video.srcObject).toBeNull();
  });
});
