import type { Item, Label, Replica, Row } from '../replica.ts';

/** What is chosen in an open menu of the bar at the top of the screen; null is a line that nobody has to read. */
type Entry = Label | null;

/** The bar at the top of the screen, the menu `of` its first or second name open, and what that brings up. */
export function openMenu(
  path: Replica['path'],
  of: 'apple' | 'safari',
  entries: readonly Entry[],
  wanted: Label,
  rows: readonly Row[] = [],
): Replica {
  const names: readonly Label[] = [
    of === 'apple' ? 'macos.finder' : 'safari',
    'macos.file',
    'macos.edit',
    'macos.view',
  ];
  return {
    look: 'macos-desktop',
    path,
    rows: [
      {
        kind: 'menu',
        rows: [
          {
            kind: 'item',
            text: 'macos.apple-menu',
            sign: 'apple',
            press: of === 'apple' ? { at: 1, deed: 'press' } : undefined,
          },
          ...names.map(
            (text): Item => ({ kind: 'item', text, press: text === 'safari' ? { at: 1, deed: 'press' } : undefined }),
          ),
        ],
      },
      {
        kind: 'menu',
        rows: entries.map((text) =>
          text === null
            ? { kind: 'lines', count: 1 }
            : { kind: 'item', text, press: text === wanted ? { at: 2, deed: 'choose' } : undefined },
        ),
      },
      ...rows,
    ],
  };
}

/** The question of macOS, in front of whatever else is there. The button says “Allow” since macOS 15. */
export function question(
  asking: 'macos.capture-doctor-asks' | 'macos.program-asks',
  button: 'macos.ok' | 'macos.allow-it',
): Replica {
  return {
    look: 'macos-desktop',
    path: ['macos.question'],
    rows: [
      {
        kind: 'dialog',
        rows: [
          { kind: 'icon', text: 'macos.medium', sign: 'medium' },
          { kind: 'heading', text: asking },
          { kind: 'lines', count: 1 },
          {
            kind: 'buttons',
            rows: [
              { kind: 'button', text: 'macos.do-not-allow' },
              { kind: 'button', text: button, main: true, press: { at: 1, deed: 'press' } },
            ],
          },
        ],
      },
    ],
  };
}
