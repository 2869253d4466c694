import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { absent, unreadable, value } from '../../../../core/reading.ts';
import { type ExportFailure, exportedRegistry } from '../../../../main/machine/exported-registry.ts';
import type { Registry } from '../../../../main/machine/machine.ts';

const STORE = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager';
const DEVICE = 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager';

const EXPORT = `Windows Registry Editor Version 5.00

[HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\webcam]
"Value"="Deny"
`;

/** Exports what it is told, and remembers what was asked for and where it was put. */
function exporter(content: string | Buffer | ExportFailure) {
  const made = { keys: [] as string[], folders: [] as string[], time: 0 };
  const registry: Registry = exportedRegistry('native-reg did not load', {
    write: (key, file) => {
      made.keys.push(key);
      made.folders.push(dirname(file));
      if (typeof content !== 'string' && !Buffer.isBuffer(content)) return content;
      writeFileSync(file, typeof content === 'string' ? Buffer.from(`\uFEFF${content}`, 'utf16le') : content);
      return null;
    },
    now: () => made.time,
  });
  return { registry, made };
}

describe('the registry through its exports', () => {
  test.each([
    [`${STORE}\\ConsentStore\\webcam`, 'Value', value({ type: 'REG_SZ', data: 'Deny' })],
    [`${STORE.toUpperCase()}\\consentstore\\WEBCAM`, 'VALUE', value({ type: 'REG_SZ', data: 'Deny' })],
    [`${STORE}\\ConsentStore\\webcam`, 'Missing', absent],
    [`${STORE}\\ConsentStore\\microphone`, 'Value', absent],
    [`${STORE}Other`, 'Value', unreadable(`${STORE}Other: it is not exported; native-reg did not load`)],
    ['HKLM\\SYSTEM', 'X', unreadable('HKLM\\SYSTEM: it is not exported; native-reg did not load')],
  ])('says of %s, %s', (key, name, expected) => {
    expect(exporter(EXPORT).registry.value(key, name)).toEqual(expected);
  });

  test('lists keys', () => {
    expect(exporter(EXPORT).registry.subkeys(`${STORE}\\ConsentStore`)).toEqual(value(['webcam']));
  });

  test('exports a part once, again when it is old, and leaves no file', () => {
    const { registry, made } = exporter(EXPORT);
    registry.value(`${STORE}\\ConsentStore`, '');
    registry.subkeys(STORE);
    expect(made.keys).toEqual([STORE]);
    made.time = 5_000;
    registry.value(STORE, '');
    expect(made.keys).toEqual([STORE, STORE]);
    expect(made.folders.filter((folder) => existsSync(folder))).toEqual([]);
  });

  test.each([
    [
      'ends with another status',
      { why: 'reg export ended with 1', final: false },
      'reg export ended with 1; native-reg did not load',
    ],
    ['prints nothing', Buffer.of(), 'registry.reg line 1: it is not a regedit export'],
    ['prints text before it', `Warning\r\n${EXPORT}`, 'registry.reg line 1: it is not a regedit export'],
    ['is cut off', EXPORT.slice(0, -3), 'registry.reg line 4: cut off in the middle of a value'],
  ])('is unreadable where the program %s', (_what, content, why) => {
    const { registry, made } = exporter(content);
    expect(registry.value(STORE, '')).toMatchObject({ kind: 'unreadable', why: expect.stringContaining(why) });
    expect(made.folders.filter((folder) => existsSync(folder))).toEqual([]);
  });

  test('is not asked again once it hung, for this part or another', () => {
    const { registry, made } = exporter({ why: 'no answer within 3000 ms', final: true });
    registry.value(STORE, '');
    expect(registry.value(DEVICE, '')).toMatchObject({ kind: 'unreadable', why: expect.stringContaining('no answer') });
    expect(made.keys).toEqual([STORE]);
  });

  test('leaves no file where writing it throws', () => {
    let folder = '';
    const registry = exportedRegistry('x', {
      write: (_key, file) => {
        folder = dirname(file);
        throw new Error('disk full');
      },
      now: () => 0,
    });
    expect(registry.value(STORE, '')).toEqual(unreadable(`${STORE}: its export cannot be read (disk full)`));
    expect(existsSync(folder)).toBe(false);
  });
});
