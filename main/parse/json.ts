import { type Reading, thenReading, unreadable, value } from '../../core/reading.ts';

/** UTF-8 text; anything else is `unreadable` rather than text with holes in it. */
export function decodeText(path: string, bytes: Uint8Array): Reading<string> {
  try {
    return value(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return unreadable(`${path}: it is not UTF-8 text`);
  }
}

/** JSON as the file holds it, not yet checked against a schema. */
export function parseJson(path: string, bytes: Uint8Array): Reading<unknown> {
  return thenReading(decodeText(path, bytes), (text) => parseJsonText(path, text));
}

export function parseJsonText(from: string, text: string): Reading<unknown> {
  try {
    const content: unknown = JSON.parse(text);
    return value(content);
  } catch (error) {
    // The parser quotes the text around the fault, which may hold anything; the place alone is enough.
    const place = /position \d+(?: \(line \d+ column \d+\))?/.exec(String(error))?.[0] ?? 'its end';
    return unreadable(`${from}: it is not JSON, at ${place}`);
  }
}
