import { absent, type Reading, unreadable, value } from '../../core/reading.ts';
import type { Registry, RegistryValue } from './machine.ts';
import { normalisedKey } from './registry-key.ts';
import { decodeRegistryValue, type MalformedValue } from './registry-value.ts';

/**
 * A regedit export as a registry: UTF-16LE as regedit writes it, or UTF-8; any number of root keys; strings, numbers,
 * lists and bytes; values and keys marked as deleted; byte lists continued over lines.
 *
 * @see https://support.microsoft.com/help/310516 (the format of .reg files)
 */
export function parseRegistryFile(bytes: Uint8Array): Reading<Registry> {
  try {
    return value(toRegistry(parse(decode(bytes))));
  } catch (error) {
    if (error instanceof Malformed) return unreadable(error.message);
    throw error;
  }
}

class Malformed extends Error {}

interface Key {
  /** As first written, for listing. */
  readonly path: string;
  readonly values: Map<string, RegistryValue | MalformedValue>;
}

function toRegistry(keys: ReadonlyMap<string, Key>): Registry {
  return {
    value: (key, name) => {
      const found = keys.get(normalisedKey(key))?.values.get(name.toLowerCase());
      if (found === undefined) return absent;
      return found.type === 'malformed' ? unreadable(found.why) : value(found);
    },
    subkeys: (key) => {
      const parent = normalisedKey(key);
      const names = new Map<string, string>();
      let exists = keys.has(parent);
      for (const [id, { path }] of keys) {
        if (!id.startsWith(`${parent}\\`)) continue;
        exists = true;
        const name = path.split('\\')[parent.split('\\').length];
        if (name !== undefined && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
      }
      return exists ? value([...names.values()]) : absent;
    },
  };
}

function decode(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (utf16 && bytes.length % 2 === 1) throw new Malformed('registry.reg: cut off in the middle of a character');
  try {
    return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Malformed(`registry.reg: it is not ${utf16 ? 'UTF-16LE' : 'UTF-8'} text`);
  }
}

interface Line {
  /** Where it begins in the file, counted from 1. */
  readonly number: number;
  readonly text: string;
}

function parse(text: string): Map<string, Key> {
  const lines = text.split(/\r\n|\n|\r/);
  if (!/^(Windows Registry Editor Version 5\.00|REGEDIT4)\s*$/.test(lines[0] ?? '')) {
    throw new Malformed('registry.reg line 1: it is not a regedit export');
  }
  const keys = new Map<string, Key>();
  let key: Key | null = null;
  let last: RegistryValue | MalformedValue | null = null;
  for (const line of joined(lines)) {
    last = null;
    const section = /^\s*\[(-?)(.+)\]\s*$/.exec(line.text);
    if (section !== null) key = enterKey(keys, section[2] ?? '', section[1] === '-');
    else if (/^\s*\[/.test(line.text)) fail(line, 'cut off in the middle of a key');
    else last = enterValue(key ?? fail(line, 'a value stands before the first key'), line);
  }
  // At the end of the file it may be cut off, and what else there was nobody knows.
  if (last?.type === 'malformed') throw new Malformed(last.why);
  return keys;
}

function fail({ number }: Line, what: string): never {
  throw new Malformed(`registry.reg line ${number}: ${what}`);
}

/**
 * The lines that say something, each with those that continue it: a list of bytes goes on after a backslash, and a
 * string over the line end, since regedit writes line ends in a string as they are.
 */
function* joined(lines: readonly string[]): Generator<Line> {
  for (let at = 1; at < lines.length; ) {
    const number = at + 1;
    const first = lines[at] ?? '';
    const parts = BYTES.test(first) ? takeWhile(lines, at, CONTINUED) : takeString(lines, at);
    if (parts === null) fail({ number, text: first }, 'cut off in the middle of a value');
    at += parts.length;
    if (/^\s*(;|$)/.test(first)) continue;
    const isBytes = BYTES.test(first);
    yield {
      number,
      text: isBytes ? parts.map((part) => part.replace(CONTINUED, '').trim()).join('') : parts.join('\n'),
    };
  }
}

/** The line at a place, and the following ones for as long as the newest goes on; null where the file ends first. */
function takeWhile(lines: readonly string[], at: number, goesOn: RegExp): readonly string[] | null {
  // Only the newest line is looked at: values of a megabyte over thousands of lines are real.
  let end = at;
  while (goesOn.test(lines[end] ?? '')) if (++end >= lines.length) return null;
  return lines.slice(at, end + 1);
}

/** The line at a place; with those up to the closing quote where it opens a string and does not close it. */
function takeString(lines: readonly string[], at: number): readonly string[] | null {
  if (!OPEN_STRING.test(lines[at] ?? '')) return lines.slice(at, at + 1);
  const end = lines.findIndex((line, place) => place > at && STRING_END.test(line));
  return end === -1 ? null : lines.slice(at, end + 1);
}

const BYTES = /^\s*(?:@|"(?:[^"\\]|\\.)*")\s*=\s*hex(?:\([0-9a-f]+\))?:/i;
const CONTINUED = /\\\s*$/;
const OPEN_STRING = /^\s*(?:@|"(?:[^"\\]|\\.)*")\s*=\s*"(?:[^"\\]|\\.)*\\?$/;
const STRING_END = /^(?:[^"\\]|\\.)*"\s*$/;

/** What the line says of the value; one whose bytes are none of its type is that alone, and the rest stands. */
function enterValue({ values }: Key, line: Line): RegistryValue | MalformedValue | null {
  const assignment = /^\s*(?:@|"((?:[^"\\]|\\.)*)")\s*=\s*([\s\S]*)$/.exec(line.text);
  if (assignment === null) fail(line, 'it is neither a key nor a value');
  const name = unescaped(assignment[1] ?? '').toLowerCase();
  const data = (assignment[2] ?? '').trimEnd();
  if (data === '-') {
    values.delete(name);
    return null;
  }
  const parsed = parseData(data, line);
  values.set(name, parsed);
  return parsed;
}

function enterKey(keys: Map<string, Key>, path: string, deleted: boolean): Key | null {
  const id = normalisedKey(path);
  if (deleted) {
    for (const other of [...keys.keys()]) if (other === id || other.startsWith(`${id}\\`)) keys.delete(other);
    return { path, values: new Map() };
  }
  const key = keys.get(id) ?? { path, values: new Map() };
  keys.set(id, key);
  return key;
}

function unescaped(text: string): string {
  return text.replace(/\\(["\\])/g, '$1');
}

function parseData(data: string, line: Line): RegistryValue | MalformedValue {
  const string = /^"((?:[^"\\]|\\[\s\S])*)"$/.exec(data);
  if (string !== null) return { type: 'REG_SZ', data: unescaped(string[1] ?? '') };
  const dword = /^dword:([0-9a-f]{8})$/i.exec(data);
  if (dword !== null) return { type: 'REG_DWORD', data: Number.parseInt(dword[1] ?? '', 16) };
  const hex = /^hex(?:\(([0-9a-f]+)\))?:\s*((?:[0-9a-f]{2}(?:,\s*[0-9a-f]{2})*)?)$/i.exec(data);
  if (hex === null) return fail(line, 'its value is malformed or cut off');
  const listed = hex[2] ?? '';
  const bytes = Uint8Array.from(listed === '' ? [] : listed.split(','), (byte) => Number.parseInt(byte, 16));
  const decoded = decodeRegistryValue(Number.parseInt(hex[1] ?? '3', 16), bytes);
  return decoded.type === 'malformed'
    ? { ...decoded, why: `registry.reg line ${line.number}: ${decoded.why}` }
    : decoded;
}
