import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { windowsRegistry } from '../main/machine/windows-registry.ts';
import type { AskedKey } from '../tests/windows/inside/answers.ts';

/**
 * Runs in Windows: reads all values of some keys through the machine’s registry, then by one reg.exe for each key, as
 * packages do that start it. Prints the times in milliseconds: the first reading, which loads the addon, the median of
 * those that follow, and reg.exe.
 */

const asked: readonly AskedKey[] = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));

function timed(read: () => void): number {
  const started = performance.now();
  read();
  return performance.now() - started;
}

function natively(): void {
  const registry = windowsRegistry(undefined, (why) => {
    throw new Error(why);
  });
  for (const { key, names } of asked) {
    for (const name of names) {
      const reading = registry.value(key, name);
      if (reading.kind !== 'value') throw new Error(`${key} has no ${name}`);
    }
    registry.subkeys(key);
  }
}

function bySpawning(): void {
  for (const { key } of asked) {
    const { status } = spawnSync('C:\\Windows\\System32\\reg.exe', ['query', key], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`reg query ${key} ended with ${status}`);
  }
}

const RUNS = 9;

const first = timed(natively);
const later = Array.from({ length: RUNS }, () => timed(natively)).toSorted((a, b) => a - b);
process.stdout.write(JSON.stringify({ first, native: later[RUNS >> 1], spawning: timed(bySpawning) }));
