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

  test.each(causes)('%s ends in what to do', (id) => {
    expect(Object.keys(en.cause)).toContain(id);
    const { title, fix } = Object.entries(en.cause).find(([key]) => key === id)?.[1] ?? { title: '', fix: '' };
    expect(title).toMatch(/\.$/);
    expect(fix).toMatch(/\.$/);
    expect(title).not.toMatch(/error|denied|getUserMedia|NotAllowed/i);
  });
});
