import type { Medium } from '../../medium.ts';
import type { Badge, Item, Label, Replica, Row } from '../replica.ts';

const CLASSES: readonly (readonly [Label, 'sound' | 'camera' | 'display' | 'image' | 'keyboard'])[] = [
  ['device-manager.audio', 'sound'],
  ['device-manager.cameras', 'camera'],
  ['device-manager.display', 'display'],
  ['device-manager.imaging', 'image'],
  ['device-manager.keyboards', 'keyboard'],
  ['device-manager.sound', 'sound'],
];

/** The Device Manager with the menu of a device open. Microphones are on a sound device there. */
export function consoleOfDevices(medium: Medium, deed: 'enable' | 'update'): Replica {
  const place: Label = medium === 'camera' ? 'device-manager.cameras' : 'device-manager.sound';
  const badge: Badge = deed === 'enable' ? 'off' : 'warning';
  const device: readonly Row[] = [
    {
      kind: 'node',
      depth: 2,
      text: medium === 'camera' ? 'example.camera' : 'example.sound-card',
      sign: medium === 'camera' ? 'camera' : 'sound',
      badge,
      selected: true,
      press: { at: 1, deed: 'right-click' },
    },
    {
      kind: 'menu',
      rows: [
        item('device-manager.update', deed === 'update'),
        ...(deed === 'enable' ? [item('device-manager.enable', true)] : []),
        item('device-manager.uninstall', false),
        item('device-manager.properties', false),
      ],
    },
  ];
  return {
    look: 'console',
    path: ['device-manager'],
    rows: [
      { kind: 'node', depth: 0, text: 'example.computer', sign: 'computer', open: true },
      ...CLASSES.flatMap(([text, sign]): readonly Row[] => [
        { kind: 'node', depth: 1, text, sign, open: text === place },
        ...(text === place ? device : []),
      ]),
    ],
  };
}

function item(text: Label, isWanted: boolean): Item {
  return { kind: 'item', text, press: isWanted ? { at: 2, deed: 'choose' } : undefined };
}

/** The list of services with one that is disabled, and its window in front. */
export function consoleOfServices(
  service: Label,
  others: readonly Label[],
  wanted: 'services.automatic' | 'services.manual',
): Replica {
  return {
    look: 'console',
    path: ['services'],
    rows: [
      {
        kind: 'table',
        columns: ['services.name', 'services.status', 'services.startup-type'],
        rows: [
          ...others.map((text) => ({ kind: 'cells', text, sign: 'gear', cells: STANDS[text] ?? RUNS }) as const),
          {
            kind: 'cells',
            text: service,
            sign: 'gear',
            cells: ['services.stopped', 'services.disabled'],
            selected: true,
            press: { at: 1, deed: 'double-click' },
          },
        ],
      },
      {
        kind: 'dialog',
        text: 'device-manager.properties',
        rows: [
          {
            kind: 'tabs',
            rows: [
              { kind: 'tab', text: 'services.general', selected: true },
              { kind: 'tab', text: 'services.log-on' },
              { kind: 'tab', text: 'services.recovery' },
              { kind: 'tab', text: 'services.dependencies' },
            ],
          },
          { kind: 'dropdown', text: 'services.startup-type-of-one', value: 'services.disabled' },
          {
            kind: 'menu',
            rows: (['services.automatic', 'services.manual', 'services.disabled'] as const).map((text) =>
              item(text, text === wanted),
            ),
          },
          {
            kind: 'buttons',
            rows: [
              { kind: 'button', text: 'services.start', press: { at: 4, deed: 'press' } },
              { kind: 'button', text: 'services.stop', dimmed: true },
            ],
          },
          {
            kind: 'buttons',
            rows: [
              { kind: 'button', text: 'button.ok', press: { at: 5, deed: 'press' } },
              { kind: 'button', text: 'button.cancel' },
              { kind: 'button', text: 'button.apply', press: { at: 3, deed: 'press' } },
            ],
          },
        ],
      },
    ],
  };
}

const RUNS = ['services.running', 'services.automatic'] as const;

/** Those that do not start by themselves. */
const STANDS: { readonly [L in Label]?: readonly Label[] } = {
  'services.capability-access': ['services.running', 'services.manual'],
};
