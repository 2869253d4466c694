import { defineConfig } from '@playwright/test';
import type { LaunchOptions } from './tests/e2e/app.fixture.ts';

export default defineConfig<LaunchOptions>({
  projects: [
    { name: 'chromium', testDir: 'tests/browsers/chromium', workers: 1 },
    // Its tests wait for devices far more than they compute.
    { name: 'capture', testDir: 'tests/browsers/capture' },
    { name: 'firefox', testDir: 'tests/browsers/firefox', workers: 1 },
    { name: 'e2e', testDir: 'tests/e2e', use: { launcher: 'chromium' }, workers: 1 },
    { name: 'e2e-electron', testDir: 'tests/e2e', use: { launcher: 'electron' }, workers: 1 },
    { name: 'screens', testDir: 'tests/screens', workers: 1 },
  ],
  outputDir: 'test-results',
  // Two browsers at once would compete for this computer’s two cores, and time out for no fault of theirs.
  workers: 4,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list']],
});
