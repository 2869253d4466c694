import type { en } from './en.ts';

/** Between the parts of a key: cause ids hold dots themselves. */
export const KEY_SEPARATOR = '/';

type Leaves<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Leaves<T[K], `${P}${K}${typeof KEY_SEPARATOR}`>;
}[keyof T & string];

/** Path of a text, e.g. `summary/promise` or `cause/device.none/title`. */
export type TextKey = Leaves<typeof en>;

/** The text of a key in the person’s language, with `{{names}}` filled in. */
export type Translate = (key: TextKey, words?: Readonly<Record<string, string>>) => string;
