import { ChevronDown } from 'lucide-react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { Trouble } from '../../../core/guides/guide.ts';
import { MEDIA, type Medium } from '../../../core/medium.ts';
import type { Report } from '../../../core/report/schema.ts';
import type { Verdict } from '../../../core/verdict-schema.ts';
import { DevicePickers } from '../parts/device-pickers.tsx';
import { Echo } from '../parts/echo.tsx';
import { Graphs } from '../parts/graphs.tsx';
import { Preview } from '../parts/preview.tsx';
import { Rows } from '../parts/rows.tsx';
import { SubjectPicker } from '../parts/subject-picker.tsx';
import { rowsOf } from '../rows.ts';
import { siteName } from '../telling.ts';
import type { Doctor } from '../use-doctor.ts';
import { t } from '../words.ts';

interface ResultProps {
  readonly report: Report;
  readonly doctor: Doctor;
  readonly subject: string;
  readonly onSubject: (id: string) => void;
  /** Whether there is a guide for it. */
  readonly canFollow: (trouble: Trouble) => boolean;
  readonly onFollow: (trouble: Trouble) => void;
  readonly onAgain: () => void;
}

/** One sentence, one button; what else is wrong stands under it. */
export function Result({ report, doctor, subject, onSubject, canFollow, onFollow, onAgain }: ResultProps) {
  const about = report.subjects.find(({ id }) => id === subject) ?? report.subjects[0];
  if (about === undefined) return <h1>{t('app/cannotTell')}</h1>;
  const site = siteName(report.case?.site);
  const { title, hint, trouble } = headlineOf(report, about.id);
  const others = otherCauses(report, about, trouble);
  return (
    <div className="two found">
      <section>
        <Preview stream={null} />
        <DevicePickers doctor={doctor} />
        <Echo deviceId={doctor.chosen.microphone ?? null} />
      </section>
      <section>
        <SubjectPicker subjects={report.subjects} chosen={about.id} onChoose={onSubject} />
        <h1>{title}</h1>
        <p className="quiet">{hint}</p>
        <div className="actions">
          {trouble !== null && canFollow(trouble) && (
            <Button className="primary" onPress={() => onFollow(trouble)} autoFocus>
              {t('app/show')}
            </Button>
          )}
          <Button className="plain" onPress={onAgain}>
            {t('app/again')}
          </Button>
        </div>
        <Rows
          rows={rowsOf(report, about.id, doctor.outcomes, { running: false, isFirst: false })}
          program={about.name}
          site={site}
        />
        <Disclosure className="others">
          <Heading level={2}>
            <Button slot="trigger" className="plain">
              {t('app/others')} <ChevronDown aria-hidden="true" size={16} />
            </Button>
          </Heading>
          <DisclosurePanel>
            <ul>
              {others.length === 0 && <li>{t('app/nothingElse')}</li>}
              {others.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
            <Graphs report={report} />
          </DisclosurePanel>
        </Disclosure>
      </section>
    </div>
  );
}

type ReportSubject = Report['subjects'][number];

interface Headline {
  readonly title: string;
  readonly hint: string;
  /** What a guide could be about; null where nothing is wrong or nobody knows. */
  readonly trouble: Trouble | null;
}

/** The one sentence about a subject, and the one thing to do. */
export function headlineOf(report: Report, subject: string): Headline {
  const about = report.subjects.find(({ id }) => id === subject);
  if (about === undefined) return { title: t('app/cannotTell'), hint: t('app/cannotTellHint'), trouble: null };
  const verdicts = MEDIA.flatMap((medium): readonly (readonly [Medium, Verdict])[] => {
    const verdict = about[medium];
    return verdict === undefined ? [] : [[medium, verdict]];
  });
  const [medium, verdict] = verdicts.find(([, { rootCause }]) => rootCause !== null) ?? [];
  if (medium !== undefined && verdict?.rootCause) {
    const words = { device: t(`device/${medium}`), program: about.name };
    const { rootCause: cause } = verdict;
    return {
      title: t(`cause/${cause}/title`, words),
      hint: t(`cause/${cause}/fix`, words),
      trouble: { cause, subject: about.id, medium },
    };
  }
  const unknown = verdicts.find(([, { state }]) => state === 'unknown');
  if (unknown !== undefined) {
    const [hint, trouble] = [cannotTellHint(report, about, ...unknown), unreadOnMac(report, about.id)];
    return { title: t('app/cannotTell'), hint, trouble };
  }
  const device = verdicts.map(([each]) => t(`device/${each}`)).join(' / ');
  return { title: t('app/fine'), hint: t('app/fineHint', { program: about.name, device }), trouble: null };
}

/** Why the test could not measure, or what is only possible and said as that: better than nothing to try. */
function cannotTellHint({ facts }: Report, about: ReportSubject, medium: Medium, { also: [perhaps] }: Verdict): string {
  const { captureTests } = facts.readings;
  const captures = captureTests?.kind === 'value' ? captureTests.value : [];
  const outcome = captures.findLast((each) => each.subject === about.id && each.medium === medium)?.outcome;
  if (outcome?.kind === 'not-measured') return t(`app/notMeasured/${outcome.why}`);
  if (perhaps === undefined) return t('app/cannotTellHint');
  const words = { device: t(`device/${medium}`), program: about.name };
  return t('app/perhaps', { title: t(`cause/${perhaps}/title`, words), fix: t(`cause/${perhaps}/fix`, words) });
}

/** What macOS decided about a browser, where it does not show that: there is a guide to finding out. */
function unreadOnMac({ undetermined }: Report, subject: string): Trouble | null {
  const unread = undetermined.find((each) => each.rule === 'macos.browser-consent' && each.subject === subject);
  return unread === undefined ? null : { cause: 'macos.browser-denied', subject, medium: unread.medium };
}

function otherCauses(report: Report, about: ReportSubject, trouble: Trouble | null): readonly string[] {
  const found = MEDIA.flatMap((medium) => {
    const verdict = about[medium];
    const causes =
      verdict === undefined ? [] : [...(verdict.rootCause === null ? [] : [verdict.rootCause]), ...verdict.also];
    return causes
      .filter((cause) => cause !== trouble?.cause || medium !== trouble.medium)
      .map((cause) => {
        const code = report.findings.find((each) => each.cause === cause)?.code ?? '';
        return `${t(`cause/${cause}/title`, { device: t(`device/${medium}`), program: about.name })} (${code})`;
      });
  });
  const unread = report.undetermined
    .filter(({ subject, couldBlock }) => subject === about.id && couldBlock)
    .flatMap(({ missing }) => missing);
  return [...new Set([...found, ...unread])];
}
