import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { buildPage } from '../tests/browsers/capture/built-page.ts';
import { type Scene, type Sound, toWav, toY4m } from '../tests/browsers/capture/media.ts';
import { CAMERAS, MICROPHONES } from '../tests/browsers/capture/scenes.ts';
import { findChromium } from '../tests/setup/chromium.ts';
import { median } from './median.ts';

/** Milliseconds from the opened stream to the word about it. */
const HEALTHY_LIMIT = 2_000;
const SILENT_LIMIT = 4_000;
/** Milliseconds of the page’s own thread for each frame. */
const FRAME_LIMIT = 4;
/** Processor time of the whole browser, in terms of showing the same stream and no more. */
const RATIO_LIMIT = 2;
const RUNS = 3;
const SECONDS = 4;

/** A picture that stands still, so that it is measured to the limit. */
const LARGE: Scene = { ...CAMERAS.frozen, width: 1280, height: 720, framesPerSecond: 30 };

/** Null where there is no Chromium to measure in. */
export async function measureCapture() {
  if (findChromium().kind === 'none') return null;
  const page = await buildPage();
  try {
    return [
      await timeOf(page.address, 'lively', 'voice', HEALTHY_LIMIT),
      await timeOf(page.address, 'black shutter', 'silent', SILENT_LIMIT),
      ...(await costOf(page.address)),
    ];
  } finally {
    await page.close();
  }
}

async function timeOf(
  address: string,
  camera: keyof typeof CAMERAS,
  microphone: keyof typeof MICROPHONES,
  limit: number,
) {
  const times = { camera: Number.NaN, microphone: Number.NaN };
  await withChromium(address, CAMERAS[camera], MICROPHONES[microphone], async (page) => {
    for (const medium of ['camera', 'microphone'] as const) {
      const each: number[] = [];
      for (let run = 0; run < RUNS; run++) each.push(await page.evaluate(timeInPage, medium));
      times[medium] = median(each);
    }
  });
  return {
    what: `a word about ${camera} and ${microphone}, from the opened stream`,
    figure: `camera ${times.camera.toFixed(0)} ms, microphone ${times.microphone.toFixed(0)} ms`,
    limit: `${limit} ms`,
    kept: times.camera <= limit && times.microphone <= limit,
  };
}

async function timeInPage(medium: 'camera' | 'microphone'): Promise<number> {
  let opened = 0;
  let measured = 0;
  await window.reach.testDevice({
    medium,
    deviceId: null,
    signal: new AbortController().signal,
    onStream: () => {
      opened = performance.now();
    },
    onMeasured: () => {
      measured = performance.now();
    },
  });
  return measured - opened;
}

async function costOf(address: string) {
  const ratios: number[] = [];
  const frames: number[] = [];
  await withChromium(address, LARGE, MICROPHONES.voice, async (page, browser) => {
    const session = await page.context().newCDPSession(page);
    const whole = await browser.newBrowserCDPSession();
    await session.send('Performance.enable');
    for (let run = -1; run < RUNS; run++) {
      const bare = await spent(session, whole, () => page.evaluate(showOnly, SECONDS));
      const tested = await spent(session, whole, () => page.evaluate(showAndTest));
      if (run < 0) continue;
      ratios.push(tested.processor / tested.seconds / (bare.processor / bare.seconds));
      const own = tested.page / tested.seconds - bare.page / bare.seconds;
      frames.push((own * 1_000) / 30);
    }
  });
  const [ratio, frame] = [median(ratios), median(frames)];
  return [
    {
      what: 'the page’s own thread, a frame of 1280 x 720 at 30 a second',
      figure: `${frame.toFixed(2)} ms`,
      limit: `${FRAME_LIMIT} ms`,
      kept: frame <= FRAME_LIMIT,
    },
    {
      what: 'measure a stream of 1280 x 720 at 30 a second while it is shown',
      figure: `${ratio.toFixed(2)} x the processor time of a bare <video>`,
      limit: `${RATIO_LIMIT} x`,
      kept: ratio <= RATIO_LIMIT,
    },
  ];
}

async function showOnly(seconds: number): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { width: 1280, height: 720 } });
  const video = document.createElement('video');
  document.body.replaceChildren(video);
  video.srcObject = stream;
  await video.play();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  for (const track of stream.getTracks()) track.stop();
}

async function showAndTest(): Promise<void> {
  const video = document.createElement('video');
  document.body.replaceChildren(video);
  await window.reach.testDevice({
    medium: 'camera',
    deviceId: null,
    signal: new AbortController().signal,
    onStream: (stream) => {
      video.srcObject = stream;
      void video.play();
    },
  });
}

/** Seconds: of the clock, of the page’s own thread, and of all processes of the browser together. */
async function spent(page: CDPSession, whole: CDPSession, act: () => Promise<void>) {
  const before = { page: await taskTime(page), processor: await processorTime(whole), at: performance.now() };
  await act();
  return {
    seconds: (performance.now() - before.at) / 1_000,
    page: (await taskTime(page)) - before.page,
    processor: (await processorTime(whole)) - before.processor,
  };
}

async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}

async function processorTime(session: CDPSession): Promise<number> {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

async function withChromium(
  address: string,
  scene: Scene,
  sound: Sound,
  act: (page: Page, browser: Browser) => Promise<void>,
): Promise<void> {
  const found = findChromium();
  const folder = await mkdtemp(join(tmpdir(), 'capture-doctor-bench-'));
  const [film, record] = [join(folder, 'film.y4m'), join(folder, 'record.wav')];
  await Promise.all([writeFile(film, toY4m(scene)), writeFile(record, toWav(sound))]);
  const browser = await chromium.launch({
    executablePath: found.kind === 'found' ? found.path : '',
    chromiumSandbox: false,
    args: [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
      `--use-file-for-fake-audio-capture=${record}`,
    ],
  });
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await act(page, browser);
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}
