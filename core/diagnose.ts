import { CAUSES } from './causes/catalogue.ts';
import type { Facts } from './facts/facts.ts';
import type { Finding, Undetermined } from './finding.ts';
import { guideFor } from './guides/guides.ts';
import { type System, systemOf } from './guides/system.ts';
import { MEDIA, type Medium } from './medium.ts';
import { lastCapture } from './rules/capture/index.ts';
import { provesLeave } from './rules/capture/proof.ts';
import { RULES } from './rules/index.ts';
import type { Asked, Judgement, Rule } from './rules/rule.ts';
import type { Site } from './site.ts';
import { type Subject, subjectsOf } from './subject.ts';
import { decideVerdict } from './verdict.ts';
import type { Verdict } from './verdict-schema.ts';

/** What a diagnosis is about. */
export interface Question {
  readonly site: Site | null;
  /** The media somebody needs; the others are not judged. */
  readonly media: readonly Medium[];
  /** Only this browser, all its profiles; null for every subject. */
  readonly browser: string | null;
}

export const WHOLE_MACHINE: Question = { site: null, media: MEDIA, browser: null };

export interface SubjectVerdicts {
  readonly subject: Subject;
  readonly verdicts: { readonly [M in Medium]?: Verdict };
}

export interface Diagnosis {
  readonly question: Question;
  readonly subjects: readonly SubjectVerdicts[];
  readonly findings: readonly Finding[];
  readonly undetermined: readonly Undetermined[];
}

/** Judges the facts: pure, and the same on any computer and at any later time. */
export function diagnose(facts: Facts, question: Question = WHOLE_MACHINE, rules: readonly Rule[] = RULES): Diagnosis {
  const findings: Finding[] = [];
  const undetermined: Undetermined[] = [];
  const subjects = subjectsOf(facts)
    .filter((subject) => isAskedAbout(subject, question))
    .map((subject): SubjectVerdicts => {
      const verdicts: { [M in Medium]?: Verdict } = {};
      for (const medium of question.media) {
        const grounds = judge(facts, rules, { subject, medium, site: question.site, platform: facts.platform });
        findings.push(...grounds.findings);
        undetermined.push(...grounds.undetermined);
        verdicts[medium] = decideVerdict({
          ...grounds,
          unread: grounds.undetermined.some(({ couldBlock }) => couldBlock),
          captured: hasCaptured(facts, subject, medium, question.site),
        });
      }
      return { subject, verdicts };
    });
  const missing = whoIsMissing(facts, question, subjects.length);
  if (missing !== null) {
    for (const medium of question.media) undetermined.push({ rule: 'subjects', ...missing, medium, couldBlock: true });
  }
  return { question, subjects, findings, undetermined };
}

/** Why somebody who ought to be judged is not among the subjects: nobody must read that as "nothing blocks". */
function whoIsMissing({ readings }: Facts, { browser }: Question, found: number) {
  const { browsers } = readings;
  if (browsers?.kind === 'unreadable')
    return { subject: browser ?? 'browsers', missing: [`browsers: ${browsers.why}`] };
  if (found > 0) return null;
  return { subject: browser ?? 'browsers', missing: [`browsers: ${browser ?? 'none'} is not installed here`] };
}

/** Everything when no browser was named; otherwise that browser, in whichever package and profile. */
function isAskedAbout(subject: Subject, { browser }: Question): boolean {
  if (browser === null || browser === subject.id) return true;
  return subject.kind === 'browser' && (browser === subject.browser.id || browser === subject.browser.product);
}

function judge(facts: Facts, rules: readonly Rule[], asked: Asked) {
  const findings: Finding[] = [];
  const undetermined: Undetermined[] = [];
  let granted = false;
  for (const rule of rules) {
    if (!rule.on.includes(facts.platform) || !rule.media.includes(asked.medium)) continue;
    for (const judgement of judgeSafely(rule, facts, asked)) {
      if (judgement.kind === 'grant') granted = true;
      else if (judgement.kind === 'finding') findings.push(toFinding(judgement, asked, systemOf(facts)));
      else undetermined.push(toUndetermined(judgement, rule, asked));
    }
  }
  return { findings, undetermined, granted };
}

/** A rule that crashes is a bug of ours, and must neither sink the others nor pass for "nothing found". */
function judgeSafely(rule: Rule, facts: Facts, asked: Asked): readonly Judgement[] {
  try {
    return rule.judge(facts.readings, asked);
  } catch (error) {
    return [{ kind: 'undetermined', missing: [`this rule failed: ${String(error)}`] }];
  }
}

function toFinding(
  judgement: Extract<Judgement, { kind: 'finding' }>,
  { subject, medium }: Asked,
  system: System,
): Finding {
  const { code, layer, fixableBy } = CAUSES[judgement.cause];
  return {
    cause: judgement.cause,
    code,
    layer,
    medium,
    subject: subject.id,
    certainty: judgement.certainty,
    fixableBy,
    guide: guideFor(judgement.cause, medium, subject, system),
    evidence: [...judgement.evidence],
  };
}

function toUndetermined(
  { missing }: Extract<Judgement, { kind: 'undetermined' }>,
  { id, couldBlock }: Rule,
  { subject, medium }: Asked,
): Undetermined {
  return { rule: id, missing: [...missing], subject: subject.id, medium, couldBlock };
}

/** Capture in another subject, or for another site, proves nothing about this one. */
function hasCaptured(facts: Facts, subject: Subject, medium: Medium, site: Site | null): boolean {
  const { captureTests } = facts.readings;
  const capture = captureTests?.kind === 'value' ? lastCapture(captureTests.value, subject, medium, site) : undefined;
  return capture !== undefined && provesLeave(capture);
}
