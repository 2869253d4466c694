import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'tests/browsers',
  outputDir: 'test-results',
  // Two browsers at once would compete for this computer’s two cores, and time out for no fault of theirs.
  workers: 1,
  timeout: 60_000,
  forbidOnly: true,
  reporter: [['list']],
});
