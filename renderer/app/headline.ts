import { CAUSES, type CauseId } from '../../core/causes/catalogue.ts';
import { LAYERS } from '../../core/causes/layers.ts';
import { CERTAINTIES } from '../../core/certainty.ts';
import type { Finding } from '../../core/finding.ts';
import type { Trouble, Way } from '../../core/guides/guide.ts';
import { GUIDES } from '../../core/guides/guides.ts';
import { MEDIA, type Medium } from '../../core/medium.ts';
import type { Report } from '../../core/report/schema.ts';
import type { SettingsTarget } from '../../core/settings-targets.ts';
import type { State, Verdict } from '../../core/verdict-schema.ts';
import { guideOf, hiddenPages, nameOf, siteName } from './telling.ts';
import { listed, t } from './words.ts';

// What stands between a person and their devices, in the order in which it is told.

type ReportSubject = Report['subjects'][number];

/** The one sentence about a subject. */
export interface Headline {
  readonly title: string;
  /** Why that is so; or what is known where nothing is wrong. */
  readonly why: string;
  /** What to do about it in a sentence, for where no guide shows it. */
  readonly fix: string | null;
  /** Null where nothing is wrong, or nobody knows. */
  readonly trouble: Trouble | null;
  readonly code: string | null;
}

/** What else was found: told under the sentence. */
export interface Aside {
  readonly trouble: Trouble;
  readonly title: string;
  readonly code: string;
}

/** What the one button does. */
export type FirstAction =
  /** Opens the page of the guide’s first step, and the guide beside it. */
  | { readonly kind: 'open'; readonly target: SettingsTarget; readonly step: string }
  | { readonly kind: 'guide' }
  /** Only an administrator can help: what they have to know goes to the clipboard. */
  | { readonly kind: 'administrator' }
  /** Only the people who run the site can help: they get the report. */
  | { readonly kind: 'report' }
  | { readonly kind: 'again' };

/** The one sentence about a subject, and what it rests on. */
export function headlineOf(report: Report, subject: string): Headline {
  const about = report.subjects.find(({ id }) => id === subject);
  if (about === undefined) return cannotTell(notFound(report));
  const [worst] = rootsOf(report, about);
  if (worst !== undefined) {
    const { cause, code, medium } = worst;
    const words = wordsFor(report, worst);
    return {
      title: t(`cause/${cause}/title`, words),
      why: t(`cause/${cause}/why`, words),
      fix: t(`cause/${cause}/fix`, words),
      trouble: { cause, subject: worst.subject, medium },
      code,
    };
  }
  const verdicts = verdictsOf(about);
  const unknown = verdicts.find(([, { state }]) => state === 'unknown');
  if (unknown === undefined)
    return { title: t('app/fine'), why: fineHint(report, about), fix: null, trouble: null, code: null };
  return { ...cannotTell(cannotTellHint(report, about, ...unknown)), trouble: unreadOnMac(report, about.id) };
}

/** What the program will do when the site wants the devices: nothing, or ask first, which is said with what to press. */
export function expectation(about: ReportSubject): string {
  const asking = mediaIn(about, 'will-ask');
  if (asking.length > 0) return t('app/willAsk', { program: about.name, devices: devicesIn(asking) });
  return t('app/allowed', { program: about.name, devices: devicesIn(mediaIn(about, 'ready')) });
}

/** What else was found against a subject, the outermost layer first; without what the sentence is about. */
export function asidesOf(report: Report, subject: string, { trouble: told }: Headline): readonly Aside[] {
  const all = report.findings.filter((each) => each.subject === subject || isOwnSignal(each)).toSorted(outermostFirst);
  const asides = all
    .filter(({ cause, medium }) => cause !== told?.cause || medium !== told.medium)
    .map((finding): Aside => {
      const title = t(`cause/${finding.cause}/title`, wordsFor(report, finding));
      const { cause, medium, code, certainty } = finding;
      return {
        trouble: {
          cause,
          medium,
          subject: finding.subject,
          ...(certainty === 'possible' ? { evenPossible: true } : {}),
        },
        title: certainty === 'possible' ? t('app/maybe', { title }) : title,
        code,
      };
    });
  return [...new Map(asides.map((aside) => [aside.title, aside])).values()];
}

/** What could not be read and might stand in the way. */
export function unreadOf({ undetermined }: Report, subject: string): readonly string[] {
  const unread = undetermined.filter((each) => each.subject === subject && each.couldBlock);
  return [...new Set(unread.flatMap(({ missing }) => missing))];
}

/** The first thing to do about a trouble, and whether a guide shows it. */
export function firstActionOf(
  report: Report,
  trouble: Trouble | null,
): { readonly action: FirstAction; readonly hasGuide: boolean } {
  if (trouble === null) return { action: { kind: 'again' }, hasGuide: false };
  const guide = guideOf(report, trouble);
  const hasGuide = guide !== null;
  const { fixableBy } = CAUSES[trouble.cause];
  if (fixableBy === 'administrator') return { action: { kind: 'administrator' }, hasGuide };
  if (guide === null) return { action: { kind: fixableBy === 'vendor' ? 'report' : 'again' }, hasGuide };
  const [way] = Object.values<Way>(GUIDES[guide].ways);
  const [step] = way?.steps ?? [];
  if (step?.action?.kind !== 'open' || !canOpen(report, step.action.target))
    return { action: { kind: 'guide' }, hasGuide };
  return { action: { kind: 'open', target: step.action.target, step: step.text }, hasGuide };
}

/** A page that is hidden, or is about a site where none is named, leads nowhere. */
function canOpen(report: Report, target: SettingsTarget): boolean {
  if (hiddenPages(report).includes(target)) return false;
  return target !== 'site-in-browser' || report.case?.site !== undefined;
}

/**
 * What the verdicts rest on, the worst first. What the test of this app saw of a device is true for every program: it counts where
 * it is no program’s own.
 */
function rootsOf(report: Report, about: ReportSubject): readonly Finding[] {
  const roots = verdictsOf(about).flatMap(
    ([medium, { rootCause }]) =>
      report.findings
        .filter((each) => each.subject === about.id && each.medium === medium && each.cause === rootCause)
        .toSorted(outermostFirst)[0] ?? [],
  );
  const signals = report.findings.filter((each) => isOwnSignal(each) && each.certainty !== 'possible');
  return [...roots, ...signals].toSorted((a, b) => rankOf(a.cause) - rankOf(b.cause) || outermostFirst(a, b));
}

function isOwnSignal({ subject, layer }: Finding): boolean {
  return subject === 'this-app' && layer === 'signal';
}

function rankOf(cause: CauseId): number {
  return ['blocks', 'degrades', 'asks', 'informs'].indexOf(CAUSES[cause].effect);
}

function outermostFirst(a: Finding, b: Finding): number {
  return (
    LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) ||
    CERTAINTIES.indexOf(a.certainty) - CERTAINTIES.indexOf(b.certainty)
  );
}

function wordsFor(report: Report, { medium, subject }: Pick<Finding, 'medium' | 'subject'>) {
  return {
    device: t(`device/${medium}`),
    program: nameOf(report, subject),
    site: siteName(report.case?.site) || t('app/theSite'),
  };
}

function verdictsOf(about: ReportSubject): readonly (readonly [Medium, Verdict])[] {
  return MEDIA.flatMap((medium) => {
    const verdict = about[medium];
    return verdict === undefined ? [] : [[medium, verdict] as const];
  });
}

function mediaIn(about: ReportSubject, wanted: State): readonly Medium[] {
  return verdictsOf(about).flatMap(([medium, { state }]) => (state === wanted ? [medium] : []));
}

function devicesIn(media: readonly Medium[]): string {
  return listed(media.map((medium) => t(`device/${medium}`)));
}

function cannotTell(why: string): Headline {
  return { title: t('app/cannotTell'), why, fix: null, trouble: null, code: null };
}

function notFound({ undetermined }: Report): string {
  const unfound = undetermined.find(({ rule }) => rule === 'subjects');
  return unfound === undefined ? t('app/cannotTellHint') : t('summary/unfound', { why: unfound.missing.join('; ') });
}

/** Where it was not proven here, that is said too: nothing known is not yet a picture. */
function fineHint(report: Report, about: ReportSubject): string {
  const app = report.subjects.find(({ kind }) => kind === 'app');
  const untested =
    about.kind === 'browser' && app !== undefined && mediaIn(app, 'ready').length < verdictsOf(app).length;
  return [expectation(about), ...(untested ? [t('app/untested')] : [])].join(' ');
}

/** Why the test could not measure, or what is only possible and said as that: better than nothing to try. */
function cannotTellHint(report: Report, about: ReportSubject, medium: Medium, { also: [perhaps] }: Verdict): string {
  const { captureTests } = report.facts.readings;
  const captures = captureTests?.kind === 'value' ? captureTests.value : [];
  const outcome = captures.findLast((each) => each.subject === about.id && each.medium === medium)?.outcome;
  if (outcome?.kind === 'not-measured') return t(`app/notMeasured/${outcome.why}`);
  if (perhaps === undefined) return t('app/cannotTellHint');
  const words = wordsFor(report, { medium, subject: about.id });
  return t('app/perhaps', { title: t(`cause/${perhaps}/title`, words), fix: t(`cause/${perhaps}/fix`, words) });
}

/** What macOS decided about a browser, where it does not show that: there is a guide to finding out. */
function unreadOnMac({ undetermined }: Report, subject: string): Trouble | null {
  const unread = undetermined.find((each) => each.rule === 'macos.browser-consent' && each.subject === subject);
  return unread === undefined ? null : { cause: 'macos.browser-denied', subject, medium: unread.medium };
}
