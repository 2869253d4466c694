import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Bridge } from '../../core/contract.ts';
import { isGone, type Trouble } from '../../core/guides/guide.ts';
import type { Report } from '../../core/report/schema.ts';
import type { OnConnection } from './bridge.ts';
import { Frame } from './parts/frame.tsx';
import { Check } from './screens/check.tsx';
import { GuideScreen } from './screens/guide.tsx';
import { Proof } from './screens/proof.tsx';
import { headlineOf, Result } from './screens/result.tsx';
import { codeOf, everythingWorks, guideOf, hiddenPages, mostTelling, nameOf } from './telling.ts';
import { useDoctor } from './use-doctor.ts';
import { useFollowing } from './use-following.ts';
import { t } from './words.ts';

/** One window: it checks, says what it found, shows how to put it right, and proves that it works. */
export function App({ bridge, onConnection }: { bridge: Bridge; onConnection: OnConnection }) {
  const doctor = useDoctor(bridge);
  const { report, running, check } = doctor;
  const [subject, setSubject] = useState<string | null>(null);
  const { following, begin, takeWay, act, end, forget } = useFollowing(bridge);
  const [lost, setLost] = useState(false);
  const about = subject ?? (report === null ? 'this-app' : mostTelling(report));

  useEffect(() => onConnection((connected) => setLost(!connected)), [onConnection]);

  const gone = following !== null && report !== null && isGone(report, following.trouble);
  const pending = gone ? null : (following?.trouble ?? null);
  useWatch(bridge, pending);
  useLookOnReturn(pending, check);

  // The trouble is gone: whether it works now, only a test can tell.
  useEffect(() => {
    if (gone) check();
  }, [gone, check]);

  const works = report !== null && !running && everythingWorks(report, about);
  useEffect(() => {
    if (works) forget();
  }, [works, forget]);

  function follow(trouble: Trouble): void {
    const guide = report === null ? null : guideOf(report, trouble);
    if (guide !== null) begin(guide, trouble);
  }

  const program = nameOf(report, following?.trouble.subject);
  const screen = screenFor({
    lost,
    failed: doctor.failed,
    examined: report !== null,
    running,
    works,
    following: following !== null,
  });
  const says = announcement(screen, report, about, gone);
  return (
    <Frame report={report} code={screen === 'result' ? codeOf(report, about) : null} says={says}>
      {screen === 'lost' && <h1>{says}</h1>}
      {screen === 'failed' && (
        <>
          <h1>{says}</h1>
          <Button className="primary" onPress={check}>
            {t('app/again')}
          </Button>
        </>
      )}
      {screen === 'proof' && (
        <Proof fixed={following === null ? null : { ...following, program }} chosen={doctor.chosen} onAgain={check} />
      )}
      {screen === 'guide' && following !== null && (
        <GuideScreen
          {...following}
          program={program}
          site={report?.case?.site ?? null}
          hidden={hiddenPages(report)}
          bridge={bridge}
          gone={gone}
          testing={running}
          onWay={takeWay}
          onActed={act}
          onBack={end}
          onAgain={check}
        />
      )}
      {screen === 'check' && <Check doctor={doctor} subject={about} />}
      {screen === 'result' && report !== null && (
        <Result
          report={report}
          doctor={doctor}
          subject={about}
          onSubject={setSubject}
          canFollow={(trouble) => guideOf(report, trouble) !== null}
          onFollow={follow}
          onAgain={check}
        />
      )}
    </Frame>
  );
}

/** What is said aloud when a screen comes up. */
function announcement(screen: Screen, report: Report | null, subject: string, gone: boolean): string {
  const says: Readonly<Record<Screen, string>> = {
    lost: t('app/lost'),
    failed: t('app/failed'),
    proof: t('app/works'),
    guide: t(gone ? 'app/stepDone' : 'app/watching'),
    check: t('app/checking/title'),
    result: report === null ? '' : headlineOf(report, subject).title,
  };
  return says[screen];
}

/** Has main look whether the trouble goes away, for as long as there is one. */
function useWatch(bridge: Bridge, trouble: Trouble | null): void {
  useEffect(() => {
    if (trouble === null) return;
    void bridge.watch(trouble);
    return () => void bridge.watch(null);
  }, [bridge, trouble]);
}

/** macOS may go on telling this process what was true when it started: back from its settings, a new one is asked. */
function useLookOnReturn(trouble: Trouble | null, check: () => void): void {
  const isOfMac = trouble?.cause.startsWith('macos.');
  useEffect(() => {
    if (!isOfMac) return;
    window.addEventListener('focus', check);
    return () => window.removeEventListener('focus', check);
  }, [isOfMac, check]);
}

type Screen = 'lost' | 'failed' | 'proof' | 'guide' | 'check' | 'result';

/** One thing at a time. A guide stays open while the test that it ends in runs. */
function screenFor(now: {
  readonly lost: boolean;
  readonly failed: boolean;
  readonly examined: boolean;
  readonly running: boolean;
  readonly works: boolean;
  readonly following: boolean;
}): Screen {
  if (now.lost) return 'lost';
  if (now.failed) return 'failed';
  if (now.following && now.examined && (now.running || !now.works)) return 'guide';
  if (!now.examined || now.running) return 'check';
  return now.works ? 'proof' : 'result';
}
