import { defineConfig } from '@playwright/test';

export default defineConfig({
  projects: [
    { name: 'browsers', testDir: 'tests/browsers' },
    { name: 'e2e', testDir: 'tests/e2e' },
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
