import { type Reading, thenReading, unreadable, value } from '../../core/reading.ts';
import { decodeText } from './json.ts';
import { whyNotBinaryPlist } from './plist-binary.ts';
import { checkXmlPlist } from './plist-xml.ts';

/**
 * A property list, XML or binary, not yet checked against a schema: dictionaries as objects, dates as `Date`, data as
 * `Uint8Array`. The library that parses it trusts its input, so the shape is checked first; what that refuses, and what
 * breaks all the same, is `unreadable`. The old OpenStep form is refused: no file we read has it.
 *
 * @see https://developer.apple.com/library/archive/documentation/Cocoa/Conceptual/PropertyLists/
 */
export async function parsePlist(path: string, bytes: Uint8Array): Promise<Reading<unknown>> {
  const { parse, parseBinary } = await import('plist');
  try {
    if (startsWith(bytes, 'bplist')) {
      const why = whyNotBinaryPlist(bytes);
      return why === null ? value(parseBinary(bytes)) : unreadable(`${path}: it is no property list: ${why}`);
    }
    return thenReading(decodeText(path, bytes), (text) => {
      const checked = checkXmlPlist(text);
      if (checked.kind === 'refused') return unreadable(`${path}: it is no property list: ${checked.why}`);
      return value(parse(checked.text));
    });
  } catch {
    // The library quotes the file in some of its messages, which may hold anything.
    return unreadable(`${path}: it is no property list that can be parsed`);
  }
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((letter, place) => bytes[place] === letter.charCodeAt(0));
}
