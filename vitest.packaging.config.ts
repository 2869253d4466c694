import { defineConfig } from 'vitest/config';

/** electron-builder itself, over a stand-in for Electron’s programs, apart from the unit tests: it takes its time. */
export default defineConfig({
  test: {
    globalSetup: 'tests/setup/temporary-files.ts',
    testTimeout: 60_000,
    include: ['tests/packaging/**/*.spec.ts'],
    expect: { requireAssertions: true },
  },
});
