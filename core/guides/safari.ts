import type { Guide } from './guide.ts';
import { opened } from './ways.ts';

/**
 * Safari has no address for its settings, so both ways go through its menu. It is not in the Camera and Microphone lists
 * of the system’s settings: nobody is sent there for it.
 *
 * @see https://support.apple.com/guide/safari/websites-ibrwe2159f50/mac
 */
export const SAFARI_GUIDES = {
  'safari.site-permission': {
    ways: {
      'this-website': opened('site-in-browser', 'choose'),
      websites: {
        steps: [
          { text: 'menu', doneWhen: 'cause-gone' },
          { text: 'choose', doneWhen: 'cause-gone' },
          { text: 'test', doneWhen: 'captured' },
        ],
      },
    },
  },
} as const satisfies Record<string, Guide>;
