import type { Case } from '../../core/case.ts';
import type { DecisionOutcome, Emit, Handlers } from '../../core/contract.ts';
import type { Capture } from '../../core/facts/capture.ts';
import type { Facts } from '../../core/facts/facts.ts';
import type { Trouble } from '../../core/guides/guide.ts';
import { resetCommand } from '../../core/mac-clients.ts';
import { absent, value } from '../../core/reading.ts';
import type { Report } from '../../core/report/schema.ts';
import { RULES } from '../../core/rules/index.ts';
import { subjectsOf } from '../../core/subject.ts';
import { secretsOf, siteOf, writeUp } from '../doctor.ts';
import type { Machine } from '../machine/machine.ts';
import { gather, type Progress, probesFor } from '../probes/gather.ts';
import { loadProbes } from '../probes/index.ts';
import type { Launch } from '../settings/launch.ts';
import { askMac, forgetDecision, type MacDecisions } from '../settings/mac-decisions.ts';
import { openReturn } from '../settings/open-return.ts';
import { openTarget } from '../settings/open-target.ts';
import type { OwnWindow } from './own-window.ts';
import type { ProgressKeeper } from './progress-keeper.ts';
import { reportCalls } from './report-calls.ts';

/** How often a trouble under watch is looked at again, in milliseconds. */
const WATCH_INTERVAL = 1_000;

export interface SessionOptions {
  readonly machine: Machine;
  /** What support has sent; null where the person came by themselves. */
  readonly about: Case | null;
  readonly launch: Launch;
  readonly emit: Emit;
  readonly keeper: ProgressKeeper;
  /** Missing where the window is a browser’s: macOS would ask in the name of whoever started the server. */
  readonly decisions?: MacDecisions;
  /** Missing where the window is a browser’s. */
  readonly window?: OwnWindow;
}

/** One window’s conversation with the doctor: the handlers of the contract, over facts that live as long as it does. */
export interface Session {
  readonly handlers: Handlers;
  /** What was asked last; null where the person came by themselves and named nothing. */
  readonly about: () => Case | null;
  /** Ends the watch, until one is asked for again. */
  readonly stopWatch: () => void;
  /** Ends the watch for good. What is still being read or asked is told to nobody. */
  readonly close: () => void;
}

export function startSession(options: SessionOptions): Session {
  const { machine, about, launch, emit, keeper, decisions, window } = options;
  let asked = about;
  let captures: readonly Capture[] = [];
  let facts: Facts | null = null;
  let last: Report | null = null;
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  const tell: Emit = (event, payload) => {
    if (!closed) emit(event, payload);
  };

  function judge(gathered: Facts): Report {
    facts =
      captures.length === 0
        ? gathered
        : { ...gathered, readings: { ...gathered.readings, captureTests: value([...captures]) } };
    last = writeUp(facts, asked, secretsOf(machine)).report;
    return last;
  }

  /** Once macOS tells this process something else than before, tests that it refused are out of date. */
  function forgetRefusals({ readings }: Facts): boolean {
    if (facts === null || isSame(facts.readings.macPermissions, readings.macPermissions)) return false;
    captures = captures.filter(({ subject, outcome }) => subject !== 'this-app' || outcome.kind !== 'failed');
    return true;
  }

  // One reading at a time: an older one that ends later would put old facts over new ones.
  let turn: Promise<unknown> = Promise.resolve();
  function inTurn<T>(read: () => Promise<T>): Promise<T> {
    const mine = turn.then(read);
    turn = mine.catch(() => {});
    return mine;
  }

  /** In its turn: what was read before it is judged by what was asked before it. */
  async function examine(wanted: Case | null): Promise<Report> {
    asked = wanted;
    const probes = (await loadProbes(machine.platform)).filter(({ on }) => on.includes(machine.platform));
    const fast = new Set(probes.filter(({ speed }) => speed === 'fast').map(({ fact }) => fact));
    const takenAt = new Date();
    const onProgress: Progress = (fact, state, soFar) => {
      if (state !== 'done' || !fast.delete(fact) || fast.size > 0 || probes.every(({ speed }) => speed === 'fast'))
        return;
      const early = { platform: machine.platform, takenAt: takenAt.toISOString(), readings: { ...soFar } };
      tell('firstReport', writeUp(early, asked, secretsOf(machine)).report);
    };
    const gathered = await gather(machine, { site: siteOf(asked), probes, onProgress, now: takenAt });
    forgetRefusals(gathered);
    return judge(gathered);
  }

  /** Reads only what could tell that the trouble is gone, and starts no child process for it. */
  async function lookAgain(trouble: Trouble): Promise<Report | null> {
    if (facts === null) return null;
    const bearing = RULES.filter(({ causes }) => causes.includes(trouble.cause)).flatMap((rule) => rule.facts);
    const all = probesFor(bearing, await loadProbes(machine.platform));
    const probes = all.filter(({ speed, fact }) => speed === 'fast' && fact !== 'captureTests');
    const gathered = await gather(machine, { site: siteOf(asked), probes, known: facts.readings });
    // The report stays to the letter the one that the person was shown, its time too.
    if (isSame(gathered.readings, facts.readings)) return null;
    return judge(forgetRefusals(gathered) ? withoutOlderWord(gathered) : gathered);
  }

  /** What macOS says after it was made to decide anew; only the app’s own and its decisions can have changed. */
  async function judgeAnew(why: string | null): Promise<DecisionOutcome> {
    if (why !== null) return { kind: 'not-done', why };
    const report = await inTurn(async () => {
      if (facts === null) return examine(asked);
      const probes = probesFor(
        ['macPermissions', 'macFreshPermissions', 'macConsent'],
        await loadProbes(machine.platform),
      );
      return judge(await gather(machine, { site: siteOf(asked), probes, known: facts.readings }));
    });
    tell('report', report);
    return { kind: 'done', report };
  }

  function stopWatch(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function startWatch(trouble: Trouble): void {
    stopWatch();
    if (closed) return;
    const next = (): void => {
      const mine = setTimeout(async () => {
        const report = await inTurn(() => lookAgain(trouble)).catch(() => null);
        // The watch may have been stopped, or begun anew, while the facts were being read.
        if (timer !== mine) return;
        if (report !== null) tell('report', report);
        next();
      }, WATCH_INTERVAL);
      timer = mine;
    };
    next();
  }

  return {
    handlers: {
      readCase: async () => asked,
      examine: (wanted) => inTurn(() => examine(wanted)),
      submitCaptures: (tests) =>
        inTurn(async () => {
          captures = [...captures, ...tests].slice(-MOST_CAPTURES);
          if (facts === null) return examine(asked);
          // What the app answered its page was decided since the facts were read: by these very tests.
          const probes = probesFor(['ownDecisions'], await loadProbes(machine.platform));
          return judge(await gather(machine, { site: siteOf(asked), probes, known: facts.readings }));
        }),
      openSettings: ({ target, subject: id }) => {
        const subject = facts === null ? undefined : subjectsOf(facts).find((each) => each.id === id);
        return openTarget(machine, target, { subject: subject ?? null, site: siteOf(asked) }, launch);
      },
      returnToSite: async ({ subject: id }) => {
        const subject = facts === null ? undefined : subjectsOf(facts).find((each) => each.id === id);
        return openReturn(machine, asked, subject ?? null, launch);
      },
      askSystem: async ({ medium }) => judgeAnew(await askMac(machine, decisions, medium)),
      resetDecision: async ({ medium, subject: id }) => {
        const isThere = id === 'this-app' || (facts !== null && subjectsOf(facts).some((each) => each.id === id));
        return judgeAnew(isThere ? await forgetDecision(machine, decisions, id, medium) : `${id} is not here`);
      },
      readResetCommand: async ({ medium, subject: id }) => resetCommand(id, medium)?.join(' ') ?? null,
      watch: async (trouble) => {
        if (trouble === null) stopWatch();
        else startWatch(trouble);
        return null;
      },
      readProgress: async () => {
        const kept = keeper.read();
        return kept !== null && JSON.stringify(kept.case) === JSON.stringify(asked) ? kept.progress : null;
      },
      keepProgress: async (progress) => {
        keeper.write(progress === null ? null : { case: asked, progress, keptAt: new Date().toISOString() });
        return null;
      },
      readWindow: async () => ({
        canStayBeside: window !== undefined,
        canRestart: window !== undefined,
        shape: window?.shape() ?? 'usual',
        accent: window?.accent() ?? null,
      }),
      arrangeWindow: async (shape) => {
        window?.arrange(shape);
        return null;
      },
      restart: async () => {
        window?.restart();
        return null;
      },
      ...reportCalls({ machine, current: async () => last ?? inTurn(() => examine(asked)), launch, window }),
    },
    about: () => asked,
    stopWatch,
    close: () => {
      closed = true;
      stopWatch();
    },
  };
}

/** What macOS told a new process before it told this one something else is out of date, and so are tests. */
function withoutOlderWord({ readings: { macFreshPermissions: _older, ...rest }, ...facts }: Facts): Facts {
  return { ...facts, readings: { ...rest, captureTests: absent } };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Older tests are of no use: the last of each medium counts. */
const MOST_CAPTURES = 16;
