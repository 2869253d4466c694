import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { formatCaseLink } from '../../core/case.ts';
import { programIn } from '../../main/cli/electron-program.ts';
import type { Launcher } from './launcher.ts';

const PROJECT = join(import.meta.dirname, '../..');
const ELECTRON = join(PROJECT, 'node_modules/electron');

/** The app as it is, in the real Electron. */
export const inElectron: Launcher = {
  whyNot: () => (programIn(ELECTRON) === null ? 'Electron’s program has not been fetched' : null),

  open: async ({ machineFolder, about, devices }) => {
    const profile = await mkdtemp(join(tmpdir(), 'capture-doctor-profile-'));
    const app = await _electron.launch({
      executablePath: programIn(ELECTRON) ?? '',
      args: [
        PROJECT,
        `--user-data-dir=${profile}`,
        devices ? '--use-fake-device-for-media-stream' : '--use-fake-device-for-media-stream=device-count=0',
        `--machine=${machineFolder}`,
        ...(about === null ? [] : [formatCaseLink(about)]),
      ],
    });
    return {
      page: await app.firstWindow(),
      close: async () => {
        await app.close();
        await rm(profile, { recursive: true, force: true });
      },
    };
  },
};
