import type { ReactNode } from 'react';
import { t } from '../words.ts';

/** As many of a list as a page bears, and as many signs of a text. */
const MOST_ITEMS = 100;
const MOST_SIGNS = 600;

/** The beginning of a list, and how much more there is. */
export function Limited<T>({ of, children }: { of: readonly T[]; children: (item: T, place: number) => ReactNode }) {
  const rest = of.length - MOST_ITEMS;
  return (
    <>
      {of.slice(0, MOST_ITEMS).map(children)}
      {rest > 0 && <li className="more">{t('views/more', { count: String(rest) })}</li>}
    </>
  );
}

/** The beginning of a text, and how much more there is. */
export function Long({ text }: { text: string }) {
  const rest = text.length - MOST_SIGNS;
  return (
    <>
      {text.slice(0, MOST_SIGNS)}
      {rest > 0 && <em>{t('views/longer', { count: String(rest) })}</em>}
    </>
  );
}
