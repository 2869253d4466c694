import type { Label, Press, Row, SideEntry, Sign } from '../replica.ts';

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

/** What the settings of a browser have at their side, with the one chosen that the page belongs to. */
export function areas(selected: Label, all: readonly (readonly [Label, Sign])[]): readonly SideEntry[] {
  return all.map(([text, sign]) => ({ text, sign, selected: text === selected }));
}
