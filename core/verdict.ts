import { CAUSES, type CauseId, type Effect } from './causes/catalogue.ts';
import { LAYERS } from './causes/layers.ts';
import { CERTAINTIES } from './certainty.ts';
import type { Finding } from './finding.ts';
import type { State, Verdict } from './verdict-schema.ts';

/** What is known about one medium of one subject once every rule has spoken. */
export interface Grounds {
  readonly findings: readonly Finding[];
  /** Stored leave to capture. */
  readonly granted: boolean;
  /** A rule that could have found a blocker was not able to judge. */
  readonly unread: boolean;
  /** A real capture by this subject, for this site, worked. */
  readonly captured: boolean;
}

/**
 * The root cause is the sure or likely finding of the outermost layer; within a layer the surer one. A merely possible
 * finding changes nothing. Where capture has just worked, a blocker short of the signal itself is evidently none.
 */
export function decideVerdict({ findings, granted, unread, captured }: Grounds): Verdict {
  const ordered = findings.toSorted(outermostFirst);
  const effective = ordered.filter(
    ({ certainty, layer }) => certainty !== 'possible' && (!captured || layer === 'signal'),
  );
  const root = (effect: Effect): Finding | undefined => effective.find(({ cause }) => CAUSES[cause].effect === effect);

  const blocker = root('blocks');
  if (blocker !== undefined) return conclude('blocked', blocker, ordered);
  if (unread && !captured) return conclude('unknown', undefined, ordered);
  const flaw = root('degrades');
  if (flaw !== undefined) return conclude('degraded', flaw, ordered);
  if (captured) return conclude('ready', undefined, ordered);
  const question = root('asks');
  if (question !== undefined) return conclude('will-ask', question, ordered);
  return conclude(granted ? 'ready' : 'will-ask', undefined, ordered);
}

function outermostFirst(a: Finding, b: Finding): number {
  return (
    LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) ||
    CERTAINTIES.indexOf(a.certainty) - CERTAINTIES.indexOf(b.certainty)
  );
}

function conclude(state: State, root: Finding | undefined, ordered: readonly Finding[]): Verdict {
  const others = ordered.map(({ cause }) => cause).filter((cause) => cause !== root?.cause);
  return { state, rootCause: root?.cause ?? null, also: unique(others) };
}

function unique(causes: readonly CauseId[]): CauseId[] {
  return [...new Set(causes)];
}
