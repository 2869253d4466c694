import { join } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { textsAsData } from './tools/texts-as-data.ts';

/** The renderer, the same for the app’s window and over loopback. */
export default defineConfig({
  root: join(import.meta.dirname, 'renderer'),
  plugins: [
    react(),
    textsAsData(),
    // The components bring their own few words in thirty languages; those that the app speaks are enough.
    { ...optimizeLocales.vite({ locales: ['en-US', 'de-DE'] }), enforce: 'pre' },
  ],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome140',
    modulePreload: { polyfill: false },
    license: { fileName: 'LICENSES.md' },
  },
});
