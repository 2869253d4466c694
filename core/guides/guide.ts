import type { CauseId } from '../causes/catalogue.ts';
import type { Medium } from '../medium.ts';
import type { Report } from '../report/schema.ts';
import type { SettingsTarget } from '../settings-targets.ts';

/**
 * When a step is done, told by the facts and never by the person’s word alone.
 *
 * - `cause-gone`: no sure or likely finding of the cause is left, and nothing has become unreadable instead.
 * - `captured`: a capture test has worked since.
 */
export type DoneWhen = 'cause-gone' | 'captured';

/** How to put a cause right, as data: what to open, and numbered steps with the labels as they stand on the screen. */
export interface Guide {
  /** What “Open” opens; null where nothing can be opened for the person. */
  readonly target: SettingsTarget | null;
  readonly steps: readonly { readonly text: string; readonly doneWhen: DoneWhen }[];
}

/** What a person wants to be rid of: one cause, for one medium of one subject. */
export interface Trouble {
  readonly cause: CauseId;
  readonly subject: string;
  readonly medium: Medium;
}

/** Whether nothing in the report holds the trouble against its subject any more. */
export function isGone({ findings, undetermined }: Report, { cause, subject, medium }: Trouble): boolean {
  const stands = findings.some(
    (each) =>
      each.cause === cause && each.subject === subject && each.medium === medium && each.certainty !== 'possible',
  );
  // What cannot be read any more is not gone: the switch may stand as it stood.
  const unread = undetermined.some((each) => each.couldBlock && each.subject === subject && each.medium === medium);
  return !stands && !unread;
}
