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

const WITH_PROGRAMS = ['native-reg', 'node-mac-permissions'];

/**
 * Main as one bundle, so that the app strips no types as it starts and carries no packages but the two with a program that
 * stays a file of its own: native-reg for Windows, node-mac-permissions for macOS. Beside it the start of a new process.
 */
const MAIN: InlineConfig = {
  configFile: false,
  ssr: { noExternal: true, external: ['electron', ...WITH_PROGRAMS] },
  build: {
    ssr: true,
    // With all names, for the traces that people send.
    minify: false,
    outDir: 'dist/main',
    emptyOutDir: true,
    target: 'node24',
    license: { fileName: 'LICENSES.md' },
    rolldownOptions: {
      // What loads late does so for the command, which runs the source; in one bundle there is nothing to wait for.
      checks: { ineffectiveDynamicImport: false },
      input: { main: 'main/app/index.ts', 'new-process': 'main/app/new-process.ts' },
      external: ['electron', ...WITH_PROGRAMS, ...builtinModules.map((name) => `node:${name}`)],
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
      },
    },
  },
};

for (const config of [RENDERER, PRELOAD, MAIN]) await build({ root: PROJECT, logLevel: 'warn', ...config });
