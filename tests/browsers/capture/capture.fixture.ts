import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, test as base, chromium, type Page } from '@playwright/test';
import type { Medium } from '../../../core/medium.ts';
import type { TestedMedium } from '../../../renderer/capture/test-device.ts';
import { findChromium } from '../../setup/chromium.ts';
import { type BuiltPage, buildPage } from './built-page.ts';
import { toWav, toY4m } from './media.ts';
import { CAMERAS, type CameraName, MICROPHONES, type MicrophoneName } from './scenes.ts';

interface Devices {
  readonly camera: CameraName;
  readonly microphone: MicrophoneName;
}

interface WorkerFixtures {
  readonly built: BuiltPage;
  /** A Chromium in which everything is well, shared by the tests of one worker. */
  readonly wellBrowser: Browser;
}

interface Fixtures {
  /** A page of a Chromium with these devices. */
  readonly openWith: (devices: Devices, args?: readonly string[]) => Promise<Page>;
  /** A page where everything is well, but for what a script changes before it is loaded. */
  readonly openWell: (change?: () => void, address?: (own: string) => string) => Promise<Page>;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  built: [
    async ({ browserName: _ }, use) => {
      const built = await buildPage();
      await use(built);
      await built.close();
    },
    { scope: 'worker' },
  ],

  wellBrowser: [
    async ({ browserName: _ }, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'capture-doctor-media-'));
      const browser = await launch(folder, { camera: 'lively', microphone: 'voice' }, []);
      await use(browser);
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],

  openWith: async ({ built }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'capture-doctor-media-'));
    const browsers: Browser[] = [];
    await use(async (devices, args = []) => {
      const browser = await launch(folder, devices, args);
      browsers.push(browser);
      const page = await browser.newPage();
      await page.goto(built.address);
      return page;
    });
    for (const browser of browsers) await browser.close();
    await rm(folder, { recursive: true, force: true });
  },

  openWell: async ({ built, wellBrowser }, use) => {
    const pages: Page[] = [];
    const complaints: string[] = [];
    await use(async (change, address = (own) => own) => {
      const page = await wellBrowser.newPage();
      pages.push(page);
      page.on('pageerror', (error) => complaints.push(String(error)));
      if (change !== undefined) await page.addInitScript(change);
      await page.goto(address(built.address));
      return page;
    });
    for (const page of pages) await page.close();
    if (complaints.length > 0) throw new Error(`not handled in the page: ${complaints.join('; ')}`);
  },
});

async function launch(folder: string, { camera, microphone }: Devices, args: readonly string[]): Promise<Browser> {
  const found = findChromium();
  await mkdir(folder, { recursive: true });
  // Chromium calls the camera by the name of the file.
  const [film, record] = [join(folder, `${camera}.y4m`), join(folder, `${microphone}.wav`)];
  await Promise.all([writeFile(film, toY4m(CAMERAS[camera])), writeFile(record, toWav(MICROPHONES[microphone]))]);
  return chromium.launch({
    executablePath: found.kind === 'found' ? found.path : '',
    chromiumSandbox: false,
    args: [
      ...(args.some((arg) => arg.startsWith('--use-fake-device')) ? [] : ['--use-fake-device-for-media-stream']),
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
      `--use-file-for-fake-audio-capture=${record}`,
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...args,
    ],
  });
}

/** What the code under test sees of one medium. */
export function testIn(page: Page, medium: Medium, deviceId: string | null = null): Promise<TestedMedium> {
  return page.evaluate(
    ([asked, id]) => window.reach.testDevice({ medium: asked, deviceId: id, signal: new AbortController().signal }),
    [medium, deviceId] as const,
  );
}
