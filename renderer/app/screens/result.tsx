import { ChevronRight, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Bridge } from '../../../core/contract.ts';
import type { Trouble } from '../../../core/guides/guide.ts';
import type { Report } from '../../../core/report/schema.ts';
import { copyAndTell } from '../copy.ts';
import { asidesOf, firstActionOf, type Headline, headlineOf, unreadOf } from '../headline.ts';
import { DevicePickers } from '../parts/device-pickers.tsx';
import { Echo } from '../parts/echo.tsx';
import { Graphs } from '../parts/graphs.tsx';
import { Preview } from '../parts/preview.tsx';
import { Rows } from '../parts/rows.tsx';
import { type Outcome, Told } from '../parts/told.tsx';
import { Whom } from '../parts/whom.tsx';
import { rowsOf } from '../rows.ts';
import { guideOf, nameOf, siteName } from '../telling.ts';
import type { Doctor } from '../use-doctor.ts';
import { t } from '../words.ts';

interface ResultProps {
  readonly report: Report;
  readonly doctor: Doctor;
  readonly subject: string;
  readonly bridge: Bridge;
  readonly onAsk: () => void;
  readonly onFollow: (trouble: Trouble) => void;
  /** Opens the page of the guide’s first step, and the guide. */
  readonly onOpen: (trouble: Trouble) => void;
  readonly onReport: () => void;
  readonly onAgain: () => void;
}

/** One sentence, one button; what else is wrong stands under it. */
export function Result(props: ResultProps) {
  const { report, doctor, subject, onAsk, onFollow, onAgain } = props;
  const headline = headlineOf(report, subject);
  const { action } = firstActionOf(report, headline.trouble);
  return (
    <div className="two found">
      <section>
        <Preview stream={null} />
        <DevicePickers doctor={doctor} />
        <div className="tools">
          {report.case?.need?.includes('microphone') !== false && <Echo deviceId={doctor.chosen.microphone ?? null} />}
          {action.kind !== 'again' && (
            <Button className="plain" onPress={onAgain}>
              <RotateCw aria-hidden="true" size={16} /> {t('app/again')}
            </Button>
          )}
        </div>
      </section>
      <section>
        <Whom report={report} subject={subject} onAsk={onAsk} />
        <h1>{headline.title}</h1>
        <p className="quiet">{headline.why}</p>
        <FirstActions {...props} headline={headline} key={headline.title} />
        <Rows
          rows={rowsOf(report, subject, doctor.outcomes, { running: false, isFirst: false })}
          program={nameOf(report, subject)}
          site={siteName(report.case?.site)}
        />
        <Others report={report} subject={subject} headline={headline} onFollow={onFollow} />
      </section>
    </div>
  );
}

/** The one button, and what is quieter beside it. */
function FirstActions({
  report,
  bridge,
  headline,
  onFollow,
  onOpen,
  onReport,
  onAgain,
}: ResultProps & { headline: Headline }) {
  const { trouble, fix } = headline;
  const { action, hasGuide } = firstActionOf(report, trouble);
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<Outcome | null>(null);
  const site = siteName(report.case?.site);
  const copyForAdministrator = async (about: Trouble): Promise<Outcome> => {
    const words = { copied: t('app/administratorCopied'), failed: t('app/administratorNotCopied') };
    const text = await bridge.writeForAdministrator(about).catch(() => null);
    return text === null ? { worked: false, text: words.failed } : copyAndTell(text, words);
  };
  const follow = (): void => {
    if (trouble !== null) onFollow(trouble);
  };
  const primary = {
    open: {
      label:
        action.kind === 'open'
          ? t(`app/open/${action.target}`, { site, program: nameOf(report, trouble?.subject) })
          : '',
      press: () => {
        setBusy(true);
        if (trouble !== null) onOpen(trouble);
      },
    },
    guide: { label: t('app/show'), press: follow },
    administrator: {
      label: t('app/administrator'),
      press: () => {
        if (trouble !== null) void copyForAdministrator(trouble).then(setTold);
      },
    },
    report: { label: t('app/sendReport'), press: onReport },
    again: { label: t('app/again'), press: onAgain },
  }[action.kind];
  return (
    <>
      {!hasGuide && fix !== null && <p>{fix}</p>}
      <div className="actions">
        <Button className="primary" onPress={primary.press} isDisabled={busy} autoFocus>
          {primary.label}
        </Button>
        {hasGuide && action.kind !== 'guide' && (
          <Button className="plain" onPress={follow}>
            {t('app/show')}
          </Button>
        )}
      </div>
      <Told outcome={told} />
    </>
  );
}

interface OthersProps {
  readonly report: Report;
  readonly subject: string;
  readonly headline: Headline;
  readonly onFollow: (trouble: Trouble) => void;
}

/** What else was found, for whoever wants to know; each with its own way out where there is one. */
function Others({ report, subject, headline, onFollow }: OthersProps) {
  const asides = asidesOf(report, subject, headline);
  const unread = unreadOf(report, subject);
  return (
    <details className="others">
      <summary>
        <ChevronRight aria-hidden="true" size={16} /> {t('app/others')}
        {asides.length > 0 && <small>{asides.length}</small>}
      </summary>
      <ul>
        {asides.length === 0 && unread.length === 0 && <li>{t('app/nothingElse')}</li>}
        {asides.map(({ trouble, title, code }) => (
          <li key={title}>
            <span>
              {title} <small>{t('app/code', { code })}</small>
            </span>
            {guideOf(report, trouble) !== null && (
              <Button className="plain" aria-label={`${t('app/show')}: ${title}`} onPress={() => onFollow(trouble)}>
                {t('app/show')}
              </Button>
            )}
          </li>
        ))}
        {unread.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <Graphs report={report} />
    </details>
  );
}
