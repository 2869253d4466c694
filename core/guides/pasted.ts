import type { Way } from './guide.ts';

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
