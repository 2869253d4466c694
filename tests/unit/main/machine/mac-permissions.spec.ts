import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { absent, unreadable, value } from '../../../../core/reading.ts';
import { freshMessage, readFreshMessage, readFreshOutput } from '../../../../main/machine/fresh-mac-permissions.ts';
import { loadPermissionsAddon, macPermissions } from '../../../../main/machine/mac-permissions.ts';

const PROJECT = join(import.meta.dirname, '../../../..');

/** What node-mac-permissions 2.5.0 exports, and how: plain functions, of which those that ask give a promise. */
function fakePackage(status: string, answer = 'authorized') {
  const calls: string[] = [];
  const types = ['camera', 'microphone', 'full-disk-access', 'screen'];
  const nothing = (): undefined => undefined;
  const ask = (name: string) => async () => {
    calls.push(name);
    return answer;
  };
  const exported = {
    askForAccessibilityAccess: nothing,
    askForCalendarAccess: ask('askForCalendarAccess'),
    askForCameraAccess: ask('askForCameraAccess'),
    askForContactsAccess: ask('askForContactsAccess'),
    askForFoldersAccess: ask('askForFoldersAccess'),
    askForFullDiskAccess: nothing,
    askForInputMonitoringAccess: ask('askForInputMonitoringAccess'),
    askForLocationAccess: ask('askForLocationAccess'),
    askForMicrophoneAccess: ask('askForMicrophoneAccess'),
    askForMusicLibraryAccess: ask('askForMusicLibraryAccess'),
    askForPhotosAccess: ask('askForPhotosAccess'),
    askForRemindersAccess: ask('askForRemindersAccess'),
    askForScreenCaptureAccess: nothing,
    askForSpeechRecognitionAccess: ask('askForSpeechRecognitionAccess'),
    getAuthStatus: (type: string) => {
      if (!types.includes(type)) throw new TypeError(`${type} is not a valid type`);
      calls.push(`getAuthStatus ${type}`);
      return status;
    },
  };
  return { exported, calls };
}

const open = (exported: unknown) => macPermissions(() => loadPermissionsAddon(() => exported));

function failing(message: string, code?: string) {
  return macPermissions(() =>
    loadPermissionsAddon(() => {
      throw Object.assign(new Error(message), { code });
    }),
  );
}

describe('node-mac-permissions', () => {
  test.each(['authorized', 'denied', 'restricted', 'not determined', 'provisional', ''])(
    'that says “%s” is passed on as it stands',
    (status) => {
      const { exported, calls } = fakePackage(status);
      expect(open(exported).status('camera')).toEqual(value(status));
      expect(calls).toEqual(['getAuthStatus camera']);
    },
  );

  test.each([
    ['is not installed', "Cannot find module 'node-mac-permissions'\nRequire stack:\n- /x/main.js", 'MODULE_NOT_FOUND'],
    ['was not compiled', 'Could not locate the bindings file. Tried:\n → /Users/anna/x.node', undefined],
    [
      'is for another processor',
      "dlopen(permissions.node, 0x0001): tried: 'permissions.node' (mach-o file, but is an incompatible architecture (have 'x86_64', need 'arm64e' or 'arm64'))",
      'ERR_DLOPEN_FAILED',
    ],
    ['does not register', "Module did not self-register: '/x/permissions.node'.", 'ERR_DLOPEN_FAILED'],
  ])('that %s makes the answer unreadable', async (_what, message, code) => {
    const permissions = failing(message, code);
    const why = `node-mac-permissions did not load: ${message.split('\n')[0]}`;
    expect(permissions.status('camera')).toEqual(unreadable(why));
    expect(await permissions.ask('camera')).toEqual(unreadable(why));
  });

  test.each([null, undefined, 'text', {}, { getAuthStatus: 'authorized' }, { getAuthStatus: () => 'authorized' }])(
    'that is something else, such as %j, makes the answer unreadable',
    (exported) => {
      expect(open(exported).status('camera')).toEqual(
        unreadable('node-mac-permissions lacks a function that it should have'),
      );
    },
  );

  test('that throws makes the answer unreadable', () => {
    const { exported } = fakePackage('authorized');
    const throwing = {
      ...exported,
      getAuthStatus: () => {
        throw new TypeError('camera is not a valid type\nat somewhere');
      },
    };
    expect(open(throwing).status('camera')).toEqual(unreadable('node-mac-permissions: camera is not a valid type'));
  });

  test.each([undefined, 3, null, { status: 'authorized' }])('whose answer is %j makes it unreadable', (answer) => {
    const { exported } = fakePackage('authorized');
    expect(open({ ...exported, getAuthStatus: () => answer }).status('microphone')).toEqual(
      unreadable('node-mac-permissions: its answer is no text'),
    );
  });

  test('is loaded when it is first wanted, and once', () => {
    let loads = 0;
    const permissions = macPermissions(() => {
      loads += 1;
      return { kind: 'failed', why: 'x' };
    });
    expect(loads).toBe(0);
    permissions.status('camera');
    permissions.status('microphone');
    expect(loads).toBe(1);
  });

  test('never asks the person for a look', () => {
    const { exported, calls } = fakePackage('not determined');
    const permissions = open(exported);
    permissions.status('camera');
    permissions.status('microphone');
    expect(calls.filter((call) => call.startsWith('ask'))).toEqual([]);
  });

  test.each([
    ['camera', 'askForCameraAccess'],
    ['microphone', 'askForMicrophoneAccess'],
  ] as const)('asks for the %s where nobody has answered', async (medium, call) => {
    const { exported, calls } = fakePackage('not determined', 'denied');
    expect(await open(exported).ask(medium)).toEqual(value('denied'));
    expect(calls).toEqual([`getAuthStatus ${medium}`, call]);
  });

  test.each(['denied', 'restricted', 'authorized', 'provisional'])(
    'does not ask after “%s”, since after a refusal the package opens the settings by itself',
    async (status) => {
      const { exported, calls } = fakePackage(status);
      expect(await open(exported).ask('camera')).toEqual(value(status));
      expect(calls).toEqual(['getAuthStatus camera']);
    },
  );

  test('that fails while it asks makes the answer unreadable', async () => {
    const { exported } = fakePackage('not determined');
    const failed = { ...exported, askForCameraAccess: async () => Promise.reject(new Error('no')) };
    expect(await open(failed).ask('camera')).toEqual(unreadable('node-mac-permissions: no'));
  });
});

test('lets no variable name another folder to load its program from', () => {
  process.env['NODE_BINDINGS_COMPILED_DIR'] = '/tmp/elsewhere';
  expect(loadPermissionsAddon()).toMatchObject({ kind: process.platform === 'darwin' ? expect.anything() : 'failed' });
  expect(process.env['NODE_BINDINGS_COMPILED_DIR']).toBeUndefined();
});

describe('what a new process says', () => {
  test('comes back as it was said', () => {
    const said = freshMessage({ status: (medium) => value(medium === 'camera' ? 'authorized' : 'not determined') });
    expect(readFreshMessage(JSON.parse(JSON.stringify(said)))).toEqual(
      value({ camera: 'authorized', microphone: 'not determined' }),
    );
  });

  test('keeps why it could not tell', () => {
    const said = freshMessage({ status: () => unreadable('it did not load') });
    expect(readFreshMessage(said)).toEqual(unreadable('a new process: it did not load'));
  });

  test.each([
    null,
    undefined,
    7,
    'denied',
    [],
    {},
    { camera: 'denied' },
    { camera: 1, microphone: {} },
    { camera: 'x'.repeat(1e6) },
  ])('is not believed when it is junk (%#)', (said) => {
    expect(readFreshMessage(said).kind).toBe('unreadable');
  });

  test.each([
    ['is not there', absent, 'could not be started'],
    ['fails', value({ code: 1, stdout: '{"camera":"denied","microphone":"denied"}', stderr: '' }), 'failed with 1'],
    ['prints no JSON', value({ code: 0, stdout: '(node) warning', stderr: '' }), 'not JSON'],
    ['prints half of it', value({ code: 0, stdout: '{"camera":"den', stderr: '' }), 'not JSON'],
    ['hangs', unreadable('node: no answer within 5000 ms'), 'no answer'],
  ])('is unreadable where it %s', (_what, ran, why) => {
    expect(readFreshOutput(ran)).toMatchObject({ kind: 'unreadable', why: expect.stringContaining(why) });
  });

  test('is printed by a program of its own, which here has no package to load', async () => {
    const program = join(PROJECT, 'main/machine/print-mac-permissions.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [program]);
    const read = readFreshOutput(value({ code: 0, stdout, stderr: '' }));
    if (process.platform === 'darwin') return expect(['value', 'unreadable']).toContain(read.kind);
    expect(read).toMatchObject({ kind: 'unreadable', why: expect.stringContaining('did not load') });
  });
});

test('the package is optional, for macOS alone, and may run its script that compiles it', async () => {
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(PROJECT, name), 'utf8'));
  expect(await read('package.json')).toMatchObject({
    optionalDependencies: { 'node-mac-permissions': '2.5.0' },
    allowScripts: { 'node-mac-permissions': true },
  });
  expect(await read('package-lock.json')).toMatchObject({
    packages: { 'node_modules/node-mac-permissions': { version: '2.5.0', optional: true, os: ['darwin'] } },
  });
});
