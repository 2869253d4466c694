import { defineConfig } from 'vitest/config';

/** The real node.exe under Wine, apart from the unit tests: it has to be installed, and there is only one registry. */
export default defineConfig({
  test: {
    globalSetup: 'tests/setup/temporary-files.ts',
    include: ['tests/windows/**/*.spec.ts'],
    expect: { requireAssertions: true },
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 60_000,
  },
});
