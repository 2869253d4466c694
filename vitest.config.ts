import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: 'tests/setup/temporary-files.ts',
    include: ['tests/unit/**/*.spec.ts'],
    expect: { requireAssertions: true },
  },
});
