import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const PROJECT = join(import.meta.dirname, '../../../..');
const urlOf = (file: string): string => pathToFileURL(join(PROJECT, file)).href;

/** Runs in a process of its own, which nothing was loaded into before, and tells what was. */
function loadedBy(script: string): readonly string[] {
  const list = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    const resolve = (name, context, next) => { const found = next(name, context); loaded.push(found.url); return found; };
    registerHooks({ resolve });
    ${script}
    process.stdout.write(JSON.stringify(loaded));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', list], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

const NEEDLESS = /\/node_modules\/|\/main\/probes\/(?:windows|macos)\//;

test('a diagnosis begins without what there may be nothing for: packages, and the probes of other systems', () => {
  const loaded = loadedBy(`
    await import('${urlOf('main/cli/commands/diagnose.ts')}');
    await (await import('${urlOf('main/probes/index.ts')}')).loadProbes('linux');`);
  expect(loaded.some((url) => url.endsWith('/main/probes/linux/index.ts'))).toBe(true);
  expect(loaded.filter((url) => NEEDLESS.test(url))).toEqual([]);
});

test('where no browser has a policy, nothing is loaded to look into one', () => {
  const loaded = loadedBy(`
    const { openRecordedMachine } = await import('${urlOf('main/machine/recorded.ts')}');
    const { machine } = await openRecordedMachine('${join(PROJECT, 'tests/machines/linux-healthy-laptop').replaceAll('\\', '/')}');
    const { gather, probesFor } = await import('${urlOf('main/probes/gather.ts')}');
    const { loadProbes } = await import('${urlOf('main/probes/index.ts')}');
    const { readings } = await gather(machine, { site: null, probes: probesFor(['browserPolicies'], await loadProbes('linux')) });
    if (readings.browserPolicies.value.length === 0) throw new Error('no browser was looked at');`);
  expect(loaded.some((url) => url.endsWith('/chromium/policy.ts'))).toBe(true);
  expect(loaded.filter((url) => url.endsWith('/policy-content.ts'))).toEqual([]);
});
