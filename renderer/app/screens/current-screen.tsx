import { Button } from 'react-aria-components';
import type { Bridge } from '../../../core/contract.ts';
import { systemOf } from '../../../core/guides/system.ts';
import { guideOf, hiddenPages, nameOf } from '../telling.ts';
import type { Journey } from '../use-journey.ts';
import type { OwnWindow } from '../use-window.ts';
import { t } from '../words.ts';
import { Check } from './check.tsx';
import { GuideScreen } from './guide.tsx';
import { Proof } from './proof.tsx';
import { Result } from './result.tsx';

interface CurrentScreenProps {
  readonly journey: Journey;
  readonly ownWindow: OwnWindow;
  readonly bridge: Bridge;
}

/** The one thing that matters now. */
export function CurrentScreen({ journey, ownWindow, bridge }: CurrentScreenProps) {
  const { doctor, screen, about, onAbout, follow, begin, gone } = journey;
  const { report, running, check } = doctor;
  const { following } = follow;
  const program = nameOf(report, following?.trouble.subject);
  if (screen === 'lost') return <h1>{t('app/lost')}</h1>;
  if (screen === 'failed') return <Failed onAgain={check} />;
  if (screen === 'check' || report === null) return <Check doctor={doctor} subject={about} />;
  if (screen === 'proof') {
    const fixed = following === null ? null : { ...following, program };
    return <Proof fixed={fixed} chosen={doctor.chosen} onAgain={check} />;
  }
  if (screen === 'guide' && following !== null) {
    return (
      <GuideScreen
        {...following}
        program={program}
        site={report.case?.site ?? null}
        hidden={hiddenPages(report)}
        system={systemOf(report.facts)}
        ownWindow={ownWindow}
        bridge={bridge}
        gone={gone}
        testing={running}
        onWay={follow.takeWay}
        onActed={follow.act}
        onBack={follow.end}
        onAgain={check}
      />
    );
  }
  return (
    <Result
      report={report}
      doctor={doctor}
      subject={about}
      onSubject={onAbout}
      canFollow={(trouble) => guideOf(report, trouble) !== null}
      onFollow={begin}
      onAgain={check}
    />
  );
}

function Failed({ onAgain }: { onAgain: () => void }) {
  return (
    <>
      <h1>{t('app/failed')}</h1>
      <Button className="primary" onPress={onAgain}>
        {t('app/again')}
      </Button>
    </>
  );
}
