import type { Guide } from './guide.ts';

/** Every guide, by its id. */
export const GUIDES = {
  'linux.connect-camera': {
    target: null,
    steps: [
      { text: 'connect', doneWhen: 'cause-gone' },
      { text: 'test', doneWhen: 'captured' },
    ],
  },
  'chrome.site-permission': {
    target: null,
    steps: [
      { text: 'open-site', doneWhen: 'cause-gone' },
      { text: 'site-icon', doneWhen: 'cause-gone' },
      { text: 'test', doneWhen: 'captured' },
    ],
  },
} as const satisfies Record<string, Guide>;

export type GuideId = keyof typeof GUIDES;
