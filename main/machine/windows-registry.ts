import { absent, type Reading, unreadable, value } from '../../core/reading.ts';
import { exportedRegistry } from './exported-registry.ts';
import type { Registry, RegistryValue } from './machine.ts';
import { type LoadedAddon, loadRegistryAddon, type RegistryAddon } from './registry-addon.ts';
import { type RegistryKey, splitKey } from './registry-key.ts';
import { decodeRegistryValue } from './registry-value.ts';

/** The registry of the Windows that this runs on. Loaded on first use; nothing is started where native-reg loads. */
export function windowsRegistry(
  load: () => LoadedAddon = loadRegistryAddon,
  fallback: (why: string) => Registry = exportedRegistry,
): Registry {
  let opened: Registry | undefined;
  const registry = (): Registry => {
    opened ??= open(load(), fallback);
    return opened;
  };
  return {
    value: (key, name) => registry().value(key, name),
    subkeys: (key) => registry().subkeys(key),
  };
}

function open(loaded: LoadedAddon, fallback: (why: string) => Registry): Registry {
  return loaded.kind === 'loaded' ? addonRegistry(loaded.addon) : fallback(loaded.why);
}

/**
 * Reading and nothing more, in the view that 64-bit programs have, whatever this one is.
 *
 * @see https://learn.microsoft.com/windows/win32/sysinfo/registry-key-security-and-access-rights
 */
const ACCESS = { queryValue: 0x1, enumerateSubkeys: 0x8, view64: 0x100 } as const;

const READ_VALUES = ACCESS.queryValue | ACCESS.view64;
/** Listing first asks for the longest name, and that is the right to query. */
const READ_SUBKEYS = ACCESS.queryValue | ACCESS.enumerateSubkeys | ACCESS.view64;

/** No value that is read here is larger than a list of programs. */
const VALUE_LIMIT = 1024 * 1024;

function addonRegistry(addon: RegistryAddon): Registry {
  return {
    value: (key, name) =>
      withKey(addon, key, READ_VALUES, (handle) => {
        if (name.includes('\0')) return unreadable(`${key}: the name of a value in it has a NUL`);
        const raw = addon.queryValueRaw(handle, name);
        return raw === null ? absent : readValue(`${key}, value ${JSON.stringify(name)}`, raw.type, raw);
      }),
    subkeys: (key) => withKey(addon, key, READ_SUBKEYS, (handle) => value(addon.enumKeyNames(handle))),
  };
}

function withKey<T>(
  addon: RegistryAddon,
  key: string,
  access: number,
  read: (handle: object) => Reading<T>,
): Reading<T> {
  const { root, path } = known(key);
  // Windows would take the name to end there, and so answer for another key.
  if (path.includes('\0')) return unreadable(`${JSON.stringify(key)}: its name has a NUL`);
  try {
    const handle = addon.openKey(root.handle, path, access);
    if (handle === null) return absent;
    try {
      return read(handle);
    } finally {
      addon.closeKey(handle);
    }
  } catch (error) {
    return unreadable(`${key}: ${reasonOf(error)}`);
  }
}

function known(key: string): RegistryKey {
  const split = splitKey(key);
  if (split === null) throw new TypeError(`${key} begins with no root of the registry`);
  return split;
}

function readValue(what: string, type: number, bytes: Uint8Array): Reading<RegistryValue> {
  if (bytes.length > VALUE_LIMIT) return unreadable(`${what}: too large, over ${VALUE_LIMIT / 1024} KiB`);
  // A copy, because the addon’s own buffer carries the type along.
  const decoded = decodeRegistryValue(type, Uint8Array.from(bytes));
  return decoded.type === 'malformed' ? unreadable(`${what}: ${decoded.why}`) : value(decoded);
}

/** @see https://learn.microsoft.com/windows/win32/debug/system-error-codes */
const MEANINGS: Readonly<Record<number, string>> = {
  5: 'this user may not read it',
  234: 'it changed while it was being read',
  259: 'it changed while it was being read',
  1018: 'it was deleted while it was being read',
};

/** The system’s own words are in its language; the number says the same to everybody. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const number = 'errno' in error && typeof error.errno === 'number' ? error.errno : null;
  if (number === null) return error.message;
  return `${MEANINGS[number] ?? error.message} (error ${number})`;
}
