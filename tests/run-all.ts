import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { provideChromium } from './setup/chromium.ts';
import { provideFirefox } from './setup/firefox.ts';
import { providePulseAudio } from './setup/pulseaudio.ts';

/** What `npm test` runs: every check and every suite, each to its end, and one line that counts them all. */

interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Suites that could not run here, each with the reason. */
  readonly missing?: readonly string[];
}

const RESULTS = join(import.meta.dirname, '..', 'test-results');

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

function npmRun(script: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): boolean {
  const rest = args.length === 0 ? [] : ['--', ...args];
  // A shell, because npm is a script with another name on Windows. Nothing here comes from outside.
  const { status } = spawnSync(['npm', 'run', '--silent', script, ...rest].join(' '), {
    stdio: 'inherit',
    shell: true,
    env: { ...process.env, ...env },
  });
  return status === 0;
}

/** A check is one test: it holds or it does not. */
function check(script: string): Outcome {
  const holds = npmRun(script);
  return { passed: holds ? 1 : 0, failed: holds ? 0 : 1, skipped: 0 };
}

const vitestSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numFailedTestSuites: z.number(),
});

function vitest(suite: 'unit' | 'sound'): Outcome {
  const file = join(RESULTS, `${suite}.json`);
  const held = npmRun(suite, ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]);
  const result = readResult(file, vitestSchema);
  if (result === null) return { passed: 0, failed: 1, skipped: 0 };
  // A file that does not even load fails as a suite, with no test in it to count.
  const failed = Math.max(result.numFailedTests, held ? 0 : 1);
  return { passed: result.numPassedTests, failed, skipped: result.numPendingTests };
}

/** The probe of the sound server against a real one. */
function sound(): Outcome {
  const why = providePulseAudio(say);
  return why === null ? vitest('sound') : { passed: 0, failed: 0, skipped: 1, missing: [`sound: ${why}`] };
}

const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** A suite that drives a real Chromium, and one of them a real Firefox too. */
function playwright(suite: 'browsers' | 'e2e'): Outcome {
  const found = provideChromium(say);
  if (found.kind === 'none') return { passed: 0, failed: 0, skipped: 1, missing: [`${suite}: ${found.why}`] };
  const firefox = suite === 'browsers' ? provideFirefox(say) : null;
  const file = join(RESULTS, `${suite}.json`);
  const env = {
    CHROMIUM_PATH: found.path,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    ...(firefox?.kind === 'found' ? { FIREFOX_PATH: firefox.path } : {}),
  };
  const held = npmRun(suite, ['--reporter=list,json'], env);
  const result = readResult(file, playwrightSchema);
  if (result === null) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = result.stats;
  const missing = firefox?.kind === 'none' ? [`${suite}, its Firefox part: ${firefox.why}`] : [];
  return { passed: expected, failed: Math.max(unexpected + flaky, held ? 0 : 1), skipped, missing };
}

function readResult<S extends z.ZodType>(file: string, schema: S): z.infer<S> | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

const SUITES: Readonly<Record<string, () => Outcome>> = {
  lint: () => check('lint'),
  types: () => check('types'),
  unused: () => check('unused'),
  build: () => check('build'),
  unit: () => vitest('unit'),
  sound,
  browsers: () => playwright('browsers'),
  e2e: () => playwright('e2e'),
};

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];
for (const [name, run] of Object.entries(SUITES)) {
  say(`\n— ${name}`);
  const started = performance.now();
  const { passed, failed, skipped, missing = [] } = run();
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  lines.push(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds} s)`);
  for (const reason of missing) lines.push(`  skipped  ${reason}`);
}
say(`\n${lines.join('\n')}\n`);
say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
