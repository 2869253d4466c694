import { CAUSES, type CauseId } from '../causes/catalogue.ts';
import { LAYERS } from '../causes/layers.ts';
import type { Finding } from '../finding.ts';
import type { Translate } from '../i18n/translate.ts';
import { MEDIA, type Medium } from '../medium.ts';
import { valueOr } from '../reading.ts';
import type { State, Verdict } from '../verdict-schema.ts';
import { administratorLines } from './administrator.ts';
import { captureLines } from './capture-lines.ts';
import type { Report } from './schema.ts';

/** A report in plain words, in the order in which a person reads it: what every written form shows. */
export interface Summary {
  readonly heading: string;
  readonly site: string | null;
  readonly takenAt: string;
  readonly subjects: readonly SubjectSummary[];
  /** The one thing to do now, or that there is nothing to do. */
  readonly now: { readonly heading: string; readonly text: string; readonly code: string | null };
  /** Which policy has to be changed, and how; without lines where none is to blame. */
  readonly administrator: Section;
  readonly evidence: Section;
  readonly undetermined: Section;
  /** What capture tests saw, with a graph; without lines where none was made. */
  readonly captures: Section;
  readonly promise: string;
}

export interface SubjectSummary {
  readonly title: string;
  readonly lines: readonly VerdictLine[];
}

export interface VerdictLine {
  readonly state: State;
  readonly medium: string;
  readonly text: string;
  /** The code of the root cause and of what else was found; may be empty. */
  readonly aside: string;
}

export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

type ReportSubject = Report['subjects'][number];

export function summarise(report: Report, translate: Translate): Summary {
  const t: Translate = (key, words) => printable(translate(key, words));
  const system = valueOr(report.host.system, t('summary/unknownSystem'));
  const site = report.case?.site;
  return {
    heading: t('summary/heading', { system }),
    site: site === undefined ? null : t('summary/site', { site }),
    takenAt: report.takenAt,
    subjects: report.subjects.map((subject) => summariseSubject(report, subject, t)),
    now: whatToDo(report, t),
    administrator: { heading: t('summary/administratorHeading'), lines: administratorLines(report.findings, t) },
    evidence: { heading: t('summary/evidenceHeading'), lines: report.findings.map((each) => evidenceLine(each)) },
    undetermined: {
      heading: t('summary/undeterminedHeading'),
      lines: [...new Set(report.undetermined.map(({ rule, missing }) => printable(`${rule}: ${missing.join('; ')}`)))],
    },
    captures: {
      heading: t('summary/capturesHeading'),
      lines: captureLines(report.facts, t).map(printable),
    },
    promise: t('summary/promise'),
  };
}

function summariseSubject(report: Report, subject: ReportSubject, t: Translate): SubjectSummary {
  const notes = [
    ...(subject.id.includes(':') && subject.profile !== null
      ? [t('summary/profile', { profile: subject.profile })]
      : []),
    ...(subject.isDefault ? [t('summary/defaultBrowser')] : []),
  ];
  const name = printable(subject.name);
  return {
    title: notes.length === 0 ? name : `${name} (${notes.join(', ')})`,
    lines: verdictsOf(subject).map(([medium, verdict]) => verdictLine(report, subject, medium, verdict, t)),
  };
}

function verdictsOf(subject: ReportSubject): readonly (readonly [Medium, Verdict])[] {
  return MEDIA.flatMap((medium) => {
    const verdict = subject[medium];
    return verdict === undefined ? [] : [[medium, verdict] as const];
  });
}

function verdictLine(
  report: Report,
  subject: ReportSubject,
  medium: Medium,
  { state, rootCause, also }: Verdict,
  t: Translate,
): VerdictLine {
  const code = (cause: CauseId): string => CAUSES[cause].code;
  const words = { device: t(`device/${medium}`), program: subject.name, site: report.case?.site ?? '' };
  const why = [
    ...new Set(
      report.undetermined
        .filter((each) => each.subject === subject.id && each.medium === medium && each.couldBlock)
        .flatMap(({ missing }) => missing),
    ),
  ];
  const unread = state === 'unknown' && why.length > 0 ? `: ${t('summary/because', { missing: why.join('; ') })}` : '';
  return {
    state,
    medium: t(`medium/${medium}`),
    text: rootCause === null ? `${t(`state/${state}`)}${unread}` : t(`cause/${rootCause}/title`, words),
    aside: [
      ...(rootCause === null ? [] : [code(rootCause)]),
      ...(also.length === 0 ? [] : [t('summary/also', { causes: also.map(code).join(', ') })]),
    ].join('; '),
  };
}

/**
 * What to put right first: for the default browser before the others, a blocker before a flaw, and then the outermost
 * layer, since nothing further in helps before it.
 */
function whatToDo(report: Report, t: Translate): Summary['now'] {
  const heading = t('summary/nowHeading');
  const candidates = report.subjects.flatMap((subject) =>
    verdictsOf(subject).flatMap(([medium, { state, rootCause }]) => {
      const finding = report.findings.find(
        (each) => each.cause === rootCause && each.subject === subject.id && each.medium === medium,
      );
      return finding === undefined ? [] : [{ subject, medium, state, finding }];
    }),
  );
  const [first] = candidates.toSorted(
    (a, b) =>
      Number(b.state === 'blocked') - Number(a.state === 'blocked') ||
      Number(b.subject.isDefault) - Number(a.subject.isDefault) ||
      LAYERS.indexOf(a.finding.layer) - LAYERS.indexOf(b.finding.layer),
  );
  if (first === undefined) {
    const unfound = report.undetermined.find(({ rule }) => rule === 'subjects');
    if (unfound !== undefined)
      return { heading, text: t('summary/unfound', { why: unfound.missing.join('; ') }), code: null };
    const unknown = report.subjects.some((subject) => verdictsOf(subject).some(([, { state }]) => state === 'unknown'));
    return { heading, text: t(unknown ? 'summary/cannotTell' : 'summary/nothing'), code: null };
  }
  const { subject, medium, finding } = first;
  const words = { device: t(`device/${medium}`), program: subject.name, site: report.case?.site ?? '' };
  return { heading, text: t(`cause/${finding.cause}/fix`, words), code: finding.code };
}

/**
 * Without control characters, which a device or a crafted report could put in its name to steer the terminal that
 * shows it.
 */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
}

function evidenceLine({ code, cause, certainty, subject, medium, evidence }: Finding): string {
  const facts = evidence.map(({ fact, value }) => `${fact} = ${value}`).join('; ');
  return printable(`${code} ${cause} (${certainty}), ${subject}, ${medium}: ${facts}`);
}
