import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { absent, unreadable, value } from '../../../../core/reading.ts';
import type { Registry } from '../../../../main/machine/machine.ts';
import { parseRegistryFile } from '../../../../main/machine/registry-file.ts';

const HEADER = 'Windows Registry Editor Version 5.00\r\n\r\n';

function utf16(text: string): Uint8Array {
  return Buffer.from(`\uFEFF${text}`, 'utf16le');
}

function open(body: string, encode = utf16): Registry {
  const parsed = parseRegistryFile(encode(HEADER + body));
  if (parsed.kind !== 'value') throw new Error(JSON.stringify(parsed));
  return parsed.value;
}

const CONSENT = 'HKEY_CURRENT_USER\\Software\\ConsentStore\\webcam';

const EVERY_TYPE = `[${CONSENT}]
@="the default"
"Value"="Deny"
"Path"="C:\\\\Program Files\\\\x \\"quoted\\".exe"
"Dword"=dword:0000000a
"Qword"=hex(b):00,80,3e,d5,de,b1,9d,01
"Expand"=hex(2):25,00,41,00,25,00,00,00
"Multi"=hex(7):61,00,00,00,62,00,63,00,00,00,00,00
"Binary"=hex:01,02,\\
  03,04
"None"=hex(0):
"Empty"=""
"Other"=hex(a):ff
"HexDword"=hex(4):01,00,00,00
; a comment

[${CONSENT}\\NonPackaged]
"Value"="Allow"

[HKEY_LOCAL_MACHINE\\Software\\[odd] name]
"Lines"="first
second"
`.replaceAll('\n', '\r\n');

describe('a regedit export', () => {
  test.each([
    ['', { type: 'REG_SZ', data: 'the default' }],
    ['value', { type: 'REG_SZ', data: 'Deny' }],
    ['PATH', { type: 'REG_SZ', data: 'C:\\Program Files\\x "quoted".exe' }],
    ['Dword', { type: 'REG_DWORD', data: 10 }],
    ['Qword', { type: 'REG_QWORD', data: 0x019db1ded53e8000n }],
    ['Expand', { type: 'REG_EXPAND_SZ', data: '%A%' }],
    ['Multi', { type: 'REG_MULTI_SZ', data: ['a', 'bc'] }],
    ['Binary', { type: 'REG_BINARY', data: Uint8Array.of(1, 2, 3, 4) }],
    ['None', { type: 'REG_NONE', data: Uint8Array.of() }],
    ['Empty', { type: 'REG_SZ', data: '' }],
    ['Other', { type: 'other', number: 10, data: Uint8Array.of(255) }],
    ['HexDword', { type: 'REG_DWORD', data: 1 }],
  ])('gives the value %j', (name, expected) => {
    expect(open(EVERY_TYPE).value(CONSENT.toLowerCase(), name)).toEqual(value(expected));
  });

  test('is read by the short names of its roots, and in any case', () => {
    expect(open(EVERY_TYPE).value('hkcu\\SOFTWARE\\consentstore\\WebCam\\nonpackaged', 'VALUE')).toEqual(
      value({ type: 'REG_SZ', data: 'Allow' }),
    );
  });

  test('lists keys under a key, also under one that it does not name itself', () => {
    expect(open(EVERY_TYPE).subkeys(CONSENT)).toEqual(value(['NonPackaged']));
    expect(open(EVERY_TYPE).subkeys('HKLM\\Software')).toEqual(value(['[odd] name']));
    expect(open(EVERY_TYPE).subkeys('HKLM\\System')).toEqual(absent);
  });

  test('keeps line ends inside a string', () => {
    expect(open(EVERY_TYPE).value('HKLM\\Software\\[odd] name', 'lines')).toEqual(
      value({ type: 'REG_SZ', data: 'first\nsecond' }),
    );
  });

  test('may be UTF-8, with or without a mark', () => {
    const body = `[HKEY_CURRENT_USER\\X]\n"Ü"="é"\n`;
    for (const mark of ['', '\uFEFF']) {
      const registry = open(body, (text) => Buffer.from(mark + text, 'utf8'));
      expect(registry.value('HKCU\\X', 'ü')).toEqual(value({ type: 'REG_SZ', data: 'é' }));
    }
  });

  test('with a value that is none of its type is read but for that', () => {
    const registry = open('[HKEY_CURRENT_USER\\X]\n"A"=hex(b):01\n"B"="2"\n[HKEY_CURRENT_USER\\Y]\n"C"="3"\n');
    expect(registry.value('HKCU\\X', 'A')).toEqual(unreadable('registry.reg line 4: a QWORD has 8 bytes'));
    expect(registry.value('HKCU\\X', 'B')).toEqual(value({ type: 'REG_SZ', data: '2' }));
    expect(registry.value('HKCU\\Y', 'C')).toEqual(value({ type: 'REG_SZ', data: '3' }));
  });

  test('takes back deleted values and keys', () => {
    const registry = open(
      '[HKEY_CURRENT_USER\\X]\n"A"="1"\n"A"=-\n[HKEY_CURRENT_USER\\X\\Y]\n"B"="2"\n[-HKEY_CURRENT_USER\\X\\Y]\n"B"="3"\n',
    );
    expect(registry.value('HKCU\\X', 'A')).toEqual(absent);
    expect(registry.subkeys('HKCU\\X')).toEqual(value([]));
  });

  test.each([
    ['nothing', '', /line 1: it is not a regedit export/],
    ['something else', '{"a":1}', /line 1: it is not a regedit export/],
    ['an open key', `${HEADER}[HKEY_CURRENT_USER\\X`, /line 3: cut off in the middle of a key/],
    ['an open string', `${HEADER}[HKEY_CURRENT_USER\\X]\r\n"A"="abc`, /line 4: cut off in the middle of a value/],
    ['an open byte list', `${HEADER}[HKEY_CURRENT_USER\\X]\r\n"A"=hex:01,\\`, /line 4: cut off in the middle/],
    ['a value without data', `${HEADER}[HKEY_CURRENT_USER\\X]\r\n"A"=`, /line 4: its value is malformed/],
    ['half a number', `${HEADER}[HKEY_CURRENT_USER\\X]\r\n"A"=dword:0000`, /line 4: its value is malformed/],
    ['half a name', `${HEADER}[HKEY_CURRENT_USER\\X]\r\n"A`, /line 4: it is neither a key nor a value/],
    ['a value before a key', `${HEADER}"A"="1"`, /line 3: a value stands before the first key/],
    ['a short QWORD', `${HEADER}[HKEY_CURRENT_USER\\X]\r\n"A"=hex(b):01`, /line 4: a QWORD has 8 bytes/],
  ])('%s is unreadable, with the line', (_name, text, why) => {
    const parsed = parseRegistryFile(Buffer.from(text, 'utf8'));
    expect(parsed.kind === 'unreadable' && parsed.why).toMatch(why);
  });

  test('cut off in the middle of a character is unreadable', () => {
    expect(parseRegistryFile(utf16(HEADER).subarray(0, -1)).kind).toBe('unreadable');
  });

  /** Wherever a real export is cut, it is unreadable or says no more than it did: never another value. */
  test('cut off anywhere never changes a value', () => {
    const whole = open(EVERY_TYPE);
    const bytes = utf16(HEADER + EVERY_TYPE);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length }), (length) => {
        const cut = parseRegistryFile(bytes.subarray(0, length));
        if (cut.kind !== 'value') return;
        const found = cut.value.value(CONSENT, 'Value');
        expect([absent, whole.value(CONSENT, 'Value')]).toContainEqual(found);
      }),
    );
  });

  test.each([
    ['a value of many lines', `"A"=hex:${'00,01,02,03,\\\r\n'.repeat(60_000)}ff\r\n`, 'value'],
    ['a string that never ends', `"A"="x\r\n${'line\r\n'.repeat(60_000)}`, 'unreadable'],
    ['a byte list that never ends', `"A"=hex:${'00,\\\r\n'.repeat(60_000)}`, 'unreadable'],
  ])('with %s is parsed in a time that grows with its length only', (_name, body, kind) => {
    const bytes = Buffer.from(`${HEADER}[HKEY_CURRENT_USER\\X]\r\n${body}`, 'utf8');
    const started = performance.now();
    expect(parseRegistryFile(bytes).kind).toBe(kind);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('of any bytes never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(['value', 'unreadable']).toContain(parseRegistryFile(bytes).kind);
      }),
    );
  });
});
