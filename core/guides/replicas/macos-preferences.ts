import type { Label, Press, Replica, Row, Sign } from '../replica.ts';
import { insideProfile, reopening, type SoundInput, soundInputs } from './macos-settings.ts';

function pane(path: readonly Label[], rows: readonly Row[]): Replica {
  return { look: 'macos-preferences', path: ['macos.system-preferences', ...path], rows };
}

function lock(deed: Press['deed']): Row {
  return {
    kind: 'buttons',
    rows: [
      { kind: 'icon', text: 'macos.lock', sign: 'lock', press: { at: 1, deed } },
      { kind: 'note', text: 'macos.click-the-lock' },
    ],
  };
}

const TABS: Row = {
  kind: 'tabs',
  rows: [
    { kind: 'tab', text: 'macos.general' },
    { kind: 'tab', text: 'macos.file-vault' },
    { kind: 'tab', text: 'macos.firewall' },
    { kind: 'tab', text: 'macos.privacy', selected: true },
  ],
};

const LISTS: readonly (readonly [Label, Sign | 'medium'])[] = [
  ['macos.location', 'location'],
  ['macos.medium', 'medium'],
  ['macos.accessibility', 'accessibility'],
  ['macos.full-disk-access', 'hand'],
];

/** The Privacy tab of Security & Privacy, with the list `chosen` at its left. */
function privacy(chosen: Label, apps: readonly Row[], rest: readonly Row[]): Replica {
  return pane(
    ['macos.security-and-privacy', 'macos.privacy', chosen],
    [
      TABS,
      {
        kind: 'panes',
        rows: [
          {
            kind: 'group',
            rows: LISTS.map(([text, sign]) => ({ kind: 'entry', text, sign, selected: text === chosen })),
          },
          { kind: 'group', rows: apps },
        ],
      },
      ...rest,
    ],
  );
}

/**
 * @param button what macOS calls it to quit an app that is let in: “Quit & Reopen” since 11
 * @see https://support.apple.com/guide/mac-help/mchlf6d108da/10.14/mac/10.14
 */
export function tickedApps(deed: 'press' | 'off-and-on', button: 'macos.quit-now' | 'macos.quit-and-reopen'): Replica {
  return privacy(
    'macos.medium',
    [
      { kind: 'note', text: 'macos.allow-apps-below-medium' },
      { kind: 'checkbox', text: 'macos.program', sign: 'program', on: deed === 'off-and-on', press: { at: 2, deed } },
      { kind: 'placeholder', count: 2, sign: 'program', on: true },
    ],
    [lock('unlock'), reopening(3, button)],
  );
}

export const fullDiskAccessPreferences: Replica = privacy(
  'macos.full-disk-access',
  [
    { kind: 'note', text: 'macos.allow-apps-below-files' },
    { kind: 'placeholder', count: 2, sign: 'program', on: false },
    {
      kind: 'buttons',
      rows: [
        { kind: 'button', text: 'macos.plus', press: { at: 2, deed: 'press' } },
        { kind: 'button', text: 'macos.minus' },
      ],
    },
  ],
  [
    lock('press'),
    {
      kind: 'dialog',
      rows: [
        { kind: 'lines', count: 1 },
        { kind: 'entry', text: 'macos.capture-doctor', sign: 'program', press: { at: 3, deed: 'choose' } },
        { kind: 'lines', count: 1 },
      ],
    },
  ],
);

export const screenTimePreferences: Replica = pane(
  ['macos.screen-time'],
  [
    {
      kind: 'panes',
      rows: [
        {
          kind: 'group',
          rows: [
            { kind: 'entry', text: 'macos.app-limits', sign: 'hourglass' },
            {
              kind: 'entry',
              text: 'macos.content-and-privacy',
              sign: 'shield',
              selected: true,
              press: { at: 1, deed: 'press' },
            },
          ],
        },
        {
          kind: 'group',
          rows: [
            {
              kind: 'tabs',
              rows: [
                { kind: 'tab', text: 'macos.content' },
                { kind: 'tab', text: 'macos.stores' },
                { kind: 'tab', text: 'macos.apps', selected: true, press: { at: 2, deed: 'press' } },
                { kind: 'tab', text: 'macos.other' },
              ],
            },
            { kind: 'note', text: 'macos.allow' },
            { kind: 'checkbox', text: 'macos.camera', on: false, press: { at: 3, deed: 'press' } },
            { kind: 'placeholder', count: 2, on: true },
          ],
        },
      ],
    },
  ],
);

export const parentalControls: Replica = pane(
  ['macos.parental-controls', 'macos.apps'],
  [
    {
      kind: 'panes',
      rows: [
        {
          kind: 'group',
          rows: [
            {
              kind: 'entry',
              text: 'example.user',
              sign: 'account',
              selected: true,
              press: { at: 2, deed: 'choose' },
            },
          ],
        },
        {
          kind: 'group',
          rows: [
            {
              kind: 'tabs',
              rows: [
                { kind: 'tab', text: 'macos.apps', selected: true, press: { at: 3, deed: 'press' } },
                { kind: 'tab', text: 'macos.web' },
                { kind: 'tab', text: 'macos.stores' },
                { kind: 'tab', text: 'macos.other' },
              ],
            },
            { kind: 'checkbox', text: 'macos.allow-use-of-camera', on: false, press: { at: 4, deed: 'press' } },
            { kind: 'placeholder', count: 2, on: false },
          ],
        },
      ],
    },
    lock('press'),
  ],
);

export const profilePreferences: Replica = pane(
  ['macos.profiles'],
  [
    {
      kind: 'panes',
      rows: [
        {
          kind: 'group',
          rows: [
            { kind: 'entry', text: 'example.profile', sign: 'gear', selected: true, press: { at: 1, deed: 'press' } },
          ],
        },
        { kind: 'group', rows: insideProfile(2) },
      ],
    },
  ],
);

export function soundPreferences(about: SoundInput): Replica {
  return pane(['macos.sound'], soundInputs(about, ['macos.sound-effects', 'macos.output', 'macos.input']));
}
