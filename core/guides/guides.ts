import type { CauseId } from '../causes/catalogue.ts';
import type { Medium } from '../medium.ts';
import type { Guide } from './guide.ts';

/** Every guide, by its id. The words of a step stand under the guide’s id in `i18n`. */
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
      { text: 'allow', doneWhen: 'cause-gone' },
      { text: 'test', doneWhen: 'captured' },
    ],
  },
} as const satisfies Record<string, Guide>;

export type GuideId = keyof typeof GUIDES;

const GUIDE_OF_CAUSE: { readonly [C in CauseId]?: { readonly [M in Medium]?: GuideId } } = {
  'device.none': { camera: 'linux.connect-camera' },
  'browser.site-block': { camera: 'chrome.site-permission', microphone: 'chrome.site-permission' },
};

/** The guide that puts a cause right; null where there is none yet, and the cause’s own words have to do. */
export function guideFor(cause: CauseId, medium: Medium): GuideId | null {
  return GUIDE_OF_CAUSE[cause]?.[medium] ?? null;
}
