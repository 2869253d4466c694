import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';

/** What `npm run build` does: everything the app consists of, into dist/. The renderer’s part is vite.config.ts. */

const PROJECT = join(import.meta.dirname, '..');

const RENDERER: InlineConfig = { configFile: join(PROJECT, 'vite.config.ts'), root: join(PROJECT, 'renderer') };

/** As the one CommonJS file that a sandboxed window can load. */
const PRELOAD: InlineConfig = {
  configFile: false,
  build: {
    outDir: 'dist/preload',
    emptyOutDir: true,
    target: 'chrome140',
    lib: { entry: 'preload/preload.ts', formats: ['cjs'], fileName: () => 'preload.cjs' },
    rolldownOptions: { external: ['electron'] },
  },
};

/**
 * Main as one bundle, so that the app strips no types as it starts and carries no packages but native-reg, whose program
 * for Windows stays a file of its own.
 */
const MAIN: InlineConfig = {
  configFile: false,
  ssr: { noExternal: true, external: ['electron', 'native-reg'] },
  build: {
    ssr: 'main/app/index.ts',
    // Readable, for the traces that people send; it is small either way.
    minify: false,
    outDir: 'dist/main',
    emptyOutDir: true,
    target: 'node24',
    license: { fileName: 'LICENSES.md' },
    rolldownOptions: {
      // What loads late does so for the command, which runs the source; in one bundle there is nothing to wait for.
      checks: { ineffectiveDynamicImport: false },
      external: ['electron', 'native-reg', ...builtinModules.map((name) => `node:${name}`)],
      output: { entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' },
    },
  },
};

for (const config of [RENDERER, PRELOAD, MAIN]) await build({ root: PROJECT, logLevel: 'warn', ...config });
