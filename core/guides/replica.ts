import type { enReplicas } from '../i18n/en-replicas.ts';
import type { Guide } from './guide.ts';
import type { System } from './system.ts';

/** A text of a drawing, by its key in `i18n`. `{{device}}`, `{{label}}`, `{{medium}}`, `{{program}}` and `{{site}}` are filled in. */
export type Label = keyof typeof enReplicas;

/** The window that a drawing looks like; its frame and colours are the renderer’s. */
export const LOOKS = [
  'windows-11',
  'windows-10',
  'console',
  'sound-panel',
  'macos-settings',
  'macos-preferences',
  'macos-desktop',
  'chromium',
  'edge',
  'firefox',
] as const;

export type Look = (typeof LOOKS)[number];

/** A small picture beside a text, by what it means. */
export type Sign =
  | 'accessibility'
  | 'account'
  | 'apple'
  | 'apps'
  | 'bell'
  | 'bluetooth'
  | 'brush'
  | 'camera'
  | 'clock'
  | 'close'
  | 'computer'
  | 'display'
  | 'game'
  | 'gear'
  | 'globe'
  | 'hand'
  | 'home'
  | 'hourglass'
  | 'image'
  | 'keyboard'
  | 'location'
  | 'lock'
  | 'microphone'
  | 'moon'
  | 'network'
  | 'program'
  | 'reload'
  | 'reset'
  | 'search'
  | 'shield'
  | 'sound'
  | 'tune'
  | 'update'
  | 'voice';

/** The camera or the microphone, whichever a drawing is about, or the same crossed out. */
type MediumSign = 'medium' | 'medium-off';

/** What a hand does at a control. `see` is nothing to press: a person is to look for it; `unlock` only where all is grey. */
export type Deed = 'press' | 'right-click' | 'double-click' | 'choose' | 'off-and-on' | 'drag' | 'see' | 'unlock';

/** That a control is to be pressed: how, and its place in the order of all that are, beginning with 1. */
export interface Press {
  readonly at: number;
  readonly deed: Deed;
}

export interface Control {
  readonly text: Label;
  readonly press?: Press | undefined;
  readonly sign?: Sign | MediumSign;
  /** Grey, as long as something above it is off. */
  readonly dimmed?: boolean;
}

/** How many grey lines or entries are drawn. */
export type Few = 1 | 2 | 3;

/** What stands on a page, from its top to its bottom. */
export type Row =
  | { readonly kind: 'heading'; readonly text: Label }
  | { readonly kind: 'note'; readonly text: Label }
  /** Words that nobody has to read, drawn as so many grey lines. */
  | Lines
  /** A list that nobody has to read, drawn as so many grey entries, under what it is a list of where the page says so. */
  | {
      readonly kind: 'placeholder';
      readonly text?: Label;
      readonly count: Few;
      readonly sign?: Sign;
      readonly on: boolean;
    }
  | (Control & {
      readonly kind: 'switch';
      readonly on: boolean;
      /** Lines of description under it. */
      readonly lines?: Few | undefined;
      /** Belongs to the row above it, as a program does to the switch for all. */
      readonly inner?: boolean;
    })
  | (Control & {
      readonly kind: 'checkbox' | 'radio';
      readonly on: boolean;
      /** Goes out because another one of the same list is pressed. */
      readonly yields?: boolean;
    })
  | (Control & { readonly kind: 'button'; readonly main?: boolean })
  /** A text with a button at its end, or the address of a browser with the small pictures at its beginning. */
  | {
      readonly kind: 'beside' | 'address';
      readonly text: Label;
      readonly sign?: Sign | MediumSign;
      readonly rows: readonly Row[];
    }
  /** A list to choose from, closed, with what is chosen now, and what is in the end where that is not the same. */
  | (Control & { readonly kind: 'dropdown'; readonly value: Label; readonly after?: Label })
  /** From 0 to 100: one to move, and one that moves by itself. */
  | (Control & { readonly kind: 'slider' | 'level'; readonly value: number })
  /** The loudspeaker that a press crosses out. */
  | (Control & { readonly kind: 'mute'; readonly crossed: boolean })
  /** A small picture, whose text is not on the screen. */
  | (Control & { readonly kind: 'icon' })
  /** An entry of a list that is chosen, or that leads further. */
  | (Control & { readonly kind: 'entry'; readonly note?: Label; readonly badge?: Badge; readonly selected?: boolean })
  /** An entry of a tree, by how far in it stands. */
  | (Control & {
      readonly kind: 'node';
      readonly depth: 0 | 1 | 2;
      readonly open?: boolean;
      readonly badge?: Badge;
      readonly selected?: boolean;
    })
  | { readonly kind: 'table'; readonly columns: readonly Label[]; readonly rows: readonly Cells[] }
  | Cells
  | { readonly kind: 'tabs'; readonly rows: readonly Tab[] }
  | Tab
  /** A menu that has come up at the row above it. */
  | { readonly kind: 'menu'; readonly rows: readonly (Item | Lines)[] }
  | Item
  /** Rows in one frame, side by side where they are `buttons`, or `panes` as high as each other. */
  | { readonly kind: 'group' | 'buttons' | 'panes'; readonly text?: Label; readonly rows: readonly Row[] }
  /** A small window that has come up in front. */
  | { readonly kind: 'dialog'; readonly text?: Label; readonly rows: readonly Row[] };

/** What is wrong with a device, as a small mark at its picture: switched off, or not working. */
export type Badge = 'off' | 'warning';

interface Lines {
  readonly kind: 'lines';
  readonly count: Few;
}

type Cells = Control & { readonly kind: 'cells'; readonly cells: readonly Label[]; readonly selected?: boolean };
type Tab = Control & { readonly kind: 'tab'; readonly selected?: boolean };
export type Item = Control & { readonly kind: 'item'; readonly ticked?: boolean };

/** An entry at the side of a window, or a heading over some of them. */
export interface SideEntry {
  readonly text: Label;
  readonly sign?: Sign;
  readonly selected?: boolean;
  readonly heading?: boolean;
}

/**
 * A settings page as data, drawn by the renderer and never photographed: which window, where in it, and what stands there,
 * with what is to be pressed marked. Switches stand as they do while the trouble lasts.
 */
export interface Replica {
  readonly look: Look;
  /** Where the page is, from the window’s name to its own. */
  readonly path: readonly [Label, ...Label[]];
  /** What a browser has over its page. */
  readonly top?: readonly Row[];
  readonly side?: readonly SideEntry[];
  readonly rows: readonly Row[];
}

/** What is drawn for a way: null where there is no page, and by the system where one guide is for several that look different. */
export type Drawing = Replica | ((system: System) => Replica) | null;

/** A drawing for every way of every guide. */
export type ReplicasOf<G extends Readonly<Record<string, Guide>>> = {
  readonly [I in keyof G]: { readonly [W in keyof G[I]['ways']]: Drawing };
};

/** Rows, and those in them. */
function allRows(rows: readonly Row[]): readonly Row[] {
  return rows.flatMap((row) => [row, ...('rows' in row ? allRows(row.rows) : [])]);
}

/** Every row of a drawing. */
export function rowsOf({ top = [], rows }: Replica): readonly Row[] {
  return allRows([...top, ...rows]);
}

/** What is to be pressed, in order. */
export function pressedIn(replica: Replica): readonly (Press & { readonly text: Label })[] {
  return rowsOf(replica)
    .flatMap((row) => ('press' in row && row.press !== undefined ? [{ ...row.press, text: row.text }] : []))
    .toSorted((one, other) => one.at - other.at);
}
