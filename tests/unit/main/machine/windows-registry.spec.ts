import { describe, expect, test } from 'vitest';
import { absent, unreadable, value } from '../../../../core/reading.ts';
import type { Registry } from '../../../../main/machine/machine.ts';
import { type LoadedAddon, loadRegistryAddon, type RegistryAddon } from '../../../../main/machine/registry-addon.ts';
import { windowsRegistry } from '../../../../main/machine/windows-registry.ts';

interface Stored {
  readonly type: number;
  readonly bytes: readonly number[];
}

type Content = Readonly<Record<string, Readonly<Record<string, Stored | Error>> | Error>>;

/** Fails as native-reg does: with the system’s own number and words. */
function win32Error(errno: number, message: string): Error {
  return Object.assign(new Error(message), { code: 'Win32Error', errno, syscall: 'RegOpenKeyExW' });
}

/** Keeps keys by root and path, answers as native-reg does, and knows which of them are open. */
class FakeAddon implements RegistryAddon {
  readonly opened: { root: number; path: string; access: number }[] = [];
  readonly open = new Set<object>();
  readonly #content: Content;

  constructor(content: Content) {
    this.#content = content;
  }

  openKey(root: number, path: string, access: number): object | null {
    this.opened.push({ root, path, access });
    const found = this.#content[path];
    if (found instanceof Error) throw found;
    if (found === undefined) return null;
    const handle = { path };
    this.open.add(handle);
    return handle;
  }

  enumKeyNames(handle: object): string[] {
    const path = this.#pathOf(handle);
    const failure = this.#content[path];
    if (failure !== undefined && Reflect.get(failure, '*') instanceof Error) throw Reflect.get(failure, '*');
    const below = Object.keys(this.#content).filter((each) => each.startsWith(`${path}\\`));
    return below.map((each) => each.slice(path.length + 1)).filter((each) => !each.includes('\\'));
  }

  queryValueRaw(handle: object, name: string): (Uint8Array & { readonly type: number }) | null {
    const key = this.#content[this.#pathOf(handle)];
    const found = key instanceof Error ? undefined : key?.[name];
    if (found === undefined) return null;
    if (found instanceof Error) throw found;
    return Object.assign(Buffer.from(found.bytes), { type: found.type });
  }

  closeKey(handle: object): void {
    if (!this.open.delete(handle)) throw new Error('HKEY already closed');
  }

  #pathOf(handle: object): string {
    if (!this.open.has(handle)) throw new Error('HKEY already closed');
    return String(Reflect.get(handle, 'path'));
  }
}

function registryOf(addon: RegistryAddon): Registry {
  return windowsRegistry(
    () => ({ kind: 'loaded', addon }),
    () => {
      throw new Error('the fallback was taken');
    },
  );
}

const utf16 = (text: string): readonly number[] => [...Buffer.from(text, 'utf16le')];

describe('a value', () => {
  const addon = new FakeAddon({
    Key: {
      '': { type: 1, bytes: utf16('the default\0') },
      Unended: { type: 1, bytes: utf16('Deny') },
      Nothing: { type: 1, bytes: [] },
      Expand: { type: 2, bytes: utf16('%SystemRoot%\0') },
      Dword: { type: 4, bytes: [2, 0, 0, 0] },
      ShortDword: { type: 4, bytes: [2, 0] },
      Qword: { type: 11, bytes: [255, 255, 255, 255, 255, 255, 255, 255] },
      ShortQword: { type: 11, bytes: [1, 2, 3, 4] },
      Multi: { type: 7, bytes: utf16('a\0bc\0\0') },
      NoneOfMulti: { type: 7, bytes: utf16('\0') },
      Binary: { type: 3, bytes: [0, 255] },
      None: { type: 0, bytes: [1] },
      BigEndian: { type: 5, bytes: [0, 0, 0, 1] },
      Property: { type: 0xffff0012, bytes: [7] },
      Huge: { type: 3, bytes: Array.from({ length: 1024 * 1024 + 1 }, () => 0) },
      Denied: win32Error(5, 'Zugriff verweigert'),
      Grown: win32Error(234, 'Es sind mehr Daten verfügbar'),
    },
    Locked: win32Error(5, 'Zugriff verweigert'),
    Dying: { '*': win32Error(1018, 'x'), Value: win32Error(1018, 'x') },
    Strange: win32Error(1450, 'Insufficient system resources'),
    Bad: new TypeError('a bug of the addon'),
  });

  test.each([
    ['HKCU\\Key', '', value({ type: 'REG_SZ', data: 'the default' })],
    ['HKCU\\Key', 'Unended', value({ type: 'REG_SZ', data: 'Deny' })],
    ['HKCU\\Key', 'Nothing', value({ type: 'REG_SZ', data: '' })],
    ['HKCU\\Key', 'Expand', value({ type: 'REG_EXPAND_SZ', data: '%SystemRoot%' })],
    ['HKCU\\Key', 'Dword', value({ type: 'REG_DWORD', data: 2 })],
    ['HKCU\\Key', 'ShortDword', unreadable('HKCU\\Key, value "ShortDword": a DWORD has 4 bytes')],
    ['HKCU\\Key', 'Qword', value({ type: 'REG_QWORD', data: 0xffffffffffffffffn })],
    ['HKCU\\Key', 'ShortQword', unreadable('HKCU\\Key, value "ShortQword": a QWORD has 8 bytes')],
    ['HKCU\\Key', 'Multi', value({ type: 'REG_MULTI_SZ', data: ['a', 'bc'] })],
    ['HKCU\\Key', 'NoneOfMulti', value({ type: 'REG_MULTI_SZ', data: [] })],
    ['HKCU\\Key', 'Binary', value({ type: 'REG_BINARY', data: Uint8Array.of(0, 255) })],
    ['HKCU\\Key', 'None', value({ type: 'REG_NONE', data: Uint8Array.of(1) })],
    ['HKCU\\Key', 'BigEndian', value({ type: 'other', number: 5, data: Uint8Array.of(0, 0, 0, 1) })],
    ['HKCU\\Key', 'Property', value({ type: 'other', number: 0xffff0012, data: Uint8Array.of(7) })],
    ['HKCU\\Key', 'Huge', unreadable('HKCU\\Key, value "Huge": too large, over 1024 KiB')],
    ['HKCU\\Key', 'Denied', unreadable('HKCU\\Key: this user may not read it (error 5)')],
    ['HKCU\\Key', 'Grown', unreadable('HKCU\\Key: it changed while it was being read (error 234)')],
    ['HKCU\\Key', 'NUL\0', unreadable('HKCU\\Key: the name of a value in it has a NUL')],
    ['HKCU\\Key', 'Missing', absent],
    ['HKCU\\Missing', 'Value', absent],
    ['HKCU\\Locked', 'Value', unreadable('HKCU\\Locked: this user may not read it (error 5)')],
    ['HKCU\\Dying', 'Value', unreadable('HKCU\\Dying: it was deleted while it was being read (error 1018)')],
    ['HKCU\\Strange', 'Value', unreadable('HKCU\\Strange: Insufficient system resources (error 1450)')],
    ['HKCU\\Bad', 'Value', unreadable('HKCU\\Bad: a bug of the addon')],
    ['HKCU\\Key\0', 'Value', unreadable('"HKCU\\\\Key\\u0000": its name has a NUL')],
  ])('%j, %j', (key, name, expected) => {
    expect(registryOf(addon).value(key, name)).toEqual(expected);
    expect(addon.open.size).toBe(0);
  });
});

describe('the keys below one', () => {
  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`Usage\\${at}.exe`, {}]));
  const addon = new FakeAddon({
    Store: {},
    'Store\\webcam': {},
    'Store\\webcam\\deeper': {},
    Leaf: {},
    Locked: win32Error(5, 'x'),
    Dying: { '*': win32Error(1018, 'x') },
    Usage: {},
    ...many,
  });

  test.each([
    ['HKLM\\Store', value(['webcam'])],
    ['HKLM\\Leaf', value([])],
    ['HKLM\\Missing', absent],
    ['HKLM\\Locked', unreadable('HKLM\\Locked: this user may not read it (error 5)')],
    ['HKLM\\Dying', unreadable('HKLM\\Dying: it was deleted while it was being read (error 1018)')],
  ])('%j', (key, expected) => {
    expect(registryOf(addon).subkeys(key)).toEqual(expected);
    expect(addon.open.size).toBe(0);
  });

  test('all ten thousand', () => {
    expect(registryOf(addon).subkeys('HKLM\\Usage')).toMatchObject({ value: { length: 10_000 } });
  });
});

test.each([
  ['HKCU\\A\\B', 0x80000001, 'A\\B'],
  ['hklm\\A', 0x80000002, 'A'],
  ['HKEY_USERS\\S-1-5-21', 0x80000003, 'S-1-5-21'],
  ['HKCU', 0x80000001, ''],
])('%s is opened for reading in the 64-bit view', (key, root, path) => {
  const addon = new FakeAddon({ [path]: {} });
  registryOf(addon).value(key, 'x');
  registryOf(addon).subkeys(key);
  expect(addon.opened).toEqual([
    { root, path, access: 0x101 },
    { root, path, access: 0x109 },
  ]);
});

test('a key without a root is a bug of the caller', () => {
  expect(() => registryOf(new FakeAddon({})).value('Software\\X', '')).toThrow('begins with no root');
});

test('a handle that cannot be closed makes the reading unreadable, not a crash', () => {
  const addon = new FakeAddon({ Key: { '': { type: 1, bytes: [] } } });
  addon.closeKey = () => {
    throw win32Error(6, 'The handle is invalid');
  };
  expect(registryOf(addon).value('HKCU\\Key', '')).toEqual(unreadable('HKCU\\Key: The handle is invalid (error 6)'));
});

describe('loading native-reg', () => {
  const whole = new FakeAddon({});
  const { closeKey: _closeKey, ...cut } = {
    openKey: () => null,
    enumKeyNames: () => [],
    queryValueRaw: () => null,
    closeKey: () => {},
  };

  test.each<[string, () => unknown, LoadedAddon]>([
    ['works', () => whole, { kind: 'loaded', addon: whole }],
    [
      'fails where the package is missing',
      () => {
        throw new Error("Cannot find module 'native-reg'\nRequire stack:\n- x");
      },
      { kind: 'failed', why: "native-reg did not load: Cannot find module 'native-reg'" },
    ],
    [
      'fails for another processor',
      () => {
        throw new Error('No native build was found for platform=win32 arch=mips\n    loaded from: x');
      },
      { kind: 'failed', why: 'native-reg did not load: No native build was found for platform=win32 arch=mips' },
    ],
    ['fails without a function', () => cut, { kind: 'failed', why: 'native-reg lacks a function that it should have' }],
    ['fails on nothing', () => null, { kind: 'failed', why: 'native-reg lacks a function that it should have' }],
  ])('%s', (_what, load, expected) => {
    expect(loadRegistryAddon(load)).toEqual(expected);
  });

  test('finds the functions in the real package, and lets no variable name another program', () => {
    process.env['NATIVE_REG_PREBUILD'] = '/tmp/evil';
    expect(loadRegistryAddon()).toMatchObject({ kind: 'loaded' });
    expect(process.env['NATIVE_REG_PREBUILD']).toBeUndefined();
  });

  test('happens on first use and once', () => {
    let loads = 0;
    const load = (): LoadedAddon => {
      loads++;
      return { kind: 'loaded', addon: new FakeAddon({}) };
    };
    const registry = windowsRegistry(load);
    expect(loads).toBe(0);
    registry.value('HKCU\\A', '');
    registry.subkeys('HKCU\\A');
    expect(loads).toBe(1);
  });

  test('failing leads to the fallback, with the reason', () => {
    const registry = windowsRegistry(
      () => ({ kind: 'failed', why: 'it is missing' }),
      (why) => ({ value: () => unreadable(why), subkeys: () => absent }),
    );
    expect(registry.value('HKCU\\A', '')).toEqual(unreadable('it is missing'));
  });
});
