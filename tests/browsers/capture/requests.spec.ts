import { expect } from '@playwright/test';
import { test, testIn } from './capture.fixture.ts';
import { judge } from './judge.ts';

test.describe.configure({ mode: 'parallel' });

/** Requests that fail, in the words of the browsers: what fake devices cannot do, the page’s `getUserMedia` is made to do. */
const ERRORS = [
  ['NotReadableError', 'Could not start video source', 'unknown (device.in-use, device.stuck)', 2],
  ['NotReadableError', 'Device in use', 'blocked device.in-use', 2],
  ['AbortError', 'Timeout starting video source', 'unknown (device.in-use, device.stuck)', 2],
  ['NotAllowedError', 'Permission dismissed', 'will-ask browser.prompt-dismissed', 1],
  ['NotAllowedError', 'Permission denied by system', 'blocked browser.capture-refused', 1],
  ['NotFoundError', 'Requested device not found', 'unknown', 1],
] as const;

for (const [name, message, said, attempts] of ERRORS) {
  const tag = message.includes('video source') ? [] : ['@more'];
  test(`${name} "${message}": ${said}`, { tag }, async ({ openWell }) => {
    const page = await openWell();
    await page.evaluate(
      ([error, text]) => {
        navigator.mediaDevices.getUserMedia = async () => {
          throw new DOMException(text, error);
        };
      },
      [name, message] as const,
    );
    const tested = await testIn(page, 'camera');
    expect(judge(tested)).toBe(said);
    expect(tested.request.attempts).toBe(attempts);
  });
}

test('on macOS "denied by system" is the browser’s switch there', { tag: '@more' }, async ({ openWell }) => {
  const page = await openWell(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      throw new DOMException('Permission denied by system', 'NotAllowedError');
    };
  });
  expect(judge(await testIn(page, 'microphone'), 'darwin')).toBe('blocked macos.browser-denied');
});

test('an error that passes is asked for again, once', async ({ openWell }) => {
  const page = await openWell(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    let failed = false;
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      if (failed) return ask(wanted);
      failed = true;
      throw new DOMException('Timeout starting video source', 'AbortError');
    };
  });
  const tested = await testIn(page, 'camera');
  expect(judge(tested)).toBe('ready');
  expect(tested.request.attempts).toBe(2);
});

/** Nobody answers. The page’s clock is moved, so that nobody waits. */
for (const [state, said] of [
  ['prompt', 'will-ask browser.prompt-pending'],
  ['granted', 'unknown (device.stuck)'],
] as const) {
  test(`no answer with the permission ${state}: ${said}`, async ({ openWell }) => {
    const page = await openWell();
    await page.clock.install();
    await page.evaluate((permission) => {
      navigator.mediaDevices.getUserMedia = () => new Promise(() => {});
      navigator.permissions.query = async () => ({ state: permission }) as PermissionStatus;
    }, state);
    const testing = testIn(page, 'camera');
    const tested = await Promise.race([testing, moveClock(page, testing)]);
    expect(judge(tested)).toBe(said);
    expect(tested.outcome).toEqual({ kind: 'no-answer' });
  });
}

async function moveClock<T>(page: import('@playwright/test').Page, until: Promise<T>): Promise<T> {
  let over = false;
  const end = until.finally(() => {
    over = true;
  });
  while (!over) await page.clock.runFor(1_000);
  return end;
}

test('a stream that comes after the limit is stopped at once', async ({ openWell }) => {
  const page = await openWell(() => {
    const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      await new Promise((resolve) => Object.assign(window, { letGo: resolve }));
      const stream = await ask(wanted);
      Object.assign(window, { late: stream });
      return stream;
    };
  });
  const outcome = await page.evaluate(async () => {
    const giveUp = new AbortController();
    const testing = window.reach.testDevice({ medium: 'camera', deviceId: null, signal: giveUp.signal });
    const seen = window as Window & { letGo?: () => void; late?: MediaStream };
    while (seen.letGo === undefined) await new Promise(requestAnimationFrame);
    giveUp.abort();
    const tested = await testing;
    seen.letGo();
    while (seen.late === undefined) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return { kind: tested.outcome.kind, state: seen.late.getTracks()[0]?.readyState };
  });
  expect(outcome).toEqual({ kind: 'cancelled', state: 'ended' });
});

test('a page that forbids the devices says so', async ({ openWell }) => {
  const page = await openWell(undefined, (own) => `${own}?forbidden`);
  expect(judge(await testIn(page, 'camera'))).toBe('blocked site.permissions-policy');
  expect(judge(await testIn(page, 'microphone'))).toBe('blocked site.permissions-policy');
});

test('an address that is not secure has no devices', async ({ openWith, built }) => {
  const page = await openWith({ camera: 'lively', microphone: 'voice' }, [
    '--host-resolver-rules=MAP plain.example 127.0.0.1',
  ]);
  await page.goto(built.address.replace('127.0.0.1', 'plain.example'));
  const tested = await testIn(page, 'camera');
  expect(tested.outcome).toEqual({ kind: 'no-devices' });
  expect(judge(tested)).toBe('blocked site.insecure-origin');
});

test('no device is told as that', async ({ openWith }) => {
  const page = await openWith({ camera: 'lively', microphone: 'voice' }, [
    '--use-file-for-fake-video-capture=/nowhere.y4m',
  ]);
  const tested = await testIn(page, 'camera');
  expect(judge(tested), JSON.stringify(tested)).toBe('blocked device.none');
});
