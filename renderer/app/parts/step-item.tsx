import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { t } from '../words.ts';

export type StepState = 'done' | 'now' | 'later';

interface StepProps {
  readonly number: number;
  readonly state: StepState;
  /** Whether the facts tell when it is done, so that the person need not. */
  readonly watched: boolean;
  readonly text: string;
  readonly children: ReactNode;
}

/** One numbered step. State is told by mark and word as well as by colour. */
export function StepItem({ number, state, watched, text, children }: StepProps) {
  return (
    <li data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <span className="mark">{state === 'done' ? <Check aria-hidden="true" size={16} /> : number}</span>
      <div>
        {text}
        {state === 'now' && watched && <small>{t('app/watching')}</small>}
        {state === 'done' && <small>{t('app/stepDone')}</small>}
        {children}
      </div>
    </li>
  );
}
