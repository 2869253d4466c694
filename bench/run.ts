import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { measureCapture } from './capture.ts';
import { measureChromiumProfiles } from './chromium.ts';
import { measureFirefoxDatabase } from './firefox.ts';
import { measureFirstPaint } from './first-paint.ts';
import { median } from './median.ts';
import { measureRegistry } from './registry.ts';

/** What the command may cost beyond starting Node, in milliseconds. */
const START_LIMIT = 150;
const RUNS = 15;

const COMMAND = join(import.meta.dirname, '../main/cli/capture-doctor.js');

interface Measure {
  readonly what: string;
  readonly figure: string;
  readonly limit: string;
  readonly kept: boolean;
}

/** The median of alternating runs, so that a busy moment of the computer meets both alike. */
function medians(commands: readonly (readonly string[])[]): readonly number[] {
  const times = commands.map((): number[] => []);
  for (let run = -2; run < RUNS; run++) {
    commands.forEach((args, place) => {
      const started = performance.now();
      const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
      if (status === null || status > 2) throw new Error(`${args.join(' ')} ended with ${status}`);
      if (run >= 0) times[place]?.push(performance.now() - started);
    });
  }
  return times.map((each) => median(each));
}

function measureStart(): Measure {
  const [empty = 0, whole = 0] = medians([
    ['-e', '0'],
    [COMMAND, 'diagnose', '--json', '--site', 'https://example.com'],
  ]);
  const beyond = whole - empty;
  return {
    what: 'diagnose this computer, beyond the start of Node',
    figure: `${beyond.toFixed(0)} ms (${(whole / empty).toFixed(1)} x \`node -e 0\` of ${empty.toFixed(0)} ms)`,
    limit: `${START_LIMIT} ms`,
    kept: beyond <= START_LIMIT,
  };
}

const capture = await measureCapture();
const firstPaint = await measureFirstPaint();
const registry = measureRegistry();
const measures: readonly Measure[] = [
  measureStart(),
  await measureFirefoxDatabase(),
  await measureChromiumProfiles(),
  ...(capture ?? []),
  ...(firstPaint === null ? [] : [firstPaint]),
  ...(registry === null ? [] : [registry]),
];
if (capture === null)
  process.stdout.write('skipped  capture and first paint: no Chromium is installed, which `npm test` provides\n');
if (registry === null)
  process.stdout.write('skipped  the Windows registry: Wine is not set up, which `npm test` does\n');
for (const { what, figure, limit, kept } of measures) {
  process.stdout.write(`${kept ? 'kept' : 'MISSED'}  ${what}: ${figure}, limit ${limit}\n`);
}
process.exitCode = measures.every(({ kept }) => kept) ? 0 : 1;
