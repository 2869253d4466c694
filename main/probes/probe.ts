import type { FactKey, FactReading, Readings } from '../../core/facts/facts.ts';
import type { Platform } from '../../core/platform.ts';
import type { Site } from '../../core/site.ts';
import type { Machine } from '../machine/machine.ts';

/** What a probe may know besides the machine. */
export interface ProbeContext<A extends FactKey = never> {
  /** The site in question: only what bears on it is read from browser profiles. */
  readonly site: Site | null;
  /** When the facts are taken: what has expired by then is over. */
  readonly now: Date;
  /** The facts it builds on, and no others. */
  readonly known: { readonly [K in A]: FactReading<K> | undefined };
}

interface ProbeDefinition<K extends FactKey, A extends FactKey> {
  /** The one fact it reads. */
  readonly fact: K;
  readonly on: readonly Platform[];
  /** `slow` probes start child processes; the first verdict does not wait for them. */
  readonly speed: 'fast' | 'slow';
  /** Facts it builds on; it starts once they are read, however that went. */
  readonly after?: readonly A[];
  /** Reads and never judges. It may throw: that becomes `unreadable`. */
  readonly read: (machine: Machine, context: ProbeContext<A>) => Promise<FactReading<K>>;
}

/** A probe with the types of its facts closed over, so that a list of them can be run alike. */
export interface Probe {
  readonly fact: FactKey;
  readonly on: readonly Platform[];
  readonly speed: 'fast' | 'slow';
  readonly after: readonly FactKey[];
  /** Reads the fact, and gives how to enter it among the others. */
  readonly run: (machine: Machine, about: About) => Promise<(readings: Readings) => void>;
}

/** What all probes of one gathering are told. */
export interface About {
  readonly site: Site | null;
  readonly now: Date;
  readonly readings: Readings;
}

export function defineProbe<K extends FactKey, const A extends FactKey = never>({
  fact,
  on,
  speed,
  after = [],
  read,
}: ProbeDefinition<K, A>): Probe {
  return {
    fact,
    on,
    speed,
    after,
    run: async (machine, { site, now, readings }) => {
      const known: object = Object.fromEntries(after.map((key) => [key, readings[key]]));
      const reading = await (isKnown(known, after) ? read(machine, { site, now, known }) : never());
      return (into) => {
        into[fact] = reading;
      };
    },
  };
}

function isKnown<A extends FactKey>(
  known: object,
  after: readonly A[],
): known is { readonly [K in A]: FactReading<K> | undefined } {
  return after.every((key) => key in known);
}

function never(): never {
  throw new TypeError('Every fact that a probe builds on was entered above');
}
