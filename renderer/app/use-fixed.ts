import { useState } from 'react';
import { isGone, type Trouble } from '../../core/guides/guide.ts';
import type { Report } from '../../core/report/schema.ts';
import type { Following } from './use-following.ts';

/** A trouble that went away while its guide was open. */
export interface Fixed {
  readonly trouble: Trouble;
  /** From opening the guide to when the facts had changed; null where the beginning is not known. */
  readonly milliseconds: number | null;
}

/** What was put right, in that order; what has come back is not among it. */
export function useFixed(following: Following | null, gone: boolean, report: Report | null): readonly Fixed[] {
  const [fixed, setFixed] = useState<readonly Fixed[]>([]);
  if (following !== null && gone && fixed.every(({ trouble }) => !isSame(trouble, following.trouble))) {
    const { trouble, begunAt } = following;
    const milliseconds = begunAt === undefined ? null : Math.max(0, Date.now() - Date.parse(begunAt));
    setFixed([...fixed, { trouble, milliseconds }]);
  }
  const back = fixed.filter(({ trouble }) => report !== null && !isGone(report, trouble));
  if (back.length > 0) setFixed(fixed.filter((each) => !back.includes(each)));
  return fixed;
}

function isSame(a: Trouble, b: Trouble): boolean {
  return a.cause === b.cause && a.subject === b.subject && a.medium === b.medium;
}
