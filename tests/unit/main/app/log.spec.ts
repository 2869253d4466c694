import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLog } from '../../../../main/app/log.ts';

const SECRETS = { home: '/home/alice', userName: 'alice', hostName: 'alices-laptop' };

async function openedIn() {
  const folder = join(await mkdtemp(join(tmpdir(), 'log-')), 'logs');
  return { folder, log: openLog(folder, SECRETS) };
}

test('a line is written with its time and level, for its owner alone', async () => {
  const { log } = await openedIn();
  log.warn('The page is gone (crashed).');
  expect(await readFile(log.file, 'utf8')).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z warn The page is gone \(crashed\)\.\n$/);
  if (process.platform !== 'win32') expect((await stat(log.file)).mode & 0o777).toBe(0o600);
});

test.each([
  ['/home/alice/Library/x', '~/Library/x'],
  ['C:\\Users\\bob\\x and /Users/carol/x', 'C:\\Users\\<user>\\x and /Users/<user>/x'],
  ['alice sat at alices-laptop', '<user> sat at <computer>'],
  ['opened https://clinic.example/visit?id=7#x now', 'opened <address> now'],
  ['WSS://meet.example.com:8443/a', '<address>'],
  ['first\nsecond\u001b[31m', 'first second [31m'],
])('of %j it keeps %j', async (said, kept) => {
  const { log } = await openedIn();
  log.error(said);
  const written = await readFile(log.file, 'utf8');
  expect(written.trimEnd().split(' error ')[1]).toBe(kept);
});

test('it does not grow without end', async () => {
  const { folder, log } = await openedIn();
  for (let line = 0; line < 3_000; line += 1) log.info('x'.repeat(1_000));
  const sizes = await Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1.1 * 1024 * 1024);
});
