import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unpackIfAsLocked } from '../../../tools/koffi-for-windows.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'capture-doctor-koffi-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('another package than the lock file names is not unpacked', () => {
  const file = join(folder, 'koffi.tgz');
  writeFileSync(file, 'something else');
  const target = join(folder, 'unpacked');
  mkdirSync(target);
  expect(unpackIfAsLocked(file, 'sha512-AAAA', target)).toMatch(/^it is not what the lock file says: sha512-/);
  expect(unpackIfAsLocked(file, undefined, target)).toMatch(/not what the lock file says/);
  expect(existsSync(join(target, 'package.json'))).toBe(false);
});
