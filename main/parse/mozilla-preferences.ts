import { type Reading, thenReading, unreadable, value } from '../../core/reading.ts';
import { decodeText } from './json.ts';

export type PreferenceValue = string | number | boolean;

/**
 * The preferences of these names in a file of Mozilla’s form, `user_pref("name", value);` one after another, with
 * comments between. The last of a name counts. Firefox itself passes over what it cannot parse; here the whole file is
 * then `unreadable`, since what follows a fault, or is cut off, may be the very line that matters.
 *
 * @see https://searchfox.org/mozilla-central/source/modules/libpref/parser/src/lib.rs
 */
export function parsePreferences(
  path: string,
  bytes: Uint8Array,
  names: ReadonlySet<string>,
): Reading<ReadonlyMap<string, PreferenceValue>> {
  return thenReading(decodeText(path, bytes), (text) => {
    const scanner = new Scanner(text);
    const found = new Map<string, PreferenceValue>();
    try {
      while (!scanner.atEnd()) {
        scanner.expect('user_pref');
        scanner.expect('(');
        const name = scanner.string();
        scanner.expect(',');
        const held = scanner.value();
        scanner.expect(')');
        scanner.expect(';');
        if (names.has(name)) found.set(name, held);
      }
    } catch (error) {
      if (error instanceof Malformed)
        return unreadable(`${path}: it is not a list of preferences, at ${error.message}`);
      throw error;
    }
    return value(found);
  });
}

class Malformed extends Error {}

const ESCAPES: Readonly<Record<string, string>> = { '"': '"', "'": "'", '\\': '\\', n: '\n', r: '\r' };

class Scanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  atEnd(): boolean {
    this.#skip();
    return this.#at === this.#text.length;
  }

  expect(token: string): void {
    this.#skip();
    if (!this.#text.startsWith(token, this.#at)) this.#fail();
    this.#at += token.length;
  }

  value(): PreferenceValue {
    this.#skip();
    const [word] = this.#match(/[+-]?\d+(?!\w)|(?:true|false)(?!\w)/y) ?? [];
    if (word === undefined) return this.string();
    if (word === 'true' || word === 'false') return word === 'true';
    const number = Number(word);
    return number >= -0x8000_0000 && number <= 0x7fff_ffff ? number : this.#fail();
  }

  string(): string {
    this.#skip();
    const quote = this.#text[this.#at];
    if (quote !== '"' && quote !== "'") return this.#fail();
    const parts: string[] = [];
    const special = quote === '"' ? /["\\\0]/g : /['\\\0]/g;
    for (let from = this.#at + 1; ; from = this.#at) {
      special.lastIndex = from;
      const found = special.exec(this.#text);
      if (found === null) return this.#fail();
      parts.push(this.#text.slice(from, found.index));
      this.#at = found.index + 1;
      if (found[0] === quote) return parts.join('');
      parts.push(found[0] === '\\' ? this.#escape() : this.#fail());
    }
  }

  #escape(): string {
    const [, hex2, hex4, plain] = this.#match(/x([\da-fA-F]{2})|u([\da-fA-F]{4})|(["'\\nr])/y) ?? [];
    const hex = hex2 ?? hex4;
    if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
    return (plain === undefined ? undefined : ESCAPES[plain]) ?? this.#fail();
  }

  /** White space and comments. */
  #skip(): void {
    while (this.#match(/[ \t\r\n\v\f]+|#[^\r\n]*|\/\/[^\r\n]*/y) !== null || this.#skipBlock());
  }

  #skipBlock(): boolean {
    if (!this.#text.startsWith('/*', this.#at)) return false;
    const end = this.#text.indexOf('*/', this.#at + 2);
    if (end === -1) return this.#fail();
    this.#at = end + 2;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found !== null) this.#at = pattern.lastIndex;
    return found;
  }

  #fail(): never {
    throw new Malformed(`line ${this.#text.slice(0, this.#at).split(/\r\n|\r|\n/).length}`);
  }
}
