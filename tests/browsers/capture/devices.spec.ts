import { expect } from '@playwright/test';
import { test, testIn } from './capture.fixture.ts';
import { judge } from './judge.ts';
import type { CameraName, MicrophoneName } from './scenes.ts';

test.describe.configure({ mode: 'parallel' });

type Line<Name> = readonly [Name, string];

/** What `npm test` leaves out for the time it takes; `npm run capture` does not. */
const MORE: ReadonlySet<CameraName> = new Set(['eight a second', 'black shutter', 'slow', 'flickering']);

/** One Chromium a line, with a camera and a microphone in it, and exactly what must be said of each. */
const LINES: readonly (readonly [Line<CameraName>, Line<MicrophoneName>])[] = [
  [
    ['lively', 'ready'],
    ['voice', 'ready'],
  ],
  [
    ['dim evening', 'ready'],
    ['soft voice', 'ready'],
  ],
  [
    ['sitting still', 'ready'],
    ['late speaker', 'ready'],
  ],
  [
    ['plain wall', 'ready'],
    ['nobody', 'ready (signal.too-quiet)'],
  ],
  [
    ['eight a second', 'ready'],
    ['loud room', 'ready'],
  ],
  [
    ['face lit by its screen', 'ready'],
    ['knocks in a quiet room', 'ready (signal.too-quiet)'],
  ],
  [
    ['room without colour', 'ready (signal.infrared)'],
    ['hum that comes and goes', 'ready (signal.too-quiet)'],
  ],
  [
    ['wall without noise', 'unknown (signal.frozen)'],
    ['dither', 'unknown (signal.digital-silence)'],
  ],
  [
    ['lively', 'ready'],
    ['constant voltage', 'blocked signal.digital-silence'],
  ],
  [
    ['lively', 'ready'],
    ['faint on a voltage', 'degraded signal.too-quiet'],
  ],
  [
    ['grey stand-in', 'blocked signal.covered'],
    ['silent', 'blocked signal.digital-silence'],
  ],
  [
    ['blue stand-in', 'blocked signal.covered'],
    ['the other side', 'degraded signal.dead-channel'],
  ],
  [
    ['dark room', 'degraded signal.too-dark'],
    ['faint', 'degraded signal.too-quiet'],
  ],
  [
    ['frozen', 'blocked signal.frozen'],
    ['clipping', 'degraded signal.clipping'],
  ],
  [
    ['infrared', 'degraded signal.infrared'],
    ['one side', 'degraded signal.dead-channel'],
  ],
  [
    ['black shutter', 'blocked signal.covered'],
    ['voice', 'ready'],
  ],
  [
    ['slow', 'degraded signal.low-frame-rate'],
    ['voice', 'ready'],
  ],
  [
    ['OBS Virtual Camera', 'degraded signal.virtual-camera'],
    ['voice', 'ready'],
  ],
  [
    ['flickering', 'degraded signal.too-dark'],
    ['voice', 'ready'],
  ],
];

for (const [[camera, picture], [microphone, sound]] of LINES) {
  const tag = MORE.has(camera) ? ['@more'] : [];
  test(`camera ${camera}: ${picture}; microphone ${microphone}: ${sound}`, { tag }, async ({ openWith }) => {
    const page = await openWith({ camera, microphone });
    const [seen, heard] = await Promise.all([testIn(page, 'camera'), testIn(page, 'microphone')]);
    expect(judge(seen), JSON.stringify(seen.outcome)).toBe(picture);
    expect(judge(heard), JSON.stringify(heard.outcome)).toBe(sound);
  });
}
