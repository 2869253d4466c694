import type { FIREFOX_GUIDES } from '../firefox.ts';
import type { Press, Replica, ReplicasOf } from '../replica.ts';
import { areas, press, toolbar } from './browsers.ts';

/** What comes up at the icon left of a site’s address, and the question once that is put right. */
const sitePermissions: Replica = {
  look: 'firefox',
  path: ['browser.program', 'browser.site'],
  top: toolbar(
    'browser.site',
    [
      { kind: 'icon', text: 'browser.permissions', sign: 'shield' },
      { kind: 'icon', text: 'firefox.icon', sign: 'medium-off', press: press(1) },
    ],
    3,
  ),
  rows: [
    {
      kind: 'dialog',
      text: 'firefox.permissions-for',
      rows: [
        {
          kind: 'beside',
          text: 'firefox.use',
          sign: 'medium-off',
          rows: [
            { kind: 'note', text: 'firefox.blocked' },
            { kind: 'icon', text: 'firefox.clear', sign: 'close', press: press(2) },
          ],
        },
      ],
    },
    {
      kind: 'dialog',
      text: 'firefox.question',
      rows: [
        {
          kind: 'buttons',
          rows: [
            { kind: 'button', text: 'browser.block' },
            { kind: 'button', text: 'browser.allow', main: true, press: press(4) },
          ],
        },
      ],
    },
  ],
};

/**
 * The permissions page with the window that a medium brings up there.
 *
 * @see https://support.mozilla.org/kb/how-manage-your-camera-and-microphone-permissions
 */
function permissions(wanted: 'site' | 'all-sites'): Replica {
  const of = (one: typeof wanted): Press | undefined => (one === wanted ? press(2) : undefined);
  return {
    look: 'firefox',
    path: ['browser.program', 'browser.settings', 'firefox.permissions-and-data', 'browser.medium'],
    top: toolbar('firefox.address-of-settings'),
    side: areas('firefox.permissions-and-data', [
      ['firefox.account', 'account'],
      ['firefox.search', 'search'],
      ['browser.privacy', 'lock'],
      ['browser.appearance', 'brush'],
      ['browser.accessibility', 'accessibility'],
      ['browser.languages', 'voice'],
      ['firefox.permissions-and-data', 'tune'],
    ]),
    rows: [
      { kind: 'heading', text: 'firefox.permissions-and-data' },
      {
        kind: 'group',
        text: 'browser.permissions',
        rows: [
          { kind: 'entry', text: 'browser.location', sign: 'location' },
          { kind: 'entry', text: 'browser.medium', sign: 'medium', press: press(1) },
          { kind: 'entry', text: 'browser.notifications', sign: 'bell' },
        ],
      },
      {
        kind: 'dialog',
        text: 'firefox.settings-of-medium',
        rows: [
          { kind: 'table', columns: ['firefox.website', 'firefox.status'], rows: [] },
          {
            kind: 'dropdown',
            text: 'browser.site',
            value: wanted === 'site' ? 'browser.block' : 'browser.allow',
            after: 'browser.allow',
            press: of('site'),
          },
          { kind: 'checkbox', text: 'firefox.block-new', on: wanted === 'all-sites', press: of('all-sites') },
          {
            kind: 'buttons',
            rows: [
              { kind: 'button', text: 'button.cancel' },
              { kind: 'button', text: 'firefox.save', main: true, press: press(3) },
            ],
          },
        ],
      },
    ],
  };
}

const config: Replica = {
  look: 'firefox',
  path: ['browser.program', 'firefox.config'],
  top: toolbar('firefox.address-of-config'),
  rows: [
    { kind: 'entry', text: 'firefox.search-preference', sign: 'search' },
    {
      kind: 'beside',
      text: 'example.preference',
      rows: [
        { kind: 'note', text: 'example.false' },
        { kind: 'icon', text: 'firefox.arrow', sign: 'reset', press: press(1) },
      ],
    },
    { kind: 'lines', count: 3 },
  ],
};

const policies: Replica = {
  look: 'firefox',
  path: ['browser.program', 'firefox.about-policies'],
  top: toolbar('firefox.address-of-policies'),
  side: areas('firefox.active', [
    ['firefox.active', 'shield'],
    ['firefox.documentation', 'apps'],
  ]),
  rows: [
    { kind: 'heading', text: 'firefox.active' },
    {
      kind: 'table',
      columns: ['firefox.policy-name', 'firefox.policy-value'],
      rows: [{ kind: 'cells', text: 'example.policy', cells: ['example.false'], press: { at: 1, deed: 'see' } }],
    },
  ],
};

export const FIREFOX_REPLICAS = {
  'firefox.site-permission': { 'address-bar': sitePermissions, 'settings-page': permissions('site') },
  'firefox.all-sites': { 'settings-page': permissions('all-sites') },
  'firefox.media-preferences': { preferences: config },
  'firefox.policy': { administrator: policies },
} as const satisfies ReplicasOf<typeof FIREFOX_GUIDES>;
