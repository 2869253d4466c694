import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { KeptProgress } from '../../../../core/progress.ts';
import { keepInFile } from '../../../../main/app/progress-file.ts';

const KEPT: KeptProgress = {
  case: { site: 'https://meet.example.com', ref: '7' },
  progress: {
    trouble: { cause: 'macos.denied', subject: 'this-app', medium: 'camera' },
    guide: 'macos.camera-privacy',
    way: 'settings',
    acted: ['open'],
  },
  keptAt: '2026-11-24T12:00:00.000Z',
};

const folder = (): string => mkdtempSync(join(tmpdir(), 'progress-'));
const at = (time: string) => () => new Date(time);
const SOON = at('2026-11-24T13:00:00.000Z');

function keeperOver(content: string, now = SOON) {
  const file = join(folder(), 'progress.json');
  writeFileSync(file, content);
  return keepInFile(file, () => {}, now);
}

test('what is kept is there after a relaunch, for its owner alone, and gone once it is forgotten', () => {
  const inside = folder();
  const file = join(inside, 'progress.json');
  keepInFile(file, () => {}, SOON).write(KEPT);
  expect(keepInFile(file, () => {}, SOON).read()).toEqual(KEPT);
  expect(readdirSync(inside)).toEqual(['progress.json']);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  keepInFile(file, () => {}, SOON).write(null);
  expect(keepInFile(file, () => {}, SOON).read()).toBeNull();
  expect(readdirSync(inside)).toEqual([]);
});

test.each([
  ['11 hours old', at('2026-11-24T23:00:00.000Z'), true],
  ['13 hours old', at('2026-11-25T01:00:00.000Z'), false],
  ['of the day after tomorrow, where a clock was wrong', at('2026-11-22T12:00:00.000Z'), false],
])('progress %s counts: %s', (_name, now, counts) => {
  expect(keeperOver(JSON.stringify(KEPT), now).read() !== null).toBe(counts);
});

test.each([
  ['nothing', ''],
  ['no JSON', '{"case":'],
  ['an unknown cause', JSON.stringify({ ...KEPT, progress: { ...KEPT.progress, trouble: { cause: 'x' } } })],
  ['another field', JSON.stringify({ ...KEPT, run: 'calc.exe' })],
  ['an address that is none', JSON.stringify({ ...KEPT, case: { site: 'javascript:alert(1)' } })],
  ['more than it can be', JSON.stringify(KEPT) + ' '.repeat(64 * 1024)],
])('a file with %s is as if there were none', (_name, content) => {
  expect(keeperOver(content).read()).toBeNull();
});

test('a folder that cannot be written stops nothing', () => {
  const complaints: string[] = [];
  keepInFile('/nowhere/progress.json', (line) => complaints.push(line), SOON).write(KEPT);
  expect(complaints).toEqual([expect.stringContaining('ENOENT')]);
});

test('what was kept before stays whole until the new is', () => {
  const file = join(folder(), 'progress.json');
  const keeper = keepInFile(file, () => {}, SOON);
  keeper.write(KEPT);
  keeper.write({ ...KEPT, case: null });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ ...KEPT, case: null });
});
