/** More nesting than any file we read has, and far from what exhausts the stack. */
const DEEPEST = 64;

/** Objects and letters to make in all. An object may be referred to often, so that a small file can ask for billions. */
const MOST = 2_000_000;

const HEADER = 8;
const TRAILER = 32;

const PROTOTYPE = '__proto__';

/**
 * Why these bytes are no binary property list that is safe to parse; null if they are. Every object is walked as the
 * parser will walk it, with its bounds, its depth, and the sum of the work.
 *
 * The file is a header, the objects, a table of their offsets, and a trailer of 32 bytes that says how wide the numbers
 * are: bytes 6 and 7 the width of an offset and of a reference, then three numbers of 8 bytes, the count of objects, the
 * object at the top, and where the table begins. An object begins with its kind and, in the low half of the byte, its size.
 *
 * @see https://opensource.apple.com/source/CF/CF-1153.18/CFBinaryPList.c.auto.html
 */
export function whyNotBinaryPlist(bytes: Uint8Array): string | null {
  try {
    new Walk(bytes).run();
    return null;
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}

class Refused extends Error {}

function refuse(why: string): never {
  throw new Refused(why);
}

class Walk {
  readonly #view: DataView;
  readonly #end: number;
  readonly #table: number;
  readonly #count: number;
  readonly #offsetWidth: number;
  readonly #refWidth: number;
  readonly #top: number;
  #made = 0;

  constructor(bytes: Uint8Array) {
    if (bytes.length < HEADER + TRAILER + 1) refuse('it is too short');
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#end = bytes.length - TRAILER;
    this.#offsetWidth = this.#view.getUint8(this.#end + 6);
    this.#refWidth = this.#view.getUint8(this.#end + 7);
    this.#count = this.#number(this.#end + 8, 8, bytes.length);
    this.#top = this.#number(this.#end + 16, 8, bytes.length);
    this.#table = this.#number(this.#end + 24, 8, bytes.length);
    if (this.#table < HEADER || this.#table + this.#count * this.#offsetWidth > this.#end) {
      refuse('it has fewer objects than it says');
    }
  }

  run(): void {
    this.#object(this.#top, 0);
  }

  #object(index: number, depth: number): 'text' | 'other' {
    if (index >= this.#count) refuse('it refers to an object that it does not have');
    if (depth > DEEPEST) refuse('it is nested too deeply');
    this.#make(1);
    const start = this.#start(index);
    if (start < HEADER || start >= this.#table) refuse('an object lies outside of it');
    const marker = this.#view.getUint8(start);
    const kind = marker >> 4;
    const low = marker & 0x0f;
    switch (kind) {
      case 0x0:
        return 'other';
      case 0x1:
      case 0x2:
      case 0x3:
        // The parser misreads numbers of 16 bytes.
        if (low > 3) refuse('a number is too large');
        this.#within(start + 1, 1 << low);
        return 'other';
      case 0x8:
        this.#within(start + 1, low + 1);
        return 'other';
      default:
        return this.#sized(kind, start, depth);
    }
  }

  /** Kinds with a count, which stands in a number of its own where it is 15 or more. */
  #sized(kind: number, start: number, depth: number): 'text' | 'other' {
    const { size, at } = this.#size(start);
    switch (kind) {
      case 0x4:
        this.#within(at, size);
        return 'other';
      case 0x5:
      case 0x6:
        this.#within(at, kind === 0x5 ? size : size * 2);
        this.#make(size);
        return 'text';
      case 0xa:
        this.#within(at, size * this.#refWidth);
        for (let place = 0; place < size; place += 1) this.#object(this.#reference(at, place), depth + 1);
        return 'other';
      case 0xd:
        this.#dictionary(at, size, depth);
        return 'other';
      default:
        return refuse('an object is of a kind that does not exist');
    }
  }

  #size(start: number): { readonly size: number; readonly at: number } {
    const low = this.#view.getUint8(start) & 0x0f;
    if (low !== 0x0f) return { size: low, at: start + 1 };
    const marker = this.#view.getUint8(start + 1);
    if (marker >> 4 !== 0x1) refuse('an object has no size');
    const width = 1 << (marker & 0x0f);
    return { size: this.#number(start + 2, width, this.#table), at: start + 2 + width };
  }

  #dictionary(at: number, size: number, depth: number): void {
    this.#within(at, size * 2 * this.#refWidth);
    for (let place = 0; place < size; place += 1) {
      const key = this.#reference(at, place);
      if (this.#object(key, depth + 1) !== 'text') refuse('a key is not text');
      if (this.#isPrototype(key)) refuse('a key is __proto__');
      this.#object(this.#reference(at, size + place), depth + 1);
    }
  }

  #reference(at: number, place: number): number {
    return this.#number(at + place * this.#refWidth, this.#refWidth, this.#table);
  }

  #make(things: number): void {
    this.#made += things;
    if (this.#made > MOST) refuse('it unfolds into too much');
  }

  #within(at: number, length: number): void {
    if (at + length > this.#table) refuse('an object is longer than the file');
  }

  #number(at: number, width: number, end: number): number {
    if (at + width > end) refuse('a number lies outside of it');
    if (width === 1) return this.#view.getUint8(at);
    if (width === 2) return this.#view.getUint16(at);
    if (width === 4) return this.#view.getUint32(at);
    if (width === 8) return this.#view.getUint32(at) * 2 ** 32 + this.#view.getUint32(at + 4);
    return refuse('a number has a width that does not exist');
  }

  #start(index: number): number {
    return this.#number(this.#table + index * this.#offsetWidth, this.#offsetWidth, this.#end);
  }

  /** In ASCII or UTF-16: the parser would make its value the prototype of the dictionary. */
  #isPrototype(key: number): boolean {
    const { size, at } = this.#size(this.#start(key));
    const wide = this.#view.getUint8(this.#start(key)) >> 4 === 0x6;
    if (size !== PROTOTYPE.length) return false;
    return [...PROTOTYPE].every((letter, place) => {
      const code = wide ? this.#view.getUint16(at + place * 2) : this.#view.getUint8(at + place);
      return code === letter.charCodeAt(0);
    });
  }
}
