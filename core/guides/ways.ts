import type { SettingsTarget } from '../settings-targets.ts';
import type { Way } from './guide.ts';

/** A page that the app opens, and one thing to do on it. */
export function opened<const T extends SettingsTarget, const D extends string>(target: T, deed: D) {
  return {
    steps: [
      { text: 'open', doneWhen: 'acted', action: { kind: 'open', target } },
      { text: deed, doneWhen: 'cause-gone' },
      { text: 'test', doneWhen: 'captured' },
    ],
  } as const satisfies Way;
}

/** A page inside the browser that nobody outside opens: its address is pasted. */
export function pasted(address: string) {
  return {
    steps: [
      { text: 'copy', doneWhen: 'acted', action: { kind: 'copy', address } },
      { text: 'choose', doneWhen: 'cause-gone' },
      { text: 'test', doneWhen: 'captured' },
    ],
  } as const satisfies Way;
}

/** One thing that only hands can do. */
export function byHand<const D extends string>(deed: D) {
  return {
    steps: [
      { text: deed, doneWhen: 'cause-gone' },
      { text: 'test', doneWhen: 'captured' },
    ],
  } as const satisfies Way;
}
