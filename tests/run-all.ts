import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { inElectron } from './e2e/in-electron.ts';
import { provideChromium } from './setup/chromium.ts';
import { provideFirefox } from './setup/firefox.ts';
import { providePulseAudio } from './setup/pulseaudio.ts';
import { provideWine } from './setup/wine.ts';

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

function vitest(suite: 'unit' | 'packaging' | 'sound' | 'windows'): Outcome {
  const file = join(RESULTS, `${suite}.json`);
  const held = npmRun(suite, ['--reporter=dot', '--reporter=json', `--outputFile.json="${file}"`]);
  const result = readResult(file, vitestSchema);
  if (result === null) return { passed: 0, failed: 1, skipped: 0 };
  // A file that does not even load fails as a suite, with no test in it to count.
  const failed = Math.max(result.numFailedTests, held ? 0 : 1);
  return { passed: result.numPassedTests, failed, skipped: result.numPendingTests };
}

/** The probe of the sound server against a real one. */
function sound(): Outcome {
  const why = providePulseAudio(say);
  return why === null ? vitest('sound') : missing('sound', why);
}

/** The Windows registry, and the diagnosis from it, in a real node.exe. */
function windows(): Outcome {
  const why = provideWine(say);
  return why === null ? vitest('windows') : missing('windows', why);
}

const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

type PlaywrightSuite = 'chromium' | 'capture' | 'firefox' | 'e2e' | 'e2e-electron';

/** A suite that drives a real Chromium. */
function chromium(suite: 'chromium' | 'e2e'): Outcome {
  const found = provideChromium(say);
  return found.kind === 'none' ? missing(suite, found.why) : playwright(suite, { CHROMIUM_PATH: found.path });
}

/** The doctor’s word against a real Firefox’s deed. */
function firefox(): Outcome {
  const found = provideFirefox(say);
  return found.kind === 'none' ? missing('firefox', found.why) : playwright('firefox', { FIREFOX_PATH: found.path });
}

/** What the capture test says of made-up devices, in both; where there is no Firefox its part is skipped by name. */
function capture(): Outcome {
  const [found, other] = [provideChromium(say), provideFirefox(say)];
  if (found.kind === 'none') return missing('capture', found.why);
  const paths = { CHROMIUM_PATH: found.path, ...(other.kind === 'found' ? { FIREFOX_PATH: other.path } : {}) };
  return playwright('capture', paths);
}

/** The same journeys in the real Electron, where its program is. It is a hundred megabytes, so it is not fetched for this. */
function electron(): Outcome {
  const why = inElectron.whyNot();
  return why === null ? playwright('e2e-electron') : missing('e2e-electron', why);
}

function missing(suite: string, why: string): Outcome {
  return { passed: 0, failed: 0, skipped: 1, missing: [`${suite}: ${why}`] };
}

function playwright(suite: PlaywrightSuite, given: Readonly<Record<string, string>> = {}): Outcome {
  const file = join(RESULTS, `${suite}.json`);
  const env = { ...given, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  // What is tagged so repeats another test with another device or word; `npm run capture` and `npm run e2e` run it.
  const held = npmRun(suite, ['--reporter=list,json', '--grep-invert=@more'], env);
  const result = readResult(file, playwrightSchema);
  if (result === null) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, unexpected, flaky, skipped } = result.stats;
  return { passed: expected, failed: Math.max(unexpected + flaky, held ? 0 : 1), skipped };
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
  packaging: () => vitest('packaging'),
  sound,
  windows,
  chromium: () => chromium('chromium'),
  firefox,
  capture,
  e2e: () => chromium('e2e'),
  'e2e-electron': electron,
};

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];
for (const [name, run] of Object.entries(SUITES)) {
  say(`\n— ${name}`);
  const started = performance.now();
  const { passed, failed, skipped, missing: reasons = [] } = run();
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  lines.push(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds} s)`);
  for (const reason of reasons) lines.push(`  skipped  ${reason}`);
}
say(`\n${lines.join('\n')}\n`);
say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
