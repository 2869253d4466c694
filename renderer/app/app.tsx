import { useState } from 'react';
import type { Bridge } from '../../core/contract.ts';
import { MEDIA } from '../../core/medium.ts';
import type { Report } from '../../core/report/schema.ts';
import type { OnConnection } from './bridge.ts';
import { headlineOf } from './headline.ts';
import { Frame, type View } from './parts/frame.tsx';
import { Title } from './parts/title.tsx';
import { CurrentScreen } from './screens/current-screen.tsx';
import { Details } from './screens/details.tsx';
import { Library } from './screens/library.tsx';
import { ReportScreen } from './screens/report.tsx';
import { type Journey, type Screen, useJourney } from './use-journey.ts';
import { useWindow } from './use-window.ts';
import { t } from './words.ts';

/** One window: it checks, says what it found, shows how to put it right, and proves that it works. */
export function App({ bridge, onConnection }: { bridge: Bridge; onConnection: OnConnection }) {
  const journey = useJourney(bridge, onConnection);
  const ownWindow = useWindow(bridge);
  const [view, setView] = useState<View | null>(null);
  const { report } = journey.doctor;
  return (
    <Frame
      report={report}
      code={journey.screen === 'result' && report !== null ? headlineOf(report, journey.about).code : null}
      says={view === null ? announcement(journey) : t(`app/view/${view}`)}
      view={view}
      onView={setView}
    >
      {view === null && (
        <CurrentScreen journey={journey} ownWindow={ownWindow} bridge={bridge} onReport={() => setView('report')} />
      )}
      {view === 'guides' && <Library report={report} />}
      {view === 'details' && (report === null ? <Looking view={view} /> : <Details report={report} />)}
      {view === 'report' &&
        (report === null ? <Looking view={view} /> : <ReportScreen report={report} bridge={bridge} />)}
    </Frame>
  );
}

/** Until there is a report to be shown. */
function Looking({ view }: { view: View }) {
  return (
    <div className="view">
      <Title>{t(`app/view/${view}`)}</Title>
      <p className="quiet">{t('views/looking')}</p>
    </div>
  );
}

/** What is said aloud when a screen comes up. */
function announcement({ screen, doctor: { report }, about, gone }: Journey): string {
  const says: Readonly<Record<Screen, string>> = {
    lost: t('app/lost'),
    failed: t('app/failed'),
    proof: works(report),
    guide: t(gone ? 'app/stepDone' : 'app/watching'),
    check: t('app/checking/title'),
    result: report === null ? '' : headlineOf(report, about).title,
  };
  return says[screen];
}

/** What works, of all that is needed. */
function works(report: Report | null): string {
  const [medium, second] = report?.case?.need ?? MEDIA;
  return medium === undefined || second !== undefined
    ? t('app/works')
    : t('app/worksOne', { device: t(`device/${medium}`) });
}
