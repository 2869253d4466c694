import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Bridge } from '../../../core/contract.ts';
import { systemOf } from '../../../core/guides/system.ts';
import { Title } from '../parts/title.tsx';
import { WhomDialog } from '../parts/whom-dialog.tsx';
import { hiddenPages, nameOf } from '../telling.ts';
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
  /** Opens the view of the report. */
  readonly onReport: () => void;
}

/** The one thing that matters now. A dialog stays open while the screen under it changes. */
export function CurrentScreen(props: CurrentScreenProps) {
  const { doctor, about, onConcern } = props.journey;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <ScreenNow {...props} onAsk={() => setAsking(true)} />
      {asking && doctor.report !== null && (
        <WhomDialog report={doctor.report} subject={about} onConcern={onConcern} onClose={() => setAsking(false)} />
      )}
    </>
  );
}

function ScreenNow({ journey, ownWindow, bridge, onReport, onAsk }: CurrentScreenProps & { onAsk: () => void }) {
  const { doctor, screen, about, follow, begin, openFirst, notOpened, gone, turn, fixed } = journey;
  const { report, check } = doctor;
  const { following } = follow;
  if (screen === 'lost') return <Title>{t('app/lost')}</Title>;
  if (screen === 'failed') return <Failed onAgain={check} />;
  if (screen === 'check' || report === null) return <Check doctor={doctor} subject={about} onAsk={onAsk} />;
  if (screen === 'proof') {
    return (
      <Proof
        report={report}
        subject={about}
        fixed={fixed}
        chosen={doctor.chosen}
        bridge={bridge}
        onAsk={onAsk}
        onReport={onReport}
        onAgain={check}
      />
    );
  }
  if (screen === 'guide' && following !== null) {
    return (
      <>
        {notOpened && (
          <p className="failure" role="alert">
            {t('app/openFailed')}
          </p>
        )}
        <GuideScreen
          {...following}
          program={nameOf(report, following.trouble.subject)}
          site={report.case?.site ?? null}
          hidden={hiddenPages(report)}
          system={systemOf(report.facts)}
          ownWindow={ownWindow}
          bridge={bridge}
          gone={gone}
          turn={turn}
          onWay={follow.takeWay}
          onActed={follow.act}
          onBack={follow.end}
          onAgain={check}
        />
      </>
    );
  }
  return (
    <Result
      report={report}
      doctor={doctor}
      subject={about}
      bridge={bridge}
      onAsk={onAsk}
      onFollow={begin}
      onOpen={openFirst}
      onReport={onReport}
      onAgain={check}
    />
  );
}

function Failed({ onAgain }: { onAgain: () => void }) {
  return (
    <div className="proof">
      <h1>{t('app/failed')}</h1>
      <Button className="primary" onPress={onAgain} autoFocus>
        {t('app/again')}
      </Button>
    </div>
  );
}
