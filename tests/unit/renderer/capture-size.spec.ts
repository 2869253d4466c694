import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, test } from 'vitest';

const LIMIT = 12_000;

test('the capture test depends on nothing, and is under 12 kB in total', async () => {
  const built = await build({
    configFile: false,
    root: join(import.meta.dirname, '../../../renderer'),
    logLevel: 'silent',
    build: {
      write: false,
      target: 'chrome140',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { 'test-device': 'renderer/capture/test-device.ts', echo: 'renderer/capture/echo.ts' },
        preserveEntrySignatures: 'strict',
      },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) => ('output' in each ? each.output : []));
  const modules = outputs.flatMap((each) => (each.type === 'chunk' ? each.moduleIds : []));
  expect(modules.filter((id) => id.includes('node_modules'))).toEqual([]);
  // The worker and the worklet are files of their own.
  expect(outputs.map(({ fileName }) => fileName).filter((name) => /worker|worklet/.test(name))).toHaveLength(2);
  const sizes = outputs.map((each) => gzipSync(each.type === 'chunk' ? each.code : each.source).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(2_000);
  expect(total, `${total} bytes`).toBeLessThan(LIMIT);
});
