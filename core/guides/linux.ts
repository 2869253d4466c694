import type { Guide } from './guide.ts';

export const LINUX_GUIDES = {
  'linux.connect-camera': {
    ways: {
      plug: {
        steps: [
          { text: 'connect', doneWhen: 'cause-gone' },
          { text: 'test', doneWhen: 'captured' },
        ],
      },
    },
  },
} as const satisfies Record<string, Guide>;
