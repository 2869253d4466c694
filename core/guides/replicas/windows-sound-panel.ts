import type { Replica, Row } from '../replica.ts';

const TABS: Row = {
  kind: 'tabs',
  rows: [
    { kind: 'tab', text: 'sound-panel.playback' },
    { kind: 'tab', text: 'sound-panel.recording', selected: true },
    { kind: 'tab', text: 'sound-panel.sounds' },
    { kind: 'tab', text: 'sound-panel.communications' },
  ],
};

/** The list of microphones with both of its menus: that of the list, and that of a microphone that is switched off. */
export const disabledMicrophone: Replica = {
  look: 'sound-panel',
  path: ['windows.sound'],
  rows: [
    TABS,
    {
      kind: 'group',
      rows: [
        {
          kind: 'menu',
          rows: [
            { kind: 'item', text: 'sound-panel.show-disabled', ticked: true, press: { at: 1, deed: 'choose' } },
            { kind: 'item', text: 'sound-panel.show-disconnected' },
          ],
        },
        {
          kind: 'entry',
          text: 'example.microphone',
          note: 'sound-panel.disabled',
          sign: 'microphone',
          badge: 'off',
          selected: true,
          press: { at: 2, deed: 'right-click' },
        },
        {
          kind: 'menu',
          rows: [
            { kind: 'item', text: 'sound-panel.enable', press: { at: 3, deed: 'choose' } },
            { kind: 'item', text: 'device-manager.properties' },
          ],
        },
      ],
    },
    {
      kind: 'buttons',
      rows: [
        { kind: 'button', text: 'button.ok' },
        { kind: 'button', text: 'button.cancel' },
        { kind: 'button', text: 'button.apply', dimmed: true },
      ],
    },
  ],
};

export const microphoneLevels: Replica = {
  look: 'sound-panel',
  path: ['windows.sound'],
  rows: [
    TABS,
    {
      kind: 'group',
      rows: [
        {
          kind: 'entry',
          text: 'example.microphone',
          note: 'sound-panel.default',
          sign: 'microphone',
          selected: true,
          press: { at: 1, deed: 'double-click' },
        },
      ],
    },
    {
      kind: 'dialog',
      text: 'sound-panel.properties',
      rows: [
        {
          kind: 'tabs',
          rows: [
            { kind: 'tab', text: 'services.general' },
            { kind: 'tab', text: 'sound-panel.listen' },
            { kind: 'tab', text: 'sound-panel.levels', selected: true, press: { at: 2, deed: 'choose' } },
            { kind: 'tab', text: 'sound-panel.advanced' },
          ],
        },
        {
          kind: 'group',
          rows: [
            { kind: 'slider', text: 'example.microphone', value: 0, press: { at: 4, deed: 'drag' } },
            { kind: 'mute', text: 'sound-panel.mute', crossed: true, press: { at: 3, deed: 'press' } },
          ],
        },
        {
          kind: 'buttons',
          rows: [
            { kind: 'button', text: 'button.ok', press: { at: 5, deed: 'press' } },
            { kind: 'button', text: 'button.cancel' },
            { kind: 'button', text: 'button.apply', dimmed: true },
          ],
        },
      ],
    },
  ],
};
