import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, test, vi } from 'vitest';

const LIMIT = 150_000;

test('all scripts of the app’s page together are under 150 kB, with nothing of main in them', async () => {
  // React has more to say to developers.
  vi.stubEnv('NODE_ENV', 'production');
  const built = await build({
    configFile: join(import.meta.dirname, '../../../vite.config.ts'),
    logLevel: 'silent',
    build: { write: false },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) => ('output' in each ? each.output : []));
  const modules = outputs.flatMap((each) => (each.type === 'chunk' ? each.moduleIds : []));
  expect(modules.filter((id) => /\/main\/(?:app|front-end|probes|machine)\/|node_modules\/zod\//.test(id))).toEqual([]);
  // Workers come out as assets.
  const sizes = outputs
    .filter(({ fileName }) => fileName.endsWith('.js'))
    .map((each) => gzipSync(each.type === 'chunk' ? each.code : each.source, { level: 9 }).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(50_000);
  expect(total, `${total} bytes`).toBeLessThan(LIMIT);
});
