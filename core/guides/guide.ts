import type { CauseId } from '../causes/catalogue.ts';
import type { Medium } from '../medium.ts';
import type { Report } from '../report/schema.ts';
import type { SettingsTarget } from '../settings-targets.ts';

/**
 * When a step is done, told by the facts or by what the person did here; never by the person’s word alone.
 *
 * - `opened`: the settings page was opened from the guide, or the cause is gone without it.
 * - `cause-gone`: no sure or likely finding of the guide’s cause is left.
 * - `captured`: a capture test of this app worked since.
 */
export type DoneWhen = 'opened' | 'cause-gone' | 'captured';

export interface Step {
  /** Key of its text under `guide`. */
  readonly text: string;
  readonly doneWhen: DoneWhen;
}

/** How to put one cause right, as data: what to open, and numbered steps with the labels as they are on the screen. */
export interface Guide {
  /** What “Open” opens; null where nothing can be opened for the person. */
  readonly target: SettingsTarget | null;
  readonly steps: readonly Step[];
}

/** What a guide is about: one cause, for one medium of one subject. */
export interface Trouble {
  readonly cause: CauseId;
  readonly subject: string;
  readonly medium: Medium;
}

/** Whether the report still holds the trouble against its subject. */
export function isGone({ findings, undetermined }: Report, { cause, subject, medium }: Trouble): boolean {
  const stands = findings.some(
    (each) =>
      each.cause === cause && each.subject === subject && each.medium === medium && each.certainty !== 'possible',
  );
  // What has just become unreadable is not gone: the switch may stand as it stood.
  const unread = undetermined.some((each) => each.couldBlock && each.subject === subject && each.medium === medium);
  return !stands && !unread;
}
