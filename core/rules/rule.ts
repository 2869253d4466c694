import type { CauseId } from '../causes/catalogue.ts';
import type { Certainty } from '../certainty.ts';
import type { FactKey, FactReading, FactValue, Readings } from '../facts/facts.ts';
import type { Evidence } from '../finding.ts';
import type { Medium } from '../medium.ts';
import type { Platform } from '../platform.ts';
import type { Site } from '../site.ts';
import type { Subject } from '../subject.ts';

/** Whom and what a rule is asked about. */
export interface Asked {
  readonly subject: Subject;
  readonly medium: Medium;
  /** The site in question; null when none was named. */
  readonly site: Site | null;
  /** The system that the facts are of. */
  readonly platform: Platform;
}

/** What a rule can say. Saying nothing means: the facts were read, and nothing of the kind is there. */
export type Judgement =
  | {
      readonly kind: 'finding';
      readonly cause: CauseId;
      readonly certainty: Certainty;
      readonly evidence: readonly Evidence[];
    }
  /** Stored leave to capture: with no blocker, the subject is `ready` rather than about to ask. */
  | { readonly kind: 'grant' }
  | { readonly kind: 'undetermined'; readonly missing: readonly string[] };

type Given<N extends FactKey, C extends FactKey> = { readonly [K in N]: FactValue<K> } & {
  readonly [K in C]: FactReading<K> | undefined;
};

interface RuleDefinition<N extends FactKey, C extends FactKey> {
  readonly id: string;
  /** Every cause it may find, and no other. */
  readonly causes: readonly CauseId[];
  readonly on: readonly Platform[];
  readonly media: readonly Medium[];
  /** Whom it is about; the others it does not concern, whatever could not be read. Everyone where it is missing. */
  readonly subjects?: 'browsers';
  /** Handed over as values. Where one is unreadable the rule is `undetermined`; where one is absent it is silent. */
  readonly needs: readonly N[];
  /** Handed over as they were read, for a rule to which absence itself tells something. */
  readonly considers?: readonly C[];
  /** False where what the rule looks for would not block, so that not knowing it leaves the verdict alone. */
  readonly couldBlock: boolean;
  /** Pure. Called once for every subject and medium. */
  readonly judge: (facts: Given<N, C>, asked: Asked) => readonly Judgement[];
}

/** A judgement of the facts it names, ready to be run over whatever was read. */
export interface Rule {
  readonly id: string;
  readonly causes: readonly CauseId[];
  /** The facts it looks at: what has to be read again to see whether a cause is gone. */
  readonly facts: readonly FactKey[];
  readonly on: readonly Platform[];
  readonly media: readonly Medium[];
  readonly couldBlock: boolean;
  readonly judge: (readings: Readings, asked: Asked) => readonly Judgement[];
}

/** Makes a rule whose facts the compiler checks: `judge` sees only what the rule names. */
export function defineRule<const N extends FactKey, const C extends FactKey = never>({
  id,
  causes,
  on,
  media,
  subjects,
  needs,
  considers = [],
  couldBlock,
  judge,
}: RuleDefinition<N, C>): Rule {
  return {
    id,
    causes,
    facts: [...needs, ...considers],
    on,
    media,
    couldBlock,
    judge: (readings, asked) => {
      if (subjects === 'browsers' && asked.subject.kind !== 'browser') return [];
      const missing = needs.flatMap((key) => whyMissing(key, readings[key]));
      if (missing.length > 0) return [{ kind: 'undetermined', missing }];
      const given = Object.fromEntries([
        ...needs.flatMap((key) => unwrap(key, readings[key])),
        ...considers.map((key) => [key, readings[key]] as const),
      ]);
      return isGiven<N, C>(given, needs) ? judge(given, asked) : [];
    },
  };
}

function whyMissing(key: FactKey, reading: Readings[FactKey]): readonly string[] {
  if (reading === undefined) return [`${key}: was not read`];
  return reading.kind === 'unreadable' ? [`${key}: ${reading.why}`] : [];
}

function unwrap(key: FactKey, reading: Readings[FactKey]): readonly (readonly [FactKey, unknown])[] {
  return reading?.kind === 'value' ? [[key, reading.value]] : [];
}

function isGiven<N extends FactKey, C extends FactKey>(facts: object, needs: readonly N[]): facts is Given<N, C> {
  return needs.every((key) => key in facts);
}

/** A sure or likely sign of one cause, with the facts that show it. */
export function finding(cause: CauseId, certainty: Certainty, ...evidence: readonly Evidence[]): Judgement {
  return { kind: 'finding', cause, certainty, evidence };
}

/** There is stored leave, or none is needed. */
export const grant: Judgement = { kind: 'grant' };

export function undetermined(...missing: readonly string[]): Judgement {
  return { kind: 'undetermined', missing };
}
