import { Check } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { CAUSES } from '../../../core/causes/catalogue.ts';
import type { Bridge } from '../../../core/contract.ts';
import { MEDIA } from '../../../core/medium.ts';
import type { Report } from '../../../core/report/schema.ts';
import { returnAddress } from '../../../core/return-address.ts';
import { expectation, headlineOf } from '../headline.ts';
import { Echo } from '../parts/echo.tsx';
import { Whom } from '../parts/whom.tsx';
import type { Chosen } from '../run-check.ts';
import { nameOf } from '../telling.ts';
import type { Fixed } from '../use-fixed.ts';
import { t } from '../words.ts';

interface ProofProps {
  readonly report: Report;
  readonly subject: string;
  /** What was put right on the way here. */
  readonly fixed: readonly Fixed[];
  readonly chosen: Chosen;
  readonly bridge: Bridge;
  readonly onAsk: () => void;
  readonly onReport: () => void;
  readonly onAgain: () => void;
}

/** It was tested, and it works: back to what the person came from. */
export function Proof({ report, subject, fixed, chosen, bridge, onAsk, onReport, onAgain }: ProofProps) {
  const about = report.subjects.find(({ id }) => id === subject);
  const [medium, second] = MEDIA.filter((each) => (report.case?.need ?? MEDIA).includes(each));
  const single = second === undefined ? medium : undefined;
  return (
    <div className="proof">
      <Whom report={report} subject={subject} onAsk={onAsk} />
      <span className="seal">
        <Check aria-hidden="true" size={40} />
      </span>
      <h1>{single === undefined ? t('app/works') : t('app/worksOne', { device: t(`device/${single}`) })}</h1>
      <p className="quiet">
        {t(`app/proof/${single ?? 'both'}`, { program: nameOf(report, 'this-app') || t('app/title') })}
      </p>
      {about?.kind === 'browser' && <p className="quiet">{onward(report, about)}</p>}
      <Onward report={report} subject={subject} bridge={bridge} onAgain={onAgain}>
        {single !== 'camera' && <Echo deviceId={chosen.microphone ?? null} />}
      </Onward>
      <p className="quiet">
        {fixed.map(({ trouble, milliseconds }) => (
          <span key={`${trouble.cause} ${trouble.medium} ${trouble.subject}`} className="fixed">
            {[fixedText(report, trouble), ...(milliseconds === null ? [] : [duration(milliseconds)])].join(' · ')}
          </span>
        ))}
        <Button className="link" onPress={onReport}>
          {t('app/sendReport')}
        </Button>
      </p>
    </div>
  );
}

interface OnwardProps {
  readonly report: Report;
  readonly subject: string;
  readonly bridge: Bridge;
  readonly onAgain: () => void;
  readonly children: ReactNode;
}

/** Back to where the person came from, where that is known. */
function Onward({ report, subject, bridge, onAgain, children }: OnwardProps) {
  const [failed, setFailed] = useState(false);
  const address = returnAddress(report.case);
  const site = address === null ? null : new URL(address).host;
  const goBack = (): void => {
    bridge.returnToSite({ subject }).then(
      ({ kind }) => setFailed(kind !== 'opened'),
      () => setFailed(true),
    );
  };
  return (
    <>
      <div className="actions">
        {site !== null && (
          <Button className="primary" onPress={goBack} autoFocus>
            {t('app/goBack', { site })}
          </Button>
        )}
        <Button className={site === null ? 'primary' : 'plain'} onPress={onAgain} autoFocus={site === null}>
          {t('app/again')}
        </Button>
      </div>
      {children}
      <p className="failure" role="status">
        {failed ? t('app/goBackFailed', { site: site ?? '' }) : ''}
      </p>
    </>
  );
}

/** What is still to be pressed in the browser itself. */
function onward(report: Report, about: Report['subjects'][number]): string {
  const { title, fix, trouble } = headlineOf(report, about.id);
  return trouble === null ? expectation(about) : `${title} ${fix ?? ''}`;
}

function fixedText(report: Report, { cause, medium, subject }: Fixed['trouble']): string {
  const words = { device: t(`device/${medium}`), program: nameOf(report, subject) };
  // The sentence goes on.
  const title = t(`cause/${cause}/title`, words).replace(/\.$/, '');
  return t('app/fixed', { title, code: CAUSES[cause].code });
}

function duration(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  const words = { minutes: String(minutes), seconds: String(rest) };
  return t(minutes === 0 ? 'app/seconds' : 'app/minutes', words);
}
