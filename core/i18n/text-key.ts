import { en } from './en.ts';
import { KEY_SEPARATOR, type TextKey } from './translate.ts';

/** The key that these parts make; parts that make none are a bug of whoever put them together. */
export function textKey(...parts: readonly string[]): TextKey {
  const key = parts.join(KEY_SEPARATOR);
  if (!isTextKey(key)) throw new TypeError(`There is no text for ${key}`);
  return key;
}

function isTextKey(key: string): key is TextKey {
  let place: unknown = en;
  for (const part of key.split(KEY_SEPARATOR)) {
    if (typeof place !== 'object' || place === null || !Object.hasOwn(place, part)) return false;
    place = Reflect.get(place, part);
  }
  return typeof place === 'string';
}
