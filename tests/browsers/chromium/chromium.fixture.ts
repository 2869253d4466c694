import { cp, mkdir, mkdtemp, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BrowserContext, test as base, chromium } from '@playwright/test';
import type { Report } from '../../../core/report/schema.ts';
import { findChromium } from '../../setup/chromium.ts';
import { openDisplay, whyNoDisplay } from '../../setup/display.ts';
import { diagnose } from '../doctor.ts';
import { withPage } from '../page.ts';

const HEALTHY = join(import.meta.dirname, '../../machines/linux-healthy-never-asked');

/** A throw-away home folder with a Chromium profile in it, and the doctor looking at both. */
interface Fixtures {
  readonly home: string;
  /** Starts Chromium on the profile, lets it be driven, and closes it, which writes everything to disk. */
  readonly drive: (
    act: (context: BrowserContext) => Promise<void>,
    args?: readonly string[],
    display?: string,
  ) => Promise<void>;
  /** A screen that nobody sees. Without one Chromium has no window, and refuses every prompt in the person’s place. */
  readonly display: string;
  /** Writes the profile’s `Preferences` before Chromium is started on it. */
  readonly prefer: (preferences: object) => Promise<void>;
  /** Lays policies down for Chromium, until the test is over. It needs an administrator. */
  readonly layDown: (policies: object) => Promise<void>;
  /** A page on this computer: its port. Chromium takes every name under `localhost` for this computer. */
  readonly port: number;
  /** What the doctor says of the real computer with this home folder, and this folder of configuration. */
  readonly diagnoseHere: (site: string, config?: string) => Promise<Report>;
  /** What it says of a recorded healthy computer that has this very profile. */
  readonly diagnoseHealthyMachine: (site: string) => Promise<Report>;
}

export const test = base.extend<Fixtures>({
  home: async ({ browserName: _ }, use) => {
    const home = await mkdtemp(join(tmpdir(), 'capture-doctor-home-'));
    await use(home);
    await rm(home, { recursive: true, force: true });
  },

  drive: async ({ home }, use) => {
    const found = findChromium();
    test.skip(found.kind === 'none', found.kind === 'none' ? found.why : '');
    await use(async (act, args = [], display) => {
      const context = await chromium.launchPersistentContext(dataFolder(home), {
        ...(found.kind === 'found' ? { executablePath: found.path } : {}),
        chromiumSandbox: false,
        ...(display === undefined ? {} : { headless: false, env: { ...process.env, DISPLAY: display } }),
        ignoreDefaultArgs: ['--disable-extensions'],
        args: [
          '--use-fake-device-for-media-stream',
          '--disable-quic',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          ...args,
        ],
      });
      try {
        await act(context);
      } finally {
        await context.close();
      }
    });
  },

  display: async ({ browserName: _ }, use) => {
    const why = whyNoDisplay();
    test.skip(why !== null, why ?? '');
    const display = await openDisplay();
    await use(display.name);
    await display.close();
  },

  prefer: async ({ home }, use) => {
    await use(async (preferences) => {
      await mkdir(join(dataFolder(home), 'Default'), { recursive: true });
      await writeFile(join(dataFolder(home), 'Default/Preferences'), JSON.stringify(preferences));
    });
  },

  layDown: async ({ home }, use) => {
    test.skip(process.getuid?.() !== 0, 'policies are laid down by an administrator');
    try {
      await use(async (policies) => {
        for (const folder of [POLICIES, join(home, 'machine/files', POLICIES)]) {
          await mkdir(folder, { recursive: true });
          await writeFile(join(folder, POLICY_FILE), JSON.stringify(policies));
        }
      });
    } finally {
      await rm(join(POLICIES, POLICY_FILE), { force: true });
      // Whoever else lays policies down here keeps the folders.
      for (const folder of [POLICIES, dirname(POLICIES)]) await rmdir(folder).catch(() => {});
    }
  },

  port: ({ browserName: _ }, use) => withPage(use),

  diagnoseHere: async ({ home }, use) => {
    await use((site, config = join(home, '.config')) => diagnose(site, [], { HOME: home, XDG_CONFIG_HOME: config }));
  },

  diagnoseHealthyMachine: async ({ home }, use) => {
    await use(async (site) => {
      const machine = join(home, 'machine');
      // Policies may lie there already.
      await cp(HEALTHY, machine, { recursive: true });
      const recorded = join(machine, 'files/home/user/.config/chromium');
      await rm(recorded, { recursive: true });
      await cp(dataFolder(home), recorded, { recursive: true, filter: (path) => !/Singleton/.test(path) });
      return diagnose(site, ['--machine', machine], {});
    });
  },
});

const POLICIES = '/etc/chromium/policies/managed';
const POLICY_FILE = 'capture-doctor-test';

function dataFolder(home: string): string {
  return join(home, '.config', 'chromium');
}
