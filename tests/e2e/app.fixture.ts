import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, chromium, type Page } from '@playwright/test';
import { type Case, caseSchema } from '../../core/case.ts';
import { serveApp } from '../../main/loopback/serve-app.ts';
import { openRecordedMachine } from '../../main/machine/recorded.ts';
import { findChromium } from '../setup/chromium.ts';

const PROJECT = join(import.meta.dirname, '../..');

export interface OpenOptions {
  /** Name of a recorded machine. */
  readonly machine: string;
  /** No camera and no microphone, as the browser sees them. */
  readonly devices?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
}

export interface OpenedApp {
  readonly page: Page;
  /** Changes a file of the recorded machine, as a person changes a switch. */
  readonly change: (path: string, edit: (content: string) => string) => Promise<void>;
  /** Takes a file or folder of the recorded machine’s from another one. */
  readonly replaceWith: (machine: string, path: string) => Promise<void>;
}

interface Fixtures {
  /** The app in a real Chromium with fake devices, over the real handlers and a copy of a recorded machine. */
  readonly openApp: (options: OpenOptions) => Promise<OpenedApp>;
}

export const test = base.extend<Fixtures>({
  openApp: async ({ browserName: _ }, use) => {
    const found = findChromium();
    test.skip(found.kind === 'none', found.kind === 'none' ? found.why : '');
    const endings: (() => Promise<void>)[] = [];
    await use(async ({ machine: name, devices = true, colorScheme = 'light', viewport }) => {
      const folder = await mkdtemp(join(tmpdir(), 'capture-doctor-e2e-'));
      endings.push(() => rm(folder, { recursive: true, force: true }));
      await cp(join(PROJECT, 'tests/machines', name), folder, { recursive: true });
      const opened = await openRecordedMachine(folder);
      if (opened.kind === 'invalid') throw new Error(opened.why);
      // A recorded machine is read once; after a change it is opened anew behind the same name.
      let current = opened.machine;
      const reopen = async (): Promise<void> => {
        const again = await openRecordedMachine(folder);
        if (again.kind === 'machine') current = again.machine;
      };
      const machine = new Proxy(opened.machine, { get: (_first, key) => Reflect.get(current, key) });
      const server = await serveApp({
        machine,
        about: await readCase(folder),
        folder: join(PROJECT, 'dist/renderer'),
        port: 0,
        launch: async () => true,
        complain: (call, code) => {
          throw new Error(`a call was refused: ${call} ${code}`);
        },
        onListeners: () => {},
      });
      endings.push(server.close);
      const context = await launch(found.kind === 'found' ? found.path : '', devices);
      endings.push(() => context.close());
      const page = await context.newPage();
      await page.emulateMedia({ colorScheme });
      if (viewport !== undefined) await page.setViewportSize(viewport);
      await page.goto(server.address);
      return {
        page,
        change: async (path, edit) => {
          const file = join(folder, path);
          await writeFile(file, edit(await readFile(file, 'utf8')));
          await reopen();
        },
        replaceWith: async (other, path) => {
          await rm(join(folder, path), { recursive: true, force: true });
          await cp(join(PROJECT, 'tests/machines', other, path), join(folder, path), { recursive: true });
          await reopen();
        },
      };
    });
    for (const end of endings.reverse()) await end();
  },
});

async function readCase(folder: string): Promise<Case | null> {
  const files = await readdir(folder);
  return files.includes('case.json')
    ? caseSchema.parse(JSON.parse(await readFile(join(folder, 'case.json'), 'utf8')))
    : null;
}

async function launch(executablePath: string, devices: boolean): Promise<BrowserContext> {
  const profile = await mkdtemp(join(tmpdir(), 'capture-doctor-profile-'));
  return chromium.launchPersistentContext(profile, {
    executablePath,
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
