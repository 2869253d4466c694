import type { Label, Press, Replica, Row, SideEntry } from '../replica.ts';

const SIDE: readonly SideEntry[] = [
  { text: 'macos.network', sign: 'network' },
  { text: 'macos.bluetooth', sign: 'bluetooth' },
  { text: 'macos.notifications', sign: 'bell' },
  { text: 'macos.sound', sign: 'sound' },
  { text: 'macos.focus', sign: 'moon' },
  { text: 'macos.screen-time', sign: 'hourglass' },
  { text: 'macos.general', sign: 'gear' },
  { text: 'macos.accessibility', sign: 'accessibility' },
  { text: 'macos.privacy-and-security', sign: 'hand' },
];

function page(path: readonly Label[], rows: readonly Row[]): Replica {
  return {
    look: 'macos-settings',
    path: ['macos.system-settings', ...path],
    side: SIDE.map((entry) => (entry.text === path[0] ? { ...entry, selected: true } : entry)),
    rows,
  };
}

/** What macOS says once an app is let in that runs already. */
export function reopening(at: number, button: Label): Row {
  return {
    kind: 'dialog',
    rows: [
      { kind: 'lines', count: 2 },
      {
        kind: 'buttons',
        rows: [
          { kind: 'button', text: 'macos.later' },
          { kind: 'button', text: button, main: true, press: { at, deed: 'press' } },
        ],
      },
    ],
  };
}

/**
 * The list of apps of a page of Privacy & Security.
 *
 * @see https://support.apple.com/guide/mac-help/mchlf6d108da/mac
 */
export function listOfApps(list: 'macos.medium' | 'macos.full-disk-access', deed: 'press' | 'off-and-on'): Replica {
  const ofMedium = list === 'macos.medium';
  return page(
    ['macos.privacy-and-security', list],
    [
      {
        kind: 'group',
        rows: [
          { kind: 'note', text: ofMedium ? 'macos.allow-apps-medium' : 'macos.allow-apps-files' },
          {
            kind: 'switch',
            text: ofMedium ? 'macos.program' : 'macos.capture-doctor',
            sign: 'program',
            on: deed === 'off-and-on',
            press: { at: 1, deed },
          },
          { kind: 'placeholder', count: 2, sign: 'program', on: true },
          ...(ofMedium ? [] : [PLUS_AND_MINUS]),
        ],
      },
      reopening(2, 'macos.quit-and-reopen'),
    ],
  );
}

const PLUS_AND_MINUS: Row = {
  kind: 'buttons',
  rows: [
    { kind: 'button', text: 'macos.plus' },
    { kind: 'button', text: 'macos.minus' },
  ],
};

/** Screen Time, what “Content & Privacy” leads to under it, and the sheet of restrictions in front. */
export function screenTime(restrictions: 'macos.app-restrictions' | 'macos.app-and-feature-restrictions'): Replica {
  return page(
    ['macos.screen-time'],
    [
      {
        kind: 'group',
        rows: [
          { kind: 'entry', text: 'macos.app-limits', sign: 'hourglass' },
          { kind: 'entry', text: 'macos.content-and-privacy', sign: 'shield', press: { at: 1, deed: 'press' } },
        ],
      },
      {
        kind: 'group',
        rows: [
          { kind: 'switch', text: 'macos.content-and-privacy', on: true },
          { kind: 'entry', text: 'macos.store-restrictions' },
          { kind: 'entry', text: restrictions, press: { at: 2, deed: 'press' } },
        ],
      },
      {
        kind: 'dialog',
        rows: [
          {
            kind: 'group',
            rows: [
              { kind: 'switch', text: 'macos.allow-camera', on: false, press: { at: 3, deed: 'press' } },
              { kind: 'placeholder', count: 2, on: true },
            ],
          },
        ],
      },
    ],
  );
}

/** The list of profiles, and one of them open. It went under General in macOS 15. */
export function profiles(path: readonly Label[]): Replica {
  return page(path, [
    {
      kind: 'group',
      rows: [
        {
          kind: 'entry',
          text: 'example.profile',
          sign: 'gear',
          selected: true,
          press: { at: 1, deed: 'double-click' },
        },
        { kind: 'lines', count: 1 },
      ],
    },
    { kind: 'dialog', rows: insideProfile(2) },
  ]);
}

/** What a profile lays down, as far as it has to do with cameras and microphones. */
export function insideProfile(first: number): readonly Row[] {
  return [
    { kind: 'heading', text: 'example.profile' },
    { kind: 'lines', count: 2 },
    { kind: 'entry', text: 'macos.privacy', press: { at: first, deed: 'see' } },
    { kind: 'lines', count: 1 },
    { kind: 'entry', text: 'macos.restrictions', press: { at: first + 1, deed: 'see' } },
    { kind: 'lines', count: 1 },
  ];
}

/** What of the page of sound inputs a guide is about. */
export type SoundInput = 'connect' | 'volume' | 'choose';

/** Inputs and how loud they are, as both kinds of settings show them. `tabs` are those that the page itself has. */
export function soundInputs(about: SoundInput, tabs: readonly Label[]): readonly Row[] {
  const press = (one: SoundInput, deed: Press['deed'], at: number): Press | undefined =>
    about === one ? { at, deed } : undefined;
  return [
    {
      kind: 'tabs',
      rows: tabs.map((text) =>
        text === 'macos.input'
          ? { kind: 'tab', text, selected: true, press: { at: 1, deed: 'press' } }
          : { kind: 'tab', text },
      ),
    },
    {
      kind: 'group',
      rows: [
        {
          kind: 'table',
          columns: ['macos.name', 'macos.type'],
          rows: [
            { kind: 'cells', text: 'example.mac-microphone', cells: ['macos.built-in'], selected: about === 'volume' },
            {
              kind: 'cells',
              text: 'example.headset',
              cells: ['macos.usb'],
              selected: about !== 'volume',
              press: press('connect', 'see', 2) ?? press('choose', 'choose', 2),
            },
          ],
        },
        {
          kind: 'slider',
          text: 'macos.input-volume',
          value: about === 'volume' ? 0 : 70,
          press: press('volume', 'drag', 2),
        },
        {
          kind: 'level',
          text: 'macos.input-level',
          value: about === 'volume' ? 0 : 45,
          press: press('choose', 'see', 3),
        },
      ],
    },
  ];
}

export function soundSettings(about: SoundInput): Replica {
  return page(
    ['macos.sound'],
    [{ kind: 'heading', text: 'macos.output-and-input' }, ...soundInputs(about, ['macos.output', 'macos.input'])],
  );
}
