import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const PROJECT = join(import.meta.dirname, '../../../..');

/** In a process of its own, which nothing was loaded into before. */
const LIST = `
import { registerHooks } from 'node:module';
const loaded = [];
registerHooks({ resolve: (name, context, next) => { const found = next(name, context); loaded.push(found.url); return found; } });
const [diagnose, doctor] = process.argv.slice(1);
await import(diagnose);
await (await import(doctor)).loadProbes('linux');
process.stdout.write(JSON.stringify(loaded));
`;

test('a diagnosis begins without what there may be nothing for: zod, texts, other systems, programs of Windows', () => {
  const files = ['main/cli/commands/diagnose.ts', 'main/probes/index.ts'];
  const urls = files.map((file) => pathToFileURL(join(PROJECT, file)).href);
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', LIST, ...urls], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  const loaded: readonly string[] = JSON.parse(stdout);
  expect(loaded.some((url) => url.endsWith('/main/probes/linux/index.ts'))).toBe(true);
  const needless = /\/node_modules\/|\/main\/probes\/(?:windows|macos)\//;
  expect(loaded.filter((url) => needless.test(url))).toEqual([]);
});
