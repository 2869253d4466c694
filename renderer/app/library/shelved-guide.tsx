import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import type { System } from '../../../core/guides/system.ts';
import { PageDrawing } from '../parts/page-drawing.tsx';
import { StepItem } from '../parts/step-item.tsx';
import { Title } from '../parts/title.tsx';
import { Ways } from '../parts/ways.tsx';
import { useEscape } from '../use-escape.ts';
import { t } from '../words.ts';
import type { WordedGuide, WordedWay } from './shelved-words.ts';

interface ShelvedGuideProps {
  readonly worded: WordedGuide;
  /** Where its pages are. */
  readonly home: string;
  readonly system: System;
  readonly onBack: () => void;
}

/** A guide to read: all its ways, and nothing that ticks. */
export function ShelvedGuide({ worded, home, system, onBack }: ShelvedGuideProps) {
  const { guide, title, words, ways } = worded;
  const [chosen, setChosen] = useState(ways[0]?.id ?? '');
  const way = ways.find(({ id }) => id === chosen);
  useEscape(true, onBack, { inner: true });
  return (
    <div className="view shelved">
      <Button className="plain" onPress={onBack}>
        <ArrowLeft aria-hidden="true" size={16} /> {t('views/back')}
      </Button>
      <p className="quiet">{home}</p>
      <Title>{title}</Title>
      {ways.length > 1 && <Ways names={ways} chosen={chosen} onChoose={setChosen} />}
      {way !== undefined && (
        <WayToRead way={way}>
          <PageDrawing guide={guide} way={way.id} system={system} words={words} done={false} />
        </WayToRead>
      )}
      <p className="quiet">{t('views/library/readOnly')}</p>
    </div>
  );
}

function WayToRead({ way: { path, steps }, children }: { way: WordedWay; children: ReactNode }) {
  return (
    <>
      <p className="path">{path}</p>
      <div className="way">
        <ol className="steps">
          {steps.map(({ id, text, addresses }, place) => (
            <StepItem key={id} number={place + 1} state="later" watched={false} text={text}>
              {addresses.map((address) => (
                <p key={address} className="step-action">
                  <code>{address}</code>
                </p>
              ))}
            </StepItem>
          ))}
        </ol>
        {children}
      </div>
    </>
  );
}
