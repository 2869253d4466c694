import { CAUSES, type CauseId } from '../causes/catalogue.ts';
import type { Medium } from '../medium.ts';
import type { Report } from '../report/schema.ts';
import { UNEXPLAINED } from '../rules/capture/unexplained.ts';
import type { SettingsTarget } from '../settings-targets.ts';

/**
 * When a step is done, told by the facts and never by the person’s word alone.
 *
 * - `acted`: what the step offers was opened or copied. What the person then does with it no fact can show.
 * - `cause-gone`: no sure or likely finding of the cause is left, of one that only informs none at all, and nothing has
 *   become unreadable instead.
 * - `captured`: a capture test has worked since.
 */
export type DoneWhen = 'acted' | 'cause-gone' | 'captured';

/** What a step does for the person at the press of a button. */
export type Action =
  | { readonly kind: 'open'; readonly target: SettingsTarget }
  /**
   * Puts an address on the clipboard. Chromium opens a new tab in place of its own pages when another program asks for
   * them, so that pasting is the only way. `{{site}}` and `{{medium}}` are filled in.
   *
   * @see https://github.com/electron/electron/issues/21149
   */
  | { readonly kind: 'copy'; readonly address: string }
  /** Lets macOS show its own question about the device. */
  | { readonly kind: 'ask' }
  /** Lets macOS forget what was decided about the program. The command is shown, and run only when the button is pressed. */
  | { readonly kind: 'reset' }
  /** Ends this app and starts it again, where it can do that itself. */
  | { readonly kind: 'restart' };

export interface Step {
  /** Key of its words under the way. */
  readonly text: string;
  readonly doneWhen: DoneWhen;
  readonly action?: Action;
}

/** Numbered steps, with the labels as they stand on the screen. */
export interface Way {
  readonly steps: readonly Step[];
}

/** How to put a cause right, as data: one way, or several that lead to the same end, the easiest first. */
export interface Guide {
  readonly ways: Readonly<Record<string, Way>>;
}

/** What a person wants to be rid of: one cause, for one medium of one subject. */
export interface Trouble {
  readonly cause: CauseId;
  readonly subject: string;
  readonly medium: Medium;
  /** It was never more than possible, and is gone only once nothing of it is left. */
  readonly evenPossible?: true | undefined;
}

/** Whether nothing in the report holds the trouble against its subject any more. */
export function isGone({ findings, undetermined }: Report, { cause, subject, medium, evenPossible }: Trouble): boolean {
  // What only informs is never more than possible.
  const counts = evenPossible === true || CAUSES[cause].effect === 'informs';
  const stands = findings.some(
    (each) =>
      each.cause === cause &&
      each.subject === subject &&
      each.medium === medium &&
      (counts || each.certainty !== 'possible'),
  );
  // What cannot be read any more is not gone: the switch may stand as it stood. A test that nothing explains any more is from
  // before it was turned, and the one that ends the guide tells anew.
  const unread = undetermined.some(
    (each) => each.couldBlock && each.subject === subject && each.medium === medium && each.rule !== UNEXPLAINED,
  );
  return !stands && !unread;
}

/** An address of a guide with the site and the medium in it. */
export function fillAddress(address: string, { site, medium }: { site: string; medium: Medium }): string {
  return address.replace('{{site}}', encodeURIComponent(site)).replace('{{medium}}', medium);
}
