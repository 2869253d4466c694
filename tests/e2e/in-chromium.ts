import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { serveApp } from '../../main/loopback/serve-app.ts';
import { openChangingMachine } from '../../main/machine/changing.ts';
import { findChromium } from '../setup/chromium.ts';
import type { Launcher } from './launcher.ts';

const RENDERER = join(import.meta.dirname, '../../dist/renderer');

/** The built renderer in a real Chromium, over loopback, with the real handlers in this process. */
export const inChromium: Launcher = {
  whyNot: () => {
    const found = findChromium();
    return found.kind === 'none' ? found.why : null;
  },

  open: async ({ machineFolder, about, devices, opens }) => {
    const opened = await openChangingMachine(machineFolder);
    if (opened.kind === 'invalid') throw new Error(opened.why);
    const server = await serveApp({
      machine: opened.machine,
      about,
      folder: RENDERER,
      port: 0,
      launch: async () => opens,
      complain: (call, code) => {
        throw new Error(`a call was refused: ${call} ${code}`);
      },
      onListeners: () => {},
    });
    if (server.kind === 'failed') throw new Error(server.why);
    const profile = await mkdtemp(join(tmpdir(), 'capture-doctor-profile-'));
    const context = await launch(profile, devices);
    const page = await context.newPage();
    await page.goto(server.address);
    return {
      page,
      close: async () => {
        await context.close();
        await server.close();
        opened.close();
        await rm(profile, { recursive: true, force: true });
      },
    };
  },
};

async function launch(profile: string, devices: boolean): Promise<BrowserContext> {
  const found = findChromium();
  return chromium.launchPersistentContext(profile, {
    executablePath: found.kind === 'found' ? found.path : '',
    chromiumSandbox: false,
    args: [
      devices ? '--use-fake-device-for-media-stream' : '--use-fake-device-for-media-stream=device-count=0',
      '--use-fake-ui-for-media-stream',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
