import type { FactKey, Facts, Readings } from '../../core/facts/facts.ts';
import { unreadable } from '../../core/reading.ts';
import type { Site } from '../../core/site.ts';
import type { Machine } from '../machine/machine.ts';
import type { Probe } from './probe.ts';

/** How long a probe may take, in milliseconds, before its fact is `unreadable`. */
const TIME_LIMITS = { fast: 2_000, slow: 8_000 } as const;

/** Probes at work at once. More gain nothing: they share the disk and Node’s four file threads. */
export const CONCURRENCY = 8;

export interface GatherOptions {
  readonly site: Site | null;
  readonly probes: readonly Probe[];
  /** Facts that stand already: those of them that a probe reads again are replaced. */
  readonly known?: Readings;
  /** Told of each fact as it is about to be read, and when it has been, with all that is read by then. */
  readonly onProgress?: Progress;
  readonly timeLimits?: { readonly fast: number; readonly slow: number };
  readonly now?: Date;
}

export type Progress = (fact: FactKey, state: 'started' | 'done', soFar: Readings) => void;

/**
 * Reads every fact that has a probe for this platform. It never fails: a probe that throws or takes too long leaves
 * its fact `unreadable`, with the reason, and the others stand.
 */
export async function gather(
  machine: Machine,
  { site, probes, known = {}, onProgress, timeLimits = TIME_LIMITS, now = new Date() }: GatherOptions,
): Promise<Facts> {
  const readings: Readings = { ...known };
  const finished = new Map<FactKey, Promise<void>>();
  const slots = new Slots(CONCURRENCY);

  async function readFact(probe: Probe): Promise<void> {
    await Promise.all(probe.after.map((fact) => finished.get(fact)));
    await slots.use(async () => {
      onProgress?.(probe.fact, 'started', readings);
      const enter = await withinLimit(timeLimits[probe.speed], probe, probe.run(machine, { site, now, readings }));
      enter(readings);
      onProgress?.(probe.fact, 'done', readings);
    });
  }

  for (const probe of inOrder(probes.filter(({ on }) => on.includes(machine.platform)))) {
    finished.set(probe.fact, readFact(probe));
  }
  await Promise.all(finished.values());
  return { platform: machine.platform, takenAt: now.toISOString(), readings };
}

type Enter = (readings: Readings) => unknown;

function withinLimit(milliseconds: number, { fact }: Probe, run: Promise<Enter>): Promise<Enter> {
  return new Promise((resolve) => {
    const fail = (why: string): void =>
      // Whichever fact it is, it may be unreadable; the compiler gives up on a union of that many kinds.
      resolve((readings) => Object.assign(readings, { [fact]: unreadable(why) }));
    const timer = setTimeout(() => fail(`no answer within ${milliseconds} ms`), milliseconds);
    run
      .then(resolve, (error: unknown) =>
        fail(`the probe failed: ${error instanceof Error ? error.message : String(error)}`),
      )
      .finally(() => clearTimeout(timer));
  });
}

/** The probes that read the facts, and those that read what these build on. */
export function probesFor(facts: readonly FactKey[], probes: readonly Probe[]): readonly Probe[] {
  const wanted = new Set(facts);
  let size: number;
  do {
    size = wanted.size;
    for (const { fact, after } of probes) if (wanted.has(fact)) for (const earlier of after) wanted.add(earlier);
  } while (wanted.size > size);
  return probes.filter(({ fact }) => wanted.has(fact));
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
