import type { Guide } from './guide.ts';
import { opened, pasted } from './ways.ts';

/** Firefox opens its own settings page from outside, unlike Chromium. */
const SETTINGS = opened('browser-permissions', 'choose');

/** @see https://support.mozilla.org/kb/how-manage-your-camera-and-microphone-permissions */
export const FIREFOX_GUIDES = {
  'firefox.site-permission': {
    ways: {
      'address-bar': {
        steps: [
          { text: 'open', doneWhen: 'acted', action: { kind: 'open', target: 'site-in-browser' } },
          { text: 'clear', doneWhen: 'cause-gone' },
          { text: 'allow', doneWhen: 'captured' },
        ],
      },
      'settings-page': SETTINGS,
    },
  },
  'firefox.all-sites': { ways: { 'settings-page': SETTINGS } },
  'firefox.media-preferences': { ways: { preferences: pasted('about:config') } },
  'firefox.policy': { ways: { administrator: pasted('about:policies') } },
} as const satisfies Record<string, Guide>;
