import type { FactKey, Readings } from '../../../core/facts/facts.ts';
import type { Finding, Undetermined } from '../../../core/finding.ts';
import type { Reading } from '../../../core/reading.ts';
import { captureLines } from '../../../core/report/capture-lines.ts';
import type { Report } from '../../../core/report/schema.ts';
import { matcher } from '../search.ts';
import { nameOf, siteName } from '../telling.ts';
import { t } from '../words.ts';
import { type FactRow, factRows } from './fact-rows.ts';

export interface FoundFinding {
  readonly finding: Finding;
  readonly title: string;
  /** What it is about, and whom: all those of whom the very same is said. */
  readonly about: string;
}

export interface FoundUndetermined {
  readonly undetermined: Undetermined;
  readonly about: string;
}

export interface FoundFact {
  readonly fact: FactKey;
  /** What it is, in words. */
  readonly name: string;
  readonly kind: Reading<unknown>['kind'];
  readonly rows: readonly FactRow[];
}

/** Everything in a report that can be searched. */
export interface DetailsIndex {
  readonly findings: readonly FoundFinding[];
  readonly undetermined: readonly FoundUndetermined[];
  readonly captures: readonly string[];
  readonly facts: readonly FoundFact[];
}

export function indexOf(report: Report): DetailsIndex {
  const titleOf = ({ cause, medium, subject }: Finding): string =>
    t(`cause/${cause}/title`, {
      device: t(`device/${medium}`),
      program: nameOf(report, subject),
      site: siteName(report.case?.site) || t('app/theSite'),
    });
  return {
    findings: together(report.findings, report, ({ subject, ...rest }) => [rest, titleOf({ subject, ...rest })]).map(
      ([finding, about]) => ({ finding, title: titleOf(finding), about }),
    ),
    undetermined: together(report.undetermined, report, ({ subject, ...rest }) => [rest]).map(
      ([undetermined, about]) => ({ undetermined, about }),
    ),
    captures: captureLines(report.facts, t),
    facts: entriesOf(report.facts.readings).map(([fact, reading]) => ({
      fact,
      name: t(`looking/at/${fact}`),
      kind: reading.kind,
      rows: factRows(fact, reading),
    })),
  };
}

/** The first of those of whom the same is said, with the names of all. */
function together<T extends Finding | Undetermined>(
  of: readonly T[],
  report: Report,
  said: (each: T) => unknown,
): readonly (readonly [T, string])[] {
  const groups = Map.groupBy(of, (each) => JSON.stringify(said(each)));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const names = new Set(group.map(({ subject }) => nameOf(report, subject) || subject));
    return [[first, `${t(`medium/${first.medium}`)} · ${[...names].join(', ')}`] as const];
  });
}

/** What of it has every word of the query; of a fact the lines that have. */
export function search(index: DetailsIndex, query: string): DetailsIndex {
  const matches = matcher(query);
  // Said once: there can be very many lines.
  const says: Readonly<Record<FactRow['kind'], string>> = {
    value: t('views/details/reading/value'),
    absent: t('views/details/reading/absent'),
    unreadable: t('views/details/reading/unreadable'),
    empty: t('views/details/empty'),
  };
  return {
    findings: index.findings.filter(({ finding, title, about }) => {
      const { code, cause, certainty, evidence } = finding;
      const proof = evidence.map(({ fact, value }) => `${fact} = ${value}`);
      return matches([code, cause, t(`views/details/certainty/${certainty}`), title, about, ...proof].join('\n'));
    }),
    undetermined: index.undetermined.filter(({ undetermined: { rule, missing }, about }) =>
      matches([rule, about, ...missing].join('\n')),
    ),
    captures: index.captures.filter(matches),
    facts: index.facts
      .map((each) => ({
        ...each,
        rows: each.rows.filter(({ path, kind, text }) => matches(`${each.name}\n${path} = ${text}\n${says[kind]}`)),
      }))
      .filter(({ rows }) => rows.length > 0),
  };
}

/** How much there is: each finding, each rule, each test, each line of a fact. */
export function sizeOf({ findings, undetermined, captures, facts }: DetailsIndex): number {
  return (
    findings.length + undetermined.length + captures.length + facts.reduce((sum, { rows }) => sum + rows.length, 0)
  );
}

function entriesOf(readings: Readings): readonly (readonly [FactKey, Reading<unknown>])[] {
  const isKey = (name: string): name is FactKey => Object.hasOwn(readings, name);
  return Object.keys(readings)
    .filter(isKey)
    .toSorted()
    .flatMap((name) => {
      const reading = readings[name];
      return reading === undefined ? [] : [[name, reading] as const];
    });
}
