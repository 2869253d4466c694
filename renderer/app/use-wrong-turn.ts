import { useState } from 'react';
import type { Trouble } from '../../core/guides/guide.ts';
import { type WrongTurn, wrongTurn } from '../../core/guides/wrong-turn.ts';
import type { Report } from '../../core/report/schema.ts';

interface Beginning {
  readonly trouble: Trouble;
  readonly report: Report;
}

/** What the person has switched in place of what the open guide asks for, since it was opened or taken up again. */
export function useWrongTurn(trouble: Trouble | null, report: Report | null): WrongTurn | null {
  const [beginning, setBeginning] = useState<Beginning | null>(null);
  if (trouble === null && beginning !== null) setBeginning(null);
  if (trouble === null || report === null) return null;
  if (beginning?.trouble !== trouble) {
    setBeginning({ trouble, report });
    return null;
  }
  return wrongTurn(beginning.report, report, trouble);
}
