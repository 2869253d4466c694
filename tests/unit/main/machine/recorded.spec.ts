import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { absent, value } from '../../../../core/reading.ts';
import type { Machine } from '../../../../main/machine/machine.ts';
import { openRecordedMachine } from '../../../../main/machine/recorded.ts';

async function record(files: Readonly<Record<string, string | object>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'recorded-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

async function open(files: Readonly<Record<string, string | object>>): Promise<Machine> {
  const opened = await openRecordedMachine(await record(files));
  if (opened.kind === 'invalid') throw new Error(opened.why);
  return opened.machine;
}

async function refusal(files: Readonly<Record<string, string | object>>): Promise<string> {
  const opened = await openRecordedMachine(await record(files));
  return opened.kind === 'invalid' ? opened.why : 'opened';
}

const LINUX = {
  platform: 'linux',
  release: '6.1.0',
  home: '/home/user',
  env: { A: 'x', EMPTY: '' },
  user: { name: 'user', uid: 1000, groups: [1000, 44] },
} as const;

const text = async (machine: Machine, path: string): Promise<string> => {
  const reading = await machine.files.read(path, 1000);
  return reading.kind === 'value' ? new TextDecoder().decode(reading.value) : reading.kind;
};

describe('a recorded machine', () => {
  test.each([
    ['no machine.json', {}, /machine\.json: it is not there$/],
    ['half a machine.json', { 'machine.json': '{"platform": "lin' }, /machine\.json: it is not JSON, at /],
    ['an unknown system', { 'machine.json': { platform: 'beos', release: '5' } }, /machine\.json: platform: /],
    ['no release', { 'machine.json': { platform: 'linux' } }, /machine\.json: release: /],
    ['a wrong type inside', { 'machine.json': { ...LINUX, user: { ...LINUX.user, uid: 'x' } } }, /json: user\.uid: /],
    ['an unknown key', { 'machine.json': { ...LINUX, colour: 'red' } }, /colour/],
    ['broken files.json', { 'machine.json': LINUX, 'files.json': '[]' }, /files\.json: /],
    [
      'a mode that is none',
      { 'machine.json': LINUX, 'files.json': { '/a': { mode: '999' } } },
      /files\.json: \.?\/a\.mode/,
    ],
    ['broken commands.json', { 'machine.json': LINUX, 'commands.json': [{ run: [] }] }, /commands\.json: \[0\]\.run/],
  ])('with %s is refused, with the file and the place', async (_name, files, why) => {
    expect(await refusal(files)).toMatch(why);
  });

  test('tells what was recorded and nothing else', async () => {
    const machine = await open({ 'machine.json': LINUX, 'files/home/user/a.txt': 'hello' });
    expect(machine.env.get('A')).toEqual(value('x'));
    expect(machine.env.get('EMPTY')).toEqual(absent);
    expect(machine.env.get('B')).toEqual(absent);
    expect(machine.locale).toMatchObject({ kind: 'unreadable', why: 'machine.json: it does not tell locale' });
    expect(await machine.processes()).toMatchObject({ kind: 'unreadable' });
    expect(await text(machine, '~/a.txt')).toBe('hello');
    expect(await text(machine, '/home/user/a.txt')).toBe('hello');
    expect(await text(machine, '/home/user/b.txt')).toBe('absent');
    expect(machine.registry.value('HKCU\\X', 'y')).toMatchObject({ kind: 'unreadable' });
    expect(await machine.captureTests()).toEqual(absent);
  });

  test('never reads outside its folder', async () => {
    const machine = await open({ 'machine.json': LINUX, 'files/a': 'inside', secret: 'outside' });
    for (const path of ['/../secret', '/a/../../secret', '/../../../../../../etc/passwd', '~/../../../secret']) {
      expect(await text(machine, path)).toBe('absent');
    }
  });

  test('follows recorded links, and stops in a circle', async () => {
    const machine = await open({
      'machine.json': LINUX,
      'files/real/x.txt': 'found',
      'files.json': {
        '/link': { type: 'link', target: '/real' },
        '/up/link': { type: 'link', target: '../real/x.txt' },
        '/a': { type: 'link', target: '/b' },
        '/b': { type: 'link', target: 'a' },
      },
    });
    expect(await text(machine, '/link/x.txt')).toBe('found');
    expect(await text(machine, '/up/link')).toBe('found');
    expect(await machine.files.realPath('/link/x.txt')).toEqual(value('/real/x.txt'));
    expect(await machine.files.linkTargets('/up')).toEqual(value(new Map([['link', '../real/x.txt']])));
    expect(await machine.files.read('/a', 10)).toMatchObject({
      kind: 'unreadable',
      why: expect.stringContaining('ELOOP'),
    });
  });

  test('refuses what it was told to refuse, and everything below it', async () => {
    const machine = await open({
      'machine.json': LINUX,
      'files/closed/x': 'never seen',
      'files.json': { '/closed': { unreadable: 'EACCES' } },
    });
    const refused = { kind: 'unreadable', why: expect.stringContaining('EACCES') };
    expect(await machine.files.list('/closed')).toMatchObject(refused);
    expect(await machine.files.read('/closed/x', 10)).toMatchObject(refused);
    expect(await machine.files.status('/closed/x')).toMatchObject(refused);
  });

  test.each([
    [{ mode: '0660', uid: 0, gid: 44 }, true],
    [{ mode: '0660', uid: 0, gid: 29 }, false],
    [{ mode: '0600', uid: 1000, gid: 0 }, true],
    [{ mode: '0060', uid: 1000, gid: 44 }, false],
    [{ mode: '0666', uid: 0, gid: 0 }, true],
    [{ mode: '0640', uid: 0, gid: 44 }, false],
    [{ mode: '0600', uid: 0, gid: 0, openable: true }, true],
  ])('a node with %j may be opened: %s', async (note, openable) => {
    const machine = await open({ 'machine.json': LINUX, 'files.json': { '/dev/video0': { type: 'char', ...note } } });
    const status = await machine.files.status('/dev/video0');
    expect(status).toMatchObject({ kind: 'value', value: { type: 'char', openable: value(openable) } });
  });

  test('without a user cannot tell what may be opened', async () => {
    const machine = await open({
      'machine.json': { platform: 'linux', release: '6' },
      'files.json': { '/dev/video0': { type: 'char', mode: '0660' } },
    });
    const status = await machine.files.status('/dev/video0');
    expect(status.kind === 'value' && status.value.openable.kind).toBe('unreadable');
  });

  test('holds names that other systems refuse', async () => {
    const machine = await open({ 'machine.json': LINUX, 'files/run/udev/data/c81%3A0': 'E:X=1' });
    expect(await text(machine, '/run/udev/data/c81:0')).toBe('E:X=1');
    expect(await machine.files.list('/run/udev/data')).toEqual(value(['c81:0']));
  });

  test('of Windows has drive letters and no regard to case', async () => {
    const machine = await open({
      'machine.json': { platform: 'win32', release: '10.0.19045', home: 'C:\\Users\\user' },
      'files/C/Users/user/Data/Local State': 'state',
      'files.json': { 'C:\\Users\\user\\Shut': { unreadable: 'EACCES' } },
      'registry.reg':
        'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Software\\X]\r\n"Value"="Deny"\r\n',
    });
    expect(await text(machine, 'c:\\users\\USER\\data\\local state')).toBe('state');
    expect(await machine.files.status('C:\\users\\user\\shut')).toMatchObject({ kind: 'unreadable' });
    expect(machine.registry.value('hkcu\\software\\x', 'VALUE')).toEqual(value({ type: 'REG_SZ', data: 'Deny' }));
    expect(machine.registry.value('HKCU\\Software\\Y', 'Value')).toEqual(absent);
  });

  test('with a truncated registry says so for every key', async () => {
    const machine = await open({
      'machine.json': { platform: 'win32', release: '10.0.19045' },
      'registry.reg': 'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Soft',
    });
    const refused = { kind: 'unreadable', why: 'registry.reg line 3: cut off in the middle of a key' };
    expect(machine.registry.value('HKCU\\Software', 'x')).toEqual(refused);
    expect(machine.registry.subkeys('HKCU')).toEqual(refused);
  });

  test('replays commands, word for word', async () => {
    const machine = await open({
      'machine.json': LINUX,
      'commands.json': [
        { run: ['pactl', 'info'], stdout: 'ok' },
        { run: ['snap', 'x'], code: 1, stderr: 'no' },
        { run: ['slow'], hangs: true },
      ],
    });
    const limit = { milliseconds: 10, bytes: 10 };
    expect(await machine.run(['pactl', 'info'], limit)).toEqual(value({ code: 0, stdout: 'ok', stderr: '' }));
    expect(await machine.run(['snap', 'x'], limit)).toEqual(value({ code: 1, stdout: '', stderr: 'no' }));
    expect(await machine.run(['pactl'], limit)).toEqual(absent);
    expect(await machine.run(['slow'], limit)).toEqual({ kind: 'unreadable', why: 'slow: no answer within 10 ms' });
  });
});
