import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The renderer, the same for the app’s window and over loopback. */
export default defineConfig({
  root: 'renderer',
  plugins: [react()],
  build: { outDir: '../dist/renderer', emptyOutDir: true, target: 'chrome140', modulePreload: { polyfill: false } },
});
