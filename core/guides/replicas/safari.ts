import type { ReplicasOf, Row } from '../replica.ts';
import type { SAFARI_GUIDES } from '../safari.ts';
import type { System } from '../system.ts';
import { openMenu } from './macos-desktop.ts';
import { isOlder } from './macos-releases.ts';

/** A choice for one site, open, of which `Allow` is wanted. */
function choice(text: 'macos.medium' | 'safari.site', first: number): readonly Row[] {
  return [
    { kind: 'dropdown', text, value: 'safari.deny', after: 'macos.allow-it', press: { at: first, deed: 'press' } },
    {
      kind: 'menu',
      rows: [
        { kind: 'item', text: 'safari.ask' },
        { kind: 'item', text: 'safari.deny', ticked: true },
        { kind: 'item', text: 'macos.allow-it', press: { at: first + 1, deed: 'choose' } },
      ],
    },
  ];
}

const THIS_WEBSITE = openMenu(
  ['safari', 'safari.settings-for-this-website'],
  'safari',
  ['safari.about', null, 'safari.settings-for-this-website'],
  'safari.settings-for-this-website',
  [
    {
      kind: 'dialog',
      rows: [
        { kind: 'heading', text: 'safari.when-visiting' },
        { kind: 'lines', count: 2 },
        ...choice('macos.medium', 3),
      ],
    },
  ],
);

/** @see https://support.apple.com/guide/safari/websites-ibrwe2159f50/mac */
const websites = (settings: 'safari.settings' | 'safari.preferences') =>
  openMenu(
    ['safari', settings, 'safari.websites', 'macos.medium'],
    'safari',
    ['safari.about', settings, 'safari.settings-for-this-website'],
    settings,
    [
      {
        kind: 'dialog',
        text: 'safari.websites',
        rows: [
          {
            kind: 'tabs',
            rows: [
              { kind: 'tab', text: 'macos.general', sign: 'gear' },
              { kind: 'tab', text: 'safari.security', sign: 'lock' },
              { kind: 'tab', text: 'macos.privacy', sign: 'hand' },
              { kind: 'tab', text: 'safari.websites', sign: 'globe', selected: true, press: { at: 3, deed: 'press' } },
              { kind: 'tab', text: 'safari.extensions', sign: 'apps' },
            ],
          },
          {
            kind: 'panes',
            rows: [
              {
                kind: 'group',
                rows: [
                  { kind: 'entry', text: 'safari.auto-play', sign: 'display' },
                  {
                    kind: 'entry',
                    text: 'macos.medium',
                    sign: 'medium',
                    selected: true,
                    press: { at: 4, deed: 'press' },
                  },
                  { kind: 'entry', text: 'macos.location', sign: 'location' },
                ],
              },
              { kind: 'group', rows: [{ kind: 'note', text: 'safari.allow-websites' }, ...choice('safari.site', 5)] },
            ],
          },
        ],
      },
    ],
  );

const WEBSITES = { older: websites('safari.preferences'), newer: websites('safari.settings') };

export const SAFARI_REPLICAS = {
  'safari.site-permission': {
    'this-website': THIS_WEBSITE,
    websites: (system: System) => (isOlder(system, '13') ? WEBSITES.older : WEBSITES.newer),
  },
} as const satisfies ReplicasOf<typeof SAFARI_GUIDES>;
