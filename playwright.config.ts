import { defineConfig } from '@playwright/test';
import type { LaunchOptions } from './tests/e2e/app.fixture.ts';

export default defineConfig<LaunchOptions>({
  // Each in a folder of its own, which a run of it clears: another may be running beside it.
  projects: [
    { name: 'chromium', outputDir: 'test-results/chromium', testDir: 'tests/browsers/chromium', workers: 1 },
    // Its tests wait for devices far more than they compute.
    { name: 'capture', outputDir: 'test-results/capture', testDir: 'tests/browsers/capture' },
    { name: 'firefox', outputDir: 'test-results/firefox', testDir: 'tests/browsers/firefox', workers: 1 },
    { name: 'e2e', outputDir: 'test-results/e2e', testDir: 'tests/e2e', use: { launcher: 'chromium' }, workers: 2 },
    {
      name: 'e2e-electron',
      outputDir: 'test-results/e2e-electron',
      testDir: 'tests/e2e',
      // They look at the traffic of a browser, answer in its place, or need a page opened that only the recorded computer has.
      grepInvert: /@loopback/,
      use: { launcher: 'electron' },
      workers: 1,
    },
    { name: 'screens', outputDir: 'test-results/screens', testDir: 'tests/screens', workers: 1 },
  ],
  // The most that any of them uses; more browsers than one would time out for no fault of theirs where they compute.
  workers: 4,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list']],
});
