import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePreferences } from '../../../../main/parse/mozilla-preferences.ts';

const NAMES = new Set(['a', 'b', "it's"]);

function parse(text: string) {
  const read = parsePreferences('prefs.js', Buffer.from(text), NAMES);
  return read.kind === 'value' ? Object.fromEntries(read.value) : read;
}

describe('a file of preferences', () => {
  test.each([
    ['', {}],
    ['// only a comment', {}],
    ['user_pref("a", 2);', { a: 2 }],
    ['user_pref("a", -2);user_pref("b",+3);', { a: -2, b: 3 }],
    ['user_pref("a", true);\r\nuser_pref("b", false);\r\n', { a: true, b: false }],
    ['user_pref("a", 1);\nuser_pref("a", 2);', { a: 2 }],
    ["user_pref('a', 'x\\'y');", { a: "x'y" }],
    ['user_pref("it\\x27s", "\\u0041\\n\\\\");', { "it's": 'A\n\\' }],
    ['user_pref("c", 1);', {}],
    ['// user_pref("a", 1);\n# user_pref("a", 1);\n/* user_pref("a", 1); */', {}],
    ['/* begins\nuser_pref("a", 1);\n*/user_pref /* x */ ( "b" , // y\n 2 ) ;', { b: 2 }],
    ['user_pref("c", "user_pref(\\"a\\", 1);");', {}],
    ['user_pref("c", "one\nuser_pref(\'a\', 1);\n");', {}],
    ['user_pref("c", "/*"); user_pref("a", 1); user_pref("c", "*/");', { a: 1 }],
  ])('%j', (text, held) => {
    expect(parse(text)).toEqual(held);
  });

  test.each([
    ['user_pref("a", 2', 1],
    ['user_pref("a", 2);\nuser_pref("b", "cut', 2],
    ['user_pref("a", 2);\nuser_p', 2],
    ['user_pref("a", 2)', 1],
    ['/* never ends', 1],
    ['user_pref("a", 2.5);', 1],
    ['user_pref("a", 99999999999);', 1],
    ['user_pref("a", null);', 1],
    ['user_pref("a", truely);', 1],
    ['user_pref(a, 1);', 1],
    ['user_pref("a", "\\q");', 1],
    ['user_pref("a", "\\x4");', 1],
    ['user_pref("a", "x\0y");', 1],
    ['lockPref("a", 1);', 1],
    ['\n\n<!doctype html>', 3],
  ])('%j is unreadable, with the line', (text, line) => {
    const why = `prefs.js: it is not a list of preferences, at line ${line}`;
    expect(parse(text)).toEqual({ kind: 'unreadable', why });
  });

  test('that is not UTF-8 is unreadable', () => {
    const read = parsePreferences('prefs.js', Uint8Array.of(0x2f, 0x2f, 0xff), NAMES);
    expect(read).toEqual({ kind: 'unreadable', why: 'prefs.js: it is not UTF-8 text' });
  });

  test('of any text is a value or unreadable', () => {
    const piece = fc.constantFrom('user_pref(', '"a"', ',', '1', ');', '/*', '*/', '//', '\n', '\\', "'", '"', '#');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          expect(['value', 'unreadable']).toContain(parsePreferences('f', Buffer.from(text), NAMES).kind);
        },
      ),
    );
  });
});
