import type { Label, Press, Row } from '../replica.ts';

/** Pressed as the so-manieth thing. */
export function press(at: number): Press {
  return { at, deed: 'press' };
}

/** What every browser has over its page: a way to load it again, and the address with what is left of it. */
export function toolbar(address: Label, left: readonly Row[] = [], reload?: number): readonly Row[] {
  return [
    {
      kind: 'icon',
      text: 'browser.reload',
      sign: 'reload',
      press: reload === undefined ? undefined : press(reload),
    },
    { kind: 'address', text: address, rows: left },
  ];
}
