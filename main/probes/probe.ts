import type { FactKey, FactReading, Readings } from '../../core/facts/facts.ts';
import type { Platform } from '../../core/platform.ts';
import type { Site } from '../../core/site.ts';
import type { Machine } from '../machine/machine.ts';

/** What a probe may know besides the machine. */
export interface ProbeContext {
  /** The site in question: only what bears on it is read from browser profiles. */
  readonly site: Site | null;
  /** The facts that the probe said it comes `after`. */
  readonly known: Readings;
}

interface ProbeDefinition<K extends FactKey> {
  /** The one fact it reads. */
  readonly fact: K;
  readonly on: readonly Platform[];
  /** `slow` probes start child processes; the first verdict does not wait for them. */
  readonly speed: 'fast' | 'slow';
  /** Facts it builds on; it starts once they are read, however that went. */
  readonly after?: readonly FactKey[];
  /** Reads and never judges. It may throw: that becomes `unreadable`. */
  readonly read: (machine: Machine, context: ProbeContext) => Promise<FactReading<K>>;
}

/** Where readings are put as they arrive. */
export interface ReadingSink {
  put<K extends FactKey>(fact: K, reading: FactReading<K>): void;
}

/** A probe with the type of its fact closed over, so that a list of them can be run alike. */
export interface Probe {
  readonly fact: FactKey;
  readonly on: readonly Platform[];
  readonly speed: 'fast' | 'slow';
  readonly after: readonly FactKey[];
  /** Reads the fact, and hands out how to store it. */
  readonly run: (machine: Machine, context: ProbeContext) => Promise<(sink: ReadingSink) => void>;
}

export function defineProbe<K extends FactKey>({ fact, on, speed, after = [], read }: ProbeDefinition<K>): Probe {
  return {
    fact,
    on,
    speed,
    after,
    run: async (machine, context) => {
      const reading = await read(machine, context);
      return (sink) => sink.put(fact, reading);
    },
  };
}
