import { defineConfig } from 'vitest/config';

/** A real sound server, apart from the unit tests: it has to be installed, and there is only one. */
export default defineConfig({
  test: {
    globalSetup: 'tests/setup/temporary-files.ts',
    include: ['tests/sound/**/*.spec.ts'],
    expect: { requireAssertions: true },
    fileParallelism: false,
  },
});
