import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { type Case, caseSchema } from '../../core/case.ts';
import { inChromium } from './in-chromium.ts';
import { inElectron } from './in-electron.ts';

const MACHINES = join(import.meta.dirname, '../machines');

const LAUNCHERS = { chromium: inChromium, electron: inElectron } as const;

export interface LaunchOptions {
  /** Where the app runs: set by the Playwright project. */
  readonly launcher: keyof typeof LAUNCHERS;
}

export interface OpenOptions {
  /** Name of a recorded machine. */
  readonly machine: string;
  /** No camera and no microphone, as the browser sees them. */
  readonly devices?: boolean;
  /** False where no page can be opened. */
  readonly opens?: boolean;
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

interface Fixtures extends LaunchOptions {
  /** The app over a copy of a recorded machine, with fake devices. */
  readonly openApp: (options: OpenOptions) => Promise<OpenedApp>;
}

export const test = base.extend<Fixtures>({
  launcher: ['chromium', { option: true }],

  openApp: async ({ launcher }, use) => {
    const { whyNot, open } = LAUNCHERS[launcher];
    const why = whyNot();
    test.skip(why !== null, why ?? '');
    const endings: (() => Promise<void>)[] = [];
    await use(async ({ machine: name, devices = true, opens = true, colorScheme = 'light', viewport }) => {
      const folder = await mkdtemp(join(tmpdir(), 'capture-doctor-e2e-'));
      endings.push(() => rm(folder, { recursive: true, force: true }));
      await cp(join(MACHINES, name), folder, { recursive: true });
      const { page, close } = await open({ machineFolder: folder, about: await readCase(folder), devices, opens });
      endings.push(close);
      await page.emulateMedia({ colorScheme });
      if (viewport !== undefined) await page.setViewportSize(viewport);
      return {
        page,
        change: async (path, edit) => {
          const file = join(folder, path);
          await writeFile(file, edit(await readFile(file, 'utf8')));
        },
        replaceWith: async (other, path) => {
          await rm(join(folder, path), { recursive: true, force: true });
          await cp(join(MACHINES, other, path), join(folder, path), { recursive: true });
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
