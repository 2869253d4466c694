import { Button } from 'react-aria-components';
import type { Bridge } from '../../../core/contract.ts';
import type { DoneWhen, Step, Way } from '../../../core/guides/guide.ts';
import { GUIDES } from '../../../core/guides/guides.ts';
import type { System } from '../../../core/guides/system.ts';
import type { WrongTurn } from '../../../core/guides/wrong-turn.ts';
import { textKey } from '../../../core/i18n/text-key.ts';
import type { SettingsTarget } from '../../../core/settings-targets.ts';
import { PageDrawing } from '../parts/page-drawing.tsx';
import { StayBeside } from '../parts/stay-beside.tsx';
import { StepAction } from '../parts/step-action.tsx';
import { StepItem } from '../parts/step-item.tsx';
import { Title } from '../parts/title.tsx';
import { Ways } from '../parts/ways.tsx';
import { WrongTurnNote } from '../parts/wrong-turn-note.tsx';
import { siteName } from '../telling.ts';
import type { Following } from '../use-following.ts';
import type { OwnWindow } from '../use-window.ts';
import { t } from '../words.ts';

interface GuideProps extends Following {
  readonly program: string;
  /** Origin of the site in question; null where none was named. */
  readonly site: string | null;
  /** Pages that an administrator has hidden. */
  readonly hidden: readonly SettingsTarget[];
  readonly ownWindow: OwnWindow;
  /** Whose settings pages are drawn. */
  readonly system: System;
  readonly bridge: Bridge;
  /** The facts no longer hold the trouble against anybody. */
  readonly gone: boolean;
  readonly turn: WrongTurn | null;
  readonly onWay: (way: string) => void;
  readonly onActed: (step: string) => void;
  readonly onBack: () => void;
  readonly onAgain: () => void;
}

/** Numbered steps that tick themselves off as the facts change, in one of the ways that lead there. */
export function GuideScreen(props: GuideProps) {
  const { guide, trouble, way, acted, program, site, hidden, system, ownWindow, bridge, gone, turn } = props;
  const { onWay, onActed, onBack, onAgain } = props;
  const ways = new Map(Object.entries<Way>(GUIDES[guide].ways));
  const steps = ways.get(way)?.steps ?? [];
  const words = {
    device: t(`device/${trouble.medium}`),
    label: t(`medium/${trouble.medium}`),
    medium: trouble.medium,
    program,
    site: siteName(site) || t('app/theSite'),
  };
  const isDone = ({ text, doneWhen }: Step): boolean => {
    const done: Readonly<Record<DoneWhen, boolean>> = {
      acted: acted.includes(text),
      'cause-gone': gone,
      captured: false,
    };
    // What opened or copied was only the way to what is done by now.
    return done[doneWhen] || (doneWhen === 'acted' && gone);
  };
  const next = steps.findIndex((step) => !isDone(step));
  // One filled button at a time: the step’s own, where it has one.
  const isForThemToPress = !gone && steps[next]?.action !== undefined;
  return (
    <div className="guide">
      <div className="guide-head">
        <Title>{t(textKey('guide', guide, 'title'), words)}</Title>
        {ways.size > 1 && !gone && (
          <Ways
            names={[...ways.keys()].map((id) => ({ id, name: t(textKey('guide', guide, 'ways', id, 'name'), words) }))}
            chosen={way}
            onChoose={onWay}
          />
        )}
        <p className="quiet">{t(textKey('guide', guide, 'ways', way, 'path'), words)}</p>
        <WrongTurnNote turn={turn} trouble={trouble} program={program} />
      </div>
      <ol className="steps" aria-live="polite">
        {steps.map((step, place) => (
          <StepItem
            key={`${way}-${step.text}`}
            number={place + 1}
            state={isDone(step) ? 'done' : place === next ? 'now' : 'later'}
            watched={step.doneWhen !== 'acted'}
            text={t(textKey('guide', guide, 'ways', way, 'steps', step.text), words)}
          >
            {!gone && step.action?.kind === 'open' && hidden.includes(step.action.target) && (
              <p className="quiet">{t('app/pageHidden')}</p>
            )}
            {step.action !== undefined && !gone && (
              <StepAction
                action={step.action}
                trouble={trouble}
                site={site}
                bridge={bridge}
                canRestart={ownWindow.traits.canRestart}
                look={place === next ? 'primary' : 'secondary'}
                onActed={() => onActed(step.text)}
              />
            )}
          </StepItem>
        ))}
      </ol>
      <PageDrawing guide={guide} way={way} system={system} words={words} done={gone} />
      <div className="actions">
        <Button className={isForThemToPress ? 'secondary' : 'primary'} onPress={onAgain}>
          {t('app/again')}
        </Button>
        <Button className="plain" onPress={onBack}>
          {t('app/back')}
        </Button>
        <StayBeside ownWindow={ownWindow} />
      </div>
    </div>
  );
}
