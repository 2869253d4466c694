import { expect, type Page } from '@playwright/test';
import type { Medium } from '../../../core/medium.ts';
import { test, testIn } from './capture.fixture.ts';
import { judge } from './judge.ts';

test.describe.configure({ mode: 'parallel' });

// What happens to a stream that was opened. The page hands out streams of its own; the code under test is as it is shipped.

test('a camera that opens and never sends a frame', async ({ openWell }) => {
  const page = await openWell(() => {
    navigator.mediaDevices.getUserMedia = async () => document.createElement('canvas').captureStream(0);
  });
  const tested = await testIn(page, 'camera');
  expect(judge(tested), JSON.stringify(tested.outcome)).toBe('blocked signal.no-frames');
});

test('a camera that never sends a frame can be given up where frames come by way of drawing', async ({ openWell }) => {
  const page = await openWell(() => {
    Reflect.deleteProperty(window, 'MediaStreamTrackProcessor');
    const stream = document.createElement('canvas').captureStream(0);
    Object.assign(window, { streams: [stream] });
    navigator.mediaDevices.getUserMedia = async () => stream;
  });
  expect(await giveUpAfter(page, 'camera', 300)).toMatchObject({ kind: 'cancelled', states: ['ended'] });
});

test('a camera whose pictures have no size', { tag: '@more' }, async ({ openWell }) => {
  const page = await openWell(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      const canvas = document.createElement('canvas');
      const stream = canvas.captureStream(25);
      canvas.width = 0;
      canvas.height = 0;
      return stream;
    };
  });
  expect(judge(await testIn(page, 'camera'))).toBe('blocked signal.no-frames');
});

for (const medium of ['camera', 'microphone'] as const) {
  const tag = medium === 'camera' ? [] : ['@more'];
  test(`a ${medium} that is muted`, { tag }, async ({ openWell }) => {
    const page = await openWell(() => {
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wanted) => {
        const stream = await ask(wanted);
        for (const track of stream.getTracks()) Object.defineProperty(track, 'muted', { value: true });
        return stream;
      };
    });
    expect(judge(await testIn(page, medium))).toBe('blocked signal.muted');
  });

  test(`a ${medium} whose leave is taken away in the middle`, { tag }, async ({ openWell }) => {
    const page = await openWell(() => {
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wanted) => {
        const stream = await ask(wanted);
        setTimeout(() => {
          navigator.permissions.query = async () => ({ state: 'denied' }) as PermissionStatus;
          for (const track of stream.getTracks()) {
            track.stop();
            track.dispatchEvent(new Event('ended'));
          }
        }, 500);
        return stream;
      };
    });
    const tested = await testIn(page, medium);
    expect(judge(tested), JSON.stringify(tested)).toBe('blocked browser.site-block');
  });

  test(`a ${medium} that is unplugged in the middle, and was the only one`, { tag }, async ({ openWell }) => {
    const page = await openWell(() => {
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async (wanted) => {
        const stream = await ask(wanted);
        setTimeout(() => {
          navigator.mediaDevices.enumerateDevices = async () => [];
          for (const track of stream.getTracks()) {
            track.stop();
            track.dispatchEvent(new Event('ended'));
          }
        }, 300);
        return stream;
      };
    });
    const gone = medium === 'camera' ? 'device.none' : 'device.unplugged';
    expect(judge(await testIn(page, medium))).toBe(`blocked ${gone}`);
  });
}

test('a track that ends at once', async ({ openWell }) => {
  const page = await openWell(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      for (const track of stream.getTracks()) track.stop();
      return stream;
    };
  });
  expect(judge(await testIn(page, 'camera'))).toBe('blocked signal.no-frames');
});

test('one silent microphone does not hide the one that works', async ({ openWell }) => {
  const page = await openWell(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const asksForOne = typeof wanted?.audio === 'object' && 'deviceId' in wanted.audio;
      if (asksForOne) return ask(wanted);
      return new MediaStreamAudioDestinationNode(new AudioContext()).stream;
    };
  });
  const tested = await testIn(page, 'microphone');
  expect(judge(tested), JSON.stringify(tested)).toBe('blocked signal.wrong-device (signal.digital-silence)');
});

test('a sound context that is kept still is no silence', async ({ openWell }) => {
  const page = await openWell(() => {
    const kept = AudioContext;
    window.AudioContext = class extends kept {
      constructor(options?: AudioContextOptions) {
        super(options);
        void this.suspend();
      }

      override get state(): AudioContextState {
        return 'suspended';
      }

      override resume(): Promise<void> {
        return new Promise(() => {});
      }
    };
  });
  const tested = await testIn(page, 'microphone');
  expect(tested.outcome).toEqual({ kind: 'not-measured', why: 'sound-suspended' });
  expect(judge(tested)).toBe('unknown');
});

for (const missing of ['MediaStreamTrackProcessor', 'Worker'] as const) {
  const tag = missing === 'Worker' ? ['@more'] : [];
  test(`a browser without ${missing} measures the same picture`, { tag }, async ({ openWell }) => {
    const page = await openWell();
    await page.evaluate((name) => Reflect.deleteProperty(window, name), missing);
    if (missing === 'Worker') await page.evaluate(() => Reflect.deleteProperty(window, 'MediaStreamTrackProcessor'));
    const tested = await testIn(page, 'camera');
    expect(judge(tested), JSON.stringify(tested)).toBe('ready');
    expect(tested.outcome.kind === 'picture' && tested.outcome.measured.frames).toBeGreaterThan(5);
  });
}

test('given up in the middle, everything is released', async ({ openWell }) => {
  const page = await openWell(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    const streams: MediaStream[] = [];
    Object.assign(window, { streams });
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await ask(wanted);
      streams.push(stream);
      return stream;
    };
  });
  const seen = await page.evaluate(async () => {
    const giveUp = new AbortController();
    const opened = Promise.withResolvers<void>();
    const { streams } = window as Window & { streams?: MediaStream[] };
    const tests = (['camera', 'microphone'] as const).map((medium) =>
      window.reach.testDevice({
        medium,
        deviceId: null,
        signal: giveUp.signal,
        onLevel: () => opened.resolve(),
        until: new Promise(() => {}),
      }),
    );
    await opened.promise;
    giveUp.abort();
    const outcomes = (await Promise.all(tests)).map(({ outcome }) => outcome.kind);
    const states = streams?.flatMap((stream) => stream.getTracks().map(({ readyState }) => readyState));
    return { outcomes, states };
  });
  expect(seen).toEqual({ outcomes: ['cancelled', 'cancelled'], states: ['ended', 'ended'] });
});

test('two seconds of one’s own voice are played back, and nothing stays open', async ({ openWell }) => {
  const page = await openWell();
  const seen = await page.evaluate(async () => {
    const phases: string[] = [];
    const played = await window.reach.playEcho({
      deviceId: null,
      signal: new AbortController().signal,
      onPhase: (phase) => phases.push(phase),
    });
    return { phases, played };
  });
  expect(seen).toEqual({ phases: ['recording', 'playing'], played: true });
});

/** What becomes of a test that is given up so many milliseconds after its stream is open, and of the page’s own streams. */
function giveUpAfter(page: Page, medium: Medium, milliseconds: number) {
  return page.evaluate(
    async ([tested, wait]) => {
      const giveUp = new AbortController();
      const { promise: opened, resolve } = Promise.withResolvers<void>();
      const testing = window.reach.testDevice({
        medium: tested,
        deviceId: null,
        signal: giveUp.signal,
        onStream: () => resolve(),
      });
      await opened;
      await new Promise((waited) => setTimeout(waited, wait));
      giveUp.abort();
      const given = performance.now();
      const { outcome } = await testing;
      const { streams = [] } = window as Window & { streams?: readonly MediaStream[] };
      const states = streams.flatMap((stream) => stream.getTracks().map(({ readyState }) => readyState));
      return { kind: outcome.kind, after: performance.now() - given, states };
    },
    [medium, milliseconds] as const,
  );
}
