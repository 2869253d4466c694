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
    Object.assign(window, { tracks: stream.getTracks() });
    navigator.mediaDevices.getUserMedia = async () => stream;
  });
  expect(await giveUpAfter(page, 'camera', 300)).toMatchObject({ kind: 'cancelled' });
  expect(await statesIn(page)).toEqual(['ended']);
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

test('a sound context that falls asleep in the middle is no silence', async ({ openWell }) => {
  const page = await openWell(() => {
    const kept = AudioContext;
    window.AudioContext = class extends kept {
      constructor(options?: AudioContextOptions) {
        super(options);
        setTimeout(() => void this.suspend(), 600);
      }
    };
  });
  const tested = await testIn(page, 'microphone');
  expect(tested.outcome).toEqual({ kind: 'not-measured', why: 'sound-suspended' });
});

/** Ways in which a browser’s sound never starts. */
const ASLEEP = {
  'a sound thread that is never loaded': () => {
    AudioWorklet.prototype.addModule = () => new Promise(() => {});
  },
  'a sound context that is kept still': () => {
    AudioContext.prototype.resume = () => new Promise(() => {});
    Object.defineProperty(AudioContext.prototype, 'state', { value: 'suspended' });
  },
} as const;

for (const [name, change] of Object.entries(ASLEEP)) {
  test(`${name} can be given up, and releases the microphone`, async ({ openWell }) => {
    const page = await openWell(keepStreams);
    await page.evaluate(change);
    const seen = await giveUpAfter(page, 'microphone', 200);
    expect(seen.kind).toBe('cancelled');
    expect(await statesIn(page)).toEqual(['ended']);
    expect(seen.after).toBeLessThan(1_000);
  });
}

test('a sound thread that is never loaded has its limit', { tag: '@more' }, async ({ openWell }) => {
  const page = await openWell(keepStreams);
  await page.evaluate(ASLEEP['a sound thread that is never loaded']);
  const tested = await testIn(page, 'microphone');
  expect(tested.outcome).toEqual({ kind: 'not-measured', why: 'sound-suspended' });
  expect(await statesIn(page)).toEqual(['ended']);
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

/** Faults of the worker, as a script that runs before its own, and what a test makes of them. */
const FAULTS = [
  [
    'whose planes cannot be copied is drawn',
    'VideoFrame.prototype.copyTo = () => Promise.reject(new DOMException("Operation failed", "OperationError"));',
    'picture',
  ],
  ['whose planes are never copied is drawn', 'VideoFrame.prototype.copyTo = () => new Promise(() => {});', 'picture'],
  [
    'that can be neither copied nor drawn is no missing frame',
    'VideoFrame.prototype.copyTo = OffscreenCanvasRenderingContext2D.prototype.drawImage = () => { throw new TypeError("x"); };',
    'broken',
  ],
  [
    'is not taken for a slow one when the worker fails',
    'setTimeout(() => { throw new Error("a fault of the worker"); }, 700);',
    'broken',
  ],
] as const;

for (const [name, fault, expected] of FAULTS) {
  const tag = name.startsWith('that can be neither') ? ['@more'] : [];
  test(`a picture ${name}`, { tag }, async ({ openWell }) => {
    const page = await openWell();
    await page.route(/picture-worker/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${fault}\n${await response.text()}` });
    });
    const { outcome } = await testIn(page, 'camera');
    expect(outcome.kind === 'not-measured' ? outcome.why : outcome.kind).toBe(expected);
  });
}

test('a picture that is never copied from the video is no missing frame', { tag: '@more' }, async ({ openWell }) => {
  const page = await openWell();
  await page.evaluate(() => {
    Reflect.deleteProperty(window, 'MediaStreamTrackProcessor');
    window.createImageBitmap = () => new Promise(() => {});
  });
  expect((await testIn(page, 'camera')).outcome).toEqual({ kind: 'not-measured', why: 'broken' });
});

test('given up in the middle, everything is released', async ({ openWell }) => {
  const page = await openWell(keepStreams);
  const seen = await page.evaluate(async () => {
    const giveUp = new AbortController();
    const opened = Promise.withResolvers<void>();
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
    return (await Promise.all(tests)).map(({ outcome }) => outcome.kind);
  });
  expect(seen).toEqual(['cancelled', 'cancelled']);
  expect(await statesIn(page)).not.toContain('live');
});

test('two seconds of one’s own voice are played back, and nothing stays open', async ({ openWell }) => {
  const page = await openWell(keepStreams);
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
  expect(await statesIn(page)).toEqual(['ended']);
});

/** Ways in which an echo would wait for ever. */
const MUTE = {
  'a microphone that never opens': () => {
    navigator.mediaDevices.getUserMedia = () => new Promise(() => {});
  },
  'a sound that is never played to its end': () => {
    AudioBufferSourceNode.prototype.start = () => {};
  },
} as const;

for (const [name, change] of Object.entries(MUTE)) {
  const tag = name.startsWith('a microphone') ? ['@more'] : [];
  test(`an echo of ${name} can be given up`, { tag }, async ({ openWell }) => {
    const page = await openWell(keepStreams);
    await page.evaluate(change);
    const played = await page.evaluate(() => {
      const giveUp = new AbortController();
      setTimeout(() => giveUp.abort(), 2_500);
      return window.reach.playEcho({ deviceId: null, signal: giveUp.signal, onPhase: () => {} });
    });
    expect(played).toBe(false);
    expect(await statesIn(page)).not.toContain('live');
  });
}

test('an echo that is never played to its end has its limit', { tag: '@more' }, async ({ openWell }) => {
  const page = await openWell();
  await page.evaluate(MUTE['a sound that is never played to its end']);
  expect(
    await page.evaluate(() =>
      window.reach.playEcho({ deviceId: null, signal: new AbortController().signal, onPhase: () => {} }),
    ),
  ).toBe(false);
});

/** In the page, before it is loaded: keeps every track that is handed out, copies too. */
function keepStreams(): void {
  const tracks: MediaStreamTrack[] = [];
  Object.assign(window, { tracks });
  const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    const stream = await ask(wanted);
    tracks.push(...stream.getTracks());
    return stream;
  };
  const { clone } = MediaStreamTrack.prototype;
  MediaStreamTrack.prototype.clone = function cloned(this: MediaStreamTrack) {
    const copy = clone.call(this);
    tracks.push(copy);
    return copy;
  };
}

function statesIn(page: Page): Promise<readonly MediaStreamTrackState[]> {
  return page.evaluate(() => {
    const { tracks = [] } = window as Window & { tracks?: readonly MediaStreamTrack[] };
    return tracks.map(({ readyState }) => readyState);
  });
}

/** What becomes of a test that is given up so many milliseconds after its stream is open. */
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
      return { kind: outcome.kind, after: performance.now() - given };
    },
    [medium, milliseconds] as const,
  );
}
