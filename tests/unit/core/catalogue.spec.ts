import { describe, expect, test } from 'vitest';
import { CAUSES } from '../../../core/causes/catalogue.ts';
import { LAYERS } from '../../../core/causes/layers.ts';
import { en } from '../../../core/i18n/en.ts';

const LETTERS = {
  management: 'P',
  service: 'V',
  device: 'D',
  system: 'S',
  application: 'A',
  browser: 'B',
  site: 'W',
  'in-use': 'U',
  signal: 'Q',
} as const;

describe('the catalogue of causes', () => {
  const causes = Object.entries(CAUSES);

  test('has every code once', () => {
    const codes = causes.map(([, { code }]) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test.each(causes)('%s is numbered in its layer', (_id, { code, layer }) => {
    const before = causes.filter(([, other]) => other.layer === layer).map(([, other]) => other.code);
    expect(code).toBe(`${LETTERS[layer]}${String(before.indexOf(code) + 1).padStart(2, '0')}`);
  });

  test('stands in the order of the layers', () => {
    const order = causes.map(([, { layer }]) => LAYERS.indexOf(layer));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  /** Ids and codes are a contract with the people who were told them: changing one is a mistake, not a change. */
  test('never changes what it once said', () => {
    expect(Object.fromEntries(causes.map(([id, { code }]) => [code, id]))).toMatchSnapshot();
  });

  test.each(causes)('%s is told in a sentence, why, and what to do', (id) => {
    expect(Object.keys(en.cause)).toContain(id);
    const nothing = { title: '', why: '', fix: '' };
    const { title, why, fix } = Object.entries(en.cause).find(([key]) => key === id)?.[1] ?? nothing;
    for (const sentence of [title, why, fix]) expect(sentence).toMatch(/\.$/);
    // It stands under the sentence, and takes no more room than that.
    expect(why.length).toBeLessThan(110);
    expect(new Set([title, why, fix]).size).toBe(3);
    expect(title).not.toMatch(/error|denied|getUserMedia|NotAllowed/i);
  });
});
