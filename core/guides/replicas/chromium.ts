import type { Label, Replica, Row, SideEntry } from '../replica.ts';
import { areas, press, toolbar } from './browsers.ts';

/** What Chromium’s browsers have in common, with the labels that are not. */
export interface ChromiumLook {
  readonly look: 'chromium' | 'edge';
  readonly side: readonly SideEntry[];
  readonly addressOfSite: Label;
  readonly addressOfMedium: Label;
}

/** @see https://support.google.com/chrome/answer/114662 */
export const CHROME: ChromiumLook = {
  look: 'chromium',
  side: areas('browser.privacy', [
    ['chromium.you', 'account'],
    ['chromium.autofill', 'lock'],
    ['browser.privacy', 'shield'],
    ['browser.appearance', 'brush'],
    ['chromium.search-engine', 'search'],
    ['browser.languages', 'voice'],
    ['browser.accessibility', 'accessibility'],
  ]),
  addressOfSite: 'chromium.address-of-site',
  addressOfMedium: 'chromium.address-of-medium',
};

export const EDGE: ChromiumLook = {
  look: 'edge',
  side: areas('edge.site-permissions', [
    ['edge.profiles', 'account'],
    ['edge.privacy', 'lock'],
    ['browser.appearance', 'brush'],
    ['edge.site-permissions', 'shield'],
    ['browser.languages', 'voice'],
    ['browser.accessibility', 'accessibility'],
  ]),
  addressOfSite: 'edge.address-of-site',
  addressOfMedium: 'edge.address-of-medium',
};

function settings(browser: ChromiumLook, address: Label, name: Label, rows: readonly Row[]): Replica {
  const { look, side } = browser;
  const area = side.find(({ selected }) => selected)?.text ?? name;
  return {
    look,
    path: ['browser.program', 'browser.settings', area, name],
    top: toolbar(address),
    side,
    rows: [{ kind: 'heading', text: name }, ...rows],
  };
}

/** The list in which a site is allowed what it was refused, and how it looks when it is open. */
function permission(at: number): readonly Row[] {
  return [
    {
      kind: 'dropdown',
      text: 'browser.medium',
      sign: 'medium',
      value: 'browser.block',
      after: 'browser.allow',
      press: press(at),
    },
    {
      kind: 'menu',
      rows: [
        { kind: 'item', text: 'chromium.ask-default' },
        { kind: 'item', text: 'browser.allow', press: { at: at + 1, deed: 'choose' } },
        { kind: 'item', text: 'browser.block', ticked: true },
      ],
    },
  ];
}

/** The page of one site. */
export function siteDetails(browser: ChromiumLook): Replica {
  return settings(browser, browser.addressOfSite, 'browser.site', [
    {
      kind: 'beside',
      text: 'browser.permissions',
      rows: [{ kind: 'button', text: 'chromium.reset' }],
    },
    { kind: 'dropdown', text: 'browser.location', sign: 'location', value: 'chromium.ask-default' },
    ...permission(1),
    { kind: 'dropdown', text: 'browser.notifications', sign: 'bell', value: 'chromium.ask-default' },
  ]);
}

/** The page of a medium, which is for all sites; `rows` is where it is refused to all of them. */
export function allSites(browser: ChromiumLook, rows: readonly Row[]): Replica {
  return settings(browser, browser.addressOfMedium, 'browser.medium', [
    { kind: 'lines', count: 1 },
    ...rows,
    { kind: 'lines', count: 3 },
  ]);
}

export const CHROME_DEFAULT: readonly Row[] = [
  { kind: 'note', text: 'chromium.default-behavior' },
  { kind: 'radio', text: 'chromium.can-ask', sign: 'medium', on: false, press: press(1) },
  { kind: 'radio', text: 'chromium.do-not-allow', sign: 'medium-off', on: true, yields: true },
];

export const EDGE_DEFAULT: readonly Row[] = [
  { kind: 'group', rows: [{ kind: 'switch', text: 'edge.ask', sign: 'medium', on: false, lines: 1, press: press(1) }] },
];

/** What comes up at the icon left of a site’s address. */
function bubble(look: 'chromium' | 'edge', icon: Row, rows: readonly Row[], reload: number): Replica {
  return {
    look,
    path: ['browser.program', 'browser.site'],
    top: toolbar('browser.site', [icon], reload),
    rows: [
      {
        kind: 'dialog',
        text: 'browser.site',
        rows: [
          { kind: 'entry', text: 'chromium.secure', sign: 'lock' },
          ...rows,
          { kind: 'entry', text: 'chromium.cookies', sign: 'apps' },
          { kind: 'entry', text: 'chromium.site-settings', sign: 'gear' },
        ],
      },
    ],
  };
}

export const chromeSite: Replica = bubble(
  'chromium',
  { kind: 'icon', text: 'chromium.icon', sign: 'tune', press: press(1) },
  [
    { kind: 'switch', text: 'browser.medium', sign: 'medium', on: false, press: press(2) },
    { kind: 'buttons', rows: [{ kind: 'button', text: 'chromium.reset' }] },
  ],
  3,
);

export const edgeSite: Replica = bubble(
  'edge',
  { kind: 'icon', text: 'edge.lock', sign: 'lock', press: press(1) },
  [{ kind: 'heading', text: 'edge.permissions' }, ...permission(2)],
  4,
);

function extension(text: Label, isWanted: boolean): Row {
  return {
    kind: 'group',
    rows: [
      { kind: 'entry', text, sign: 'apps' },
      { kind: 'lines', count: 2 },
      {
        kind: 'buttons',
        rows: [
          { kind: 'button', text: 'chromium.details' },
          { kind: 'button', text: 'chromium.remove' },
          { kind: 'switch', text, on: true, press: isWanted ? press(1) : undefined },
        ],
      },
    ],
  };
}

export const extensions: Replica = {
  look: 'chromium',
  path: ['browser.program', 'chromium.extensions'],
  top: toolbar('chromium.address-of-extensions'),
  rows: [
    { kind: 'heading', text: 'chromium.extensions' },
    extension('example.extension', true),
    extension('example.other-extension', false),
  ],
};

export const policies: Replica = {
  look: 'chromium',
  path: ['browser.program', 'chromium.policies'],
  top: toolbar('chromium.address-of-policies'),
  rows: [
    { kind: 'heading', text: 'chromium.policies' },
    {
      kind: 'table',
      columns: ['chromium.policy-name', 'chromium.policy-value', 'chromium.policy-level'],
      rows: [
        {
          kind: 'cells',
          text: 'example.policy',
          cells: ['example.false', 'chromium.mandatory'],
          press: { at: 1, deed: 'see' },
        },
      ],
    },
  ],
};
