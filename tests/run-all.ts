import { spawn } from 'node:child_process';
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

function npmRun(
  script: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const rest = args.length === 0 ? [] : ['--', ...args];
  // A shell, because npm is a script with another name on Windows. Nothing here comes from outside.
  const child = spawn(['npm', 'run', '--silent', script, ...rest].join(' '), {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: true,
    env: { ...process.env, ...env },
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => output.push(part));
  return new Promise((resolve) => {
    child.on('close', (status) => {
      // As a whole: another suite may be running beside it.
      say(`\n— ${script}\n${Buffer.concat(output).toString().trimEnd()}`);
      resolve(status === 0);
    });
  });
}

/** A check is one test: it holds or it does not. */
async function check(script: string): Promise<Outcome> {
  const holds = await npmRun(script);
  return { passed: holds ? 1 : 0, failed: holds ? 0 : 1, skipped: 0 };
}

const vitestSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numFailedTestSuites: z.number(),
});

async function vitest(suite: 'unit' | 'packaging' | 'sound' | 'windows'): Promise<Outcome> {
  const file = join(RESULTS, `${suite}.json`);
  const held = await npmRun(suite, ['--reporter=dot', '--reporter=json', `--outputFile.json="${file}"`]);
  const result = readResult(file, vitestSchema);
  if (result === null) return { passed: 0, failed: 1, skipped: 0 };
  // A file that does not even load fails as a suite, with no test in it to count.
  const failed = Math.max(result.numFailedTests, held ? 0 : 1);
  return { passed: result.numPassedTests, failed, skipped: result.numPendingTests };
}

/** The probe of the sound server against a real one. */
async function sound(): Promise<Outcome> {
  const why = providePulseAudio(say);
  return why === null ? vitest('sound') : missing('sound', why);
}

/** The Windows registry, and the diagnosis from it, in a real node.exe. */
async function windows(): Promise<Outcome> {
  const why = provideWine(say);
  return why === null ? vitest('windows') : missing('windows', why);
}

const playwrightSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

type PlaywrightSuite = 'chromium' | 'capture' | 'firefox' | 'e2e' | 'e2e-electron';

/** A suite that drives a real Chromium. */
async function chromium(suite: 'chromium' | 'e2e'): Promise<Outcome> {
  const found = provideChromium(say);
  return found.kind === 'none' ? missing(suite, found.why) : playwright(suite, { CHROMIUM_PATH: found.path });
}

/** The doctor’s word against a real Firefox’s deed. */
async function firefox(): Promise<Outcome> {
  const found = provideFirefox(say);
  return found.kind === 'none' ? missing('firefox', found.why) : playwright('firefox', { FIREFOX_PATH: found.path });
}

/** What the capture test says of made-up devices, in both; where there is no Firefox its part is skipped by name. */
async function capture(): Promise<Outcome> {
  const [found, other] = [provideChromium(say), provideFirefox(say)];
  if (found.kind === 'none') return missing('capture', found.why);
  const paths = { CHROMIUM_PATH: found.path, ...(other.kind === 'found' ? { FIREFOX_PATH: other.path } : {}) };
  return playwright('capture', paths);
}

/** The same journeys in the real Electron, where its program is. It is a hundred megabytes, so it is not fetched for this. */
async function electron(): Promise<Outcome> {
  const why = inElectron.whyNot();
  return why === null ? playwright('e2e-electron') : missing('e2e-electron', why);
}

function missing(suite: string, why: string): Outcome {
  return { passed: 0, failed: 0, skipped: 1, missing: [`${suite}: ${why}`] };
}

async function playwright(suite: PlaywrightSuite, given: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  const file = join(RESULTS, `${suite}.json`);
  const env = { ...given, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  // What is tagged so repeats another test with another device or word; `npm run capture` and `npm run e2e` run it.
  const held = await npmRun(suite, ['--reporter=list,json', '--grep-invert=@more'], env);
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

type Suites = Readonly<Record<string, () => Promise<Outcome>>>;

/** What keeps the processor busy, one after another. */
const BUSY: Suites = {
  lint: () => check('lint'),
  types: () => check('types'),
  unused: () => check('unused'),
  build: () => check('build'),
  unit: () => vitest('unit'),
  packaging: () => vitest('packaging'),
  sound,
  chromium: () => chromium('chromium'),
  e2e: () => chromium('e2e'),
  'e2e-electron': electron,
};

/** What waits more than it computes, beside it. */
const WAITING: Suites = { windows, firefox, capture };

async function runAll(suites: Suites): Promise<readonly [string, Outcome, number][]> {
  const outcomes: [string, Outcome, number][] = [];
  for (const [name, run] of Object.entries(suites)) {
    const started = performance.now();
    outcomes.push([name, await run(), (performance.now() - started) / 1000]);
  }
  return outcomes;
}

rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });
// Whatever has to be installed is installed first: two installations at once would be in each other’s way.
for (const provide of [providePulseAudio, provideWine, provideChromium, provideFirefox]) provide(say);
const outcomes = (await Promise.all([BUSY, WAITING].map(runAll))).flat();
const total = { passed: 0, failed: 0, skipped: 0 };
say('');
for (const [name, { passed, failed, skipped, missing: reasons = [] }, seconds] of outcomes) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  say(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds.toFixed(0)} s)`);
  for (const reason of reasons) say(`  skipped  ${reason}`);
}
say(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
