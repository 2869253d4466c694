import { Check } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { DoneWhen, Trouble } from '../../../core/guides/guide.ts';
import { GUIDES, type GuideId } from '../../../core/guides/guides.ts';
import { en } from '../../../core/i18n/en.ts';
import type { TextKey } from '../../../core/i18n/translate.ts';
import { t } from '../words.ts';

interface GuideProps {
  readonly guide: GuideId;
  readonly trouble: Trouble;
  readonly program: string;
  /** The facts no longer hold the trouble against anybody. */
  readonly gone: boolean;
  readonly testing: boolean;
  readonly onBack: () => void;
  readonly onAgain: () => void;
}

/** Numbered steps that tick themselves off as the facts change. */
export function GuideScreen({ guide, trouble, program, gone, testing, onBack, onAgain }: GuideProps) {
  const words = { device: t(`device/${trouble.medium}`), label: t(`medium/${trouble.medium}`), program };
  const { steps } = GUIDES[guide];
  const isDone: Readonly<Record<DoneWhen, boolean>> = { 'cause-gone': gone, captured: false };
  const next = steps.findIndex(({ doneWhen }) => !isDone[doneWhen]);
  return (
    <div className="one">
      <h1>{t(`guide/${guide}/title`, words)}</h1>
      <p className="quiet">{t(`guide/${guide}/path`, words)}</p>
      <ol className="steps" aria-live="polite">
        {steps.map(({ text, doneWhen }, place) => {
          const state = isDone[doneWhen] ? 'done' : place === next ? 'now' : 'later';
          return (
            <li key={text} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
              <span className="mark">{state === 'done' ? <Check aria-hidden="true" size={16} /> : place + 1}</span>
              <div>
                {t(stepKey(guide, text), words)}
                {state === 'now' && <small>{t('app/watching')}</small>}
                {state === 'done' && <small>{t('app/stepDone')}</small>}
              </div>
            </li>
          );
        })}
      </ol>
      <div className="actions">
        <Button className="primary" onPress={onAgain} isDisabled={testing} autoFocus>
          {t('app/again')}
        </Button>
        <Button className="plain" onPress={onBack}>
          {t('app/back')}
        </Button>
      </div>
    </div>
  );
}

/** Guides are data, so that a step without words shows only here: the unit tests walk all of them. */
export function stepKey(guide: GuideId, text: string): TextKey {
  const keys: Readonly<Record<string, string>> = en.guide[guide].steps;
  if (!(text in keys)) throw new TypeError(`The guide ${guide} has no words for ${text}`);
  return `guide/${guide}/steps/${text}` as TextKey;
}
