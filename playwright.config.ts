import { defineConfig } from '@playwright/test';
import type { LaunchOptions } from './tests/e2e/app.fixture.ts';

export default defineConfig<LaunchOptions>({
  projects: [
    { name: 'chromium', testDir: 'tests/browsers/chromium' },
    { name: 'firefox', testDir: 'tests/browsers/firefox' },
    { name: 'e2e', testDir: 'tests/e2e', use: { launcher: 'chromium' } },
    { name: 'e2e-electron', testDir: 'tests/e2e', use: { launcher: 'electron' } },
    { name: 'screens', testDir: 'tests/screens' },
  ],
  outputDir: 'test-results',
  // Two browsers at once would compete for this computer’s two cores, and time out for no fault of theirs.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [['list']],
});
