import type { CauseId } from '../causes/catalogue.ts';
import type { Layer } from '../causes/layers.ts';
import type { Medium } from '../medium.ts';
import type { Report } from '../report/schema.ts';
import { isGone, type Trouble } from './guide.ts';

/** What a person changed in place of what the guide asks for. */
export interface WrongTurn {
  /**
   * - `other-page`: the switch of the other device was turned on, while that of this one stands as it stood.
   * - `off-instead`: something that was on is off now.
   */
  readonly kind: 'other-page' | 'off-instead';
  readonly cause: CauseId;
  readonly medium: Medium;
}

/** Where switches stand. What devices and captures do changes without anybody’s doing. */
const SWITCHED: readonly Layer[] = ['system', 'application', 'browser', 'site'];

/** Compares what stood in the way of the subject when the guide was opened with what does now; null where all is as meant. */
export function wrongTurn(before: Report, now: Report, trouble: Trouble): WrongTurn | null {
  if (isGone(now, trouble)) return null;
  const [then, today] = [inTheWay(before, trouble.subject), inTheWay(now, trouble.subject)];
  const added = today.find((each) => !then.some((other) => isSame(each, other)));
  if (added !== undefined) return { kind: 'off-instead', cause: added.cause, medium: added.medium };
  // What cannot be read any more was not switched.
  const removed = then.find((each) => each.medium !== trouble.medium && isGone(now, each));
  return removed === undefined ? null : { kind: 'other-page', cause: removed.cause, medium: removed.medium };
}

type Found = Report['findings'][number];

function inTheWay({ findings }: Report, subject: string): readonly Found[] {
  return findings.filter(
    (each) => each.subject === subject && each.certainty !== 'possible' && SWITCHED.includes(each.layer),
  );
}

function isSame(one: Found, other: Found): boolean {
  return one.cause === other.cause && one.medium === other.medium;
}
