/** More nesting than any file we read has, and far from what exhausts the stack. */
const DEEPEST = 64;

/** The parser takes some ten microseconds for each. */
const MOST_ELEMENTS = 50_000;

const HOLDERS: ReadonlySet<string> = new Set(['plist', 'dict', 'array']);
const LEAVES: ReadonlySet<string> = new Set(['key', 'string', 'integer', 'real', 'date', 'data', 'true', 'false']);

/** The whole of the XML that a property list is written in: no attribute but the version, no entities of its own. */
const TOKEN =
  /(?<aside><!--[\s\S]*?-->)|<!\[CDATA\[(?<raw>[\s\S]*?)\]\]>|(?<head><\?xml[^>]*\?>|<!DOCTYPE\s+plist[^[>]*>)|<(?<end>\/?)(?<name>[a-z]+)(?:\s+version="[^"<>]*")?\s*(?<empty>\/?)>|(?<text>[^<]+)/y;

const UNKNOWN_ENTITY = /&(?!(?:lt|gt|amp|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/;

export type CheckedXml =
  | { readonly kind: 'checked'; readonly text: string }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * The text without its comments, once it is sure to be a property list in XML: its tags in order, one value at the top,
 * a key before every value of a dictionary, not nested too deeply. A document type that declares entities is refused:
 * they can unfold into more than the memory holds. The parser itself minds none of this.
 *
 * @see https://www.apple.com/DTDs/PropertyList-1.0.dtd
 */
export function checkXmlPlist(text: string): CheckedXml {
  const outline = new Outline();
  const kept: string[] = [];
  for (let place = 0; place < text.length; place = TOKEN.lastIndex) {
    TOKEN.lastIndex = place;
    const match = TOKEN.exec(text);
    if (match === null) return { kind: 'refused', why: `it is not the XML of one, at position ${place}` };
    const why = outline.take(match.groups ?? {});
    if (why !== null) return { kind: 'refused', why };
    // The parser would take a comment at the beginning of a key for the key.
    if (match.groups?.['aside'] === undefined) kept.push(match[0]);
  }
  return outline.done ? { kind: 'checked', text: kept.join('') } : { kind: 'refused', why: 'it has no end' };
}

interface Element {
  readonly name: string;
  children: number;
}

/** The elements that are open at one point of the text. Each method gives the reason why it may not go on so, or null. */
class Outline {
  readonly #open: Element[] = [];
  #elements = 0;
  done = false;

  take({ raw, head, name, end, empty, text }: Readonly<Partial<Record<string, string>>>): string | null {
    if (raw !== undefined) return this.#raw();
    if (text !== undefined) return this.#text(text);
    if (head !== undefined) return this.#elements > 0 ? 'a declaration does not stand at its beginning' : null;
    if (name === undefined) return null;
    if (this.done) return 'something follows its end';
    return end === '/' ? this.#leave(name, empty === '/') : this.#enter(name, empty === '/');
  }

  #enter(name: string, empty: boolean): string | null {
    const inside = this.#open.at(-1);
    if (!HOLDERS.has(name) && !LEAVES.has(name)) return 'it has an element that does not belong';
    if ((name === 'plist') !== (inside === undefined)) return 'its first element is not plist';
    if (inside !== undefined && LEAVES.has(inside.name)) return 'an element stands inside a text';
    const wantsKey = inside?.name === 'dict' && inside.children % 2 === 0;
    if ((name === 'key') !== wantsKey) return 'its keys and values do not alternate';
    if (this.#open.length > DEEPEST) return 'it is nested too deeply';
    this.#elements += 1;
    if (this.#elements > MOST_ELEMENTS) return `it has more than ${MOST_ELEMENTS} elements`;
    if (inside !== undefined) inside.children += 1;
    this.#open.push({ name, children: 0 });
    return empty ? this.#leave(name, false) : null;
  }

  #leave(name: string, empty: boolean): string | null {
    const left = this.#open.pop();
    if (left?.name !== name || empty) return 'its tags are not in order';
    if (name === 'plist' && left.children !== 1) return 'it does not hold one value';
    if (name === 'dict' && left.children % 2 === 1) return 'a key has no value';
    this.done = this.#open.length === 0;
    return null;
  }

  #text(text: string): string | null {
    const inside = this.#open.at(-1)?.name;
    if (inside === undefined || HOLDERS.has(inside))
      return text.trim() === '' ? null : 'a text stands where none belongs';
    return UNKNOWN_ENTITY.test(text) ? 'it has an entity that is not known' : null;
  }

  /** The parser would lose it in a key or a number. */
  #raw(): string | null {
    return this.#open.at(-1)?.name === 'string' ? null : 'a text stands where none belongs';
  }
}
