import type { FactKey, FactReading, Facts, Readings } from '../../core/facts/facts.ts';
import { unreadable } from '../../core/reading.ts';
import type { Site } from '../../core/site.ts';
import type { Machine } from '../machine/machine.ts';
import type { Probe, ReadingSink } from './probe.ts';

/** How long a probe may take, in milliseconds, before its fact is `unreadable`. */
const TIME_LIMITS = { fast: 2_000, slow: 8_000 } as const;

/** Probes at work at once. More gain nothing: they share the disk and Node’s four file threads. */
const CONCURRENCY = 8;

export interface GatherOptions {
  readonly site: Site | null;
  readonly probes: readonly Probe[];
  /** Told of each fact as it is about to be read, and when it has been. */
  readonly onProgress?: (fact: FactKey, state: 'started' | 'done') => void;
  readonly timeLimits?: { readonly fast: number; readonly slow: number };
  readonly now?: Date;
}

/**
 * Reads every fact that has a probe for this platform. It never fails: a probe that throws or takes too long leaves
 * its fact `unreadable`, with the reason, and the others stand.
 */
export async function gather(
  machine: Machine,
  { site, probes, onProgress, timeLimits = TIME_LIMITS, now = new Date() }: GatherOptions,
): Promise<Facts> {
  const readings: Readings = {};
  const sink: ReadingSink = {
    put: <K extends FactKey>(fact: K, reading: FactReading<K>) => {
      readings[fact] = reading;
    },
  };
  const finished = new Map<FactKey, Promise<void>>();
  const slots = new Slots(CONCURRENCY);

  async function readFact(probe: Probe): Promise<void> {
    await Promise.all(probe.after.map((fact) => finished.get(fact)));
    await slots.use(async () => {
      onProgress?.(probe.fact, 'started');
      const store = await withinLimit(timeLimits[probe.speed], probe.run(machine, { site, known: { ...readings } }));
      store(probe.fact, sink);
      onProgress?.(probe.fact, 'done');
    });
  }

  for (const probe of inOrder(probes.filter(({ on }) => on.includes(machine.platform)))) {
    finished.set(probe.fact, readFact(probe));
  }
  await Promise.all(finished.values());
  return { platform: machine.platform, takenAt: now.toISOString(), readings };
}

type Store = (fact: FactKey, sink: ReadingSink) => void;

function withinLimit(milliseconds: number, run: Promise<(sink: ReadingSink) => void>): Promise<Store> {
  return new Promise((resolve) => {
    const fail =
      (why: string): Store =>
      (fact, sink) =>
        sink.put(fact, unreadable(why));
    const timer = setTimeout(() => resolve(fail(`no answer within ${milliseconds} ms`)), milliseconds);
    run
      .then(
        (put) => resolve((_fact, sink) => put(sink)),
        (error: unknown) =>
          resolve(fail(`the probe failed: ${error instanceof Error ? error.message : String(error)}`)),
      )
      .finally(() => clearTimeout(timer));
  });
}

/** Each probe behind the ones it builds on. A circle among them is a bug of ours. */
function inOrder(probes: readonly Probe[]): readonly Probe[] {
  const ordered: Probe[] = [];
  const visit = (probe: Probe, path: readonly Probe[]): void => {
    if (path.includes(probe)) throw new TypeError(`Probes wait for each other: ${probe.fact}`);
    if (ordered.includes(probe)) return;
    for (const fact of probe.after) {
      for (const earlier of probes.filter((other) => other.fact === fact)) visit(earlier, [...path, probe]);
    }
    ordered.push(probe);
  };
  for (const probe of probes) visit(probe, []);
  return ordered;
}

class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  async use(work: () => Promise<void>): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}
