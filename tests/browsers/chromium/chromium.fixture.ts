import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, chromium } from '@playwright/test';
import { type Report, reportSchema } from '../../../core/report/schema.ts';
import { findChromium } from '../../setup/chromium.ts';

const COMMAND = join(import.meta.dirname, '../../../main/cli/capture-doctor.js');
const HEALTHY = join(import.meta.dirname, '../../machines/linux-healthy-never-asked');

/** A throw-away home folder with a Chromium profile in it, and the doctor looking at both. */
interface Fixtures {
  readonly home: string;
  /** Starts Chromium on the profile, lets it be driven, and closes it, which writes everything to disk. */
  readonly drive: (act: (context: BrowserContext) => Promise<void>) => Promise<void>;
  /** What the doctor says of the real computer with this home folder. */
  readonly diagnoseHere: (site: string) => Promise<Report>;
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
    await use(async (act) => {
      const context = await chromium.launchPersistentContext(dataFolder(home), {
        ...(found.kind === 'found' ? { executablePath: found.path } : {}),
        chromiumSandbox: false,
        args: [
          '--use-fake-device-for-media-stream',
          '--disable-quic',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      });
      try {
        await act(context);
      } finally {
        await context.close();
      }
    });
  },

  diagnoseHere: async ({ home }, use) => {
    await use((site) => diagnose(site, [], { HOME: home, XDG_CONFIG_HOME: join(home, '.config') }));
  },

  diagnoseHealthyMachine: async ({ home }, use) => {
    await use(async (site) => {
      const machine = join(home, 'machine');
      await cp(HEALTHY, machine, { recursive: true });
      const recorded = join(machine, 'files/home/user/.config/chromium');
      await rm(recorded, { recursive: true });
      await cp(dataFolder(home), recorded, { recursive: true, filter: (path) => !/Singleton/.test(path) });
      return diagnose(site, ['--machine', machine], {});
    });
  },
});

function dataFolder(home: string): string {
  return join(home, '.config', 'chromium');
}

function diagnose(site: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<Report> {
  return new Promise((resolve, reject) => {
    const all = [COMMAND, 'diagnose', '--json', '--site', site, ...args];
    execFile(process.execPath, all, { env: { ...process.env, ...env } }, (_error, stdout) => {
      try {
        resolve(reportSchema.parse(JSON.parse(stdout)));
      } catch (error) {
        reject(error);
      }
    });
  });
}
