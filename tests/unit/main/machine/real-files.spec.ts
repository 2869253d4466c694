import { mkdir, mkdtemp, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { absent, value } from '../../../../core/reading.ts';
import type { Files } from '../../../../main/machine/machine.ts';
import { realFiles } from '../../../../main/machine/real-files.ts';

describe('the real file system', () => {
  let home: string;
  let files: Files;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'real-files-'));
    files = realFiles(value(home), 'linux');
    await mkdir(join(home, 'folder'));
    await writeFile(join(home, 'folder', 'a.txt'), 'hello');
    await writeFile(join(home, 'big'), '');
    await truncate(join(home, 'big'), 100 * 1024 * 1024);
    await symlink('a.txt', join(home, 'folder', 'link'));
    await symlink('circle', join(home, 'circle'));
  });

  test('reads under the home folder, and names it so', async () => {
    expect(await files.read('~/folder/a.txt', 10)).toEqual(value(Buffer.from('hello')));
    expect(await files.realPath('~/folder/link')).toEqual(value('~/folder/a.txt'));
    expect(files.abbreviate(join(home, 'x'))).toBe('~/x');
    expect(files.abbreviate(`${home}-other/x`)).toBe(`${home}-other/x`);
  });

  test('tells absent from unreadable', async () => {
    expect(await files.read('~/folder/none', 10)).toEqual(absent);
    expect(await files.read('~/folder/a.txt/below', 10)).toEqual(absent);
    expect(await files.read('~/circle', 10)).toMatchObject({
      kind: 'unreadable',
      why: expect.stringContaining('ELOOP'),
    });
    expect(await files.read('~/folder', 10)).toEqual({ kind: 'unreadable', why: '~/folder: it is not a file' });
    expect(await files.list('~/folder/a.txt')).toEqual(absent);
  });

  test('refuses a file that is too large before it reads it', async () => {
    const started = process.memoryUsage().rss;
    expect(await files.read('~/big', 64 * 1024 * 1024)).toEqual({
      kind: 'unreadable',
      why: '~/big: too large, over 65536 KiB',
    });
    expect(process.memoryUsage().rss - started).toBeLessThan(50 * 1024 * 1024);
  });

  test('refuses one that is larger than it says', async () => {
    if (process.platform !== 'linux') return expect(process.platform).not.toBe('linux');
    expect(await files.read('/proc/self/smaps', 10)).toMatchObject({
      kind: 'unreadable',
      why: expect.stringContaining('too large'),
    });
  });

  test('never opens a device', async () => {
    if (process.platform === 'win32') return expect(process.platform).toBe('win32');
    expect(await files.read('/dev/zero', 10)).toEqual({ kind: 'unreadable', why: '/dev/zero: it is not a file' });
    expect(await files.status('/dev/zero')).toMatchObject({ kind: 'value', value: { type: 'char' } });
  });

  test('lists links with where they point', async () => {
    expect(await files.linkTargets('~/folder')).toEqual(value(new Map([['link', 'a.txt']])));
    expect(await files.linkTargets('~/none')).toEqual(absent);
  });
});
