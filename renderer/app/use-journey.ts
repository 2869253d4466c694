import { useEffect, useState } from 'react';
import type { Case } from '../../core/case.ts';
import type { Bridge } from '../../core/contract.ts';
import { isGone, type Trouble } from '../../core/guides/guide.ts';
import type { WrongTurn } from '../../core/guides/wrong-turn.ts';
import { MEDIA, type Medium } from '../../core/medium.ts';
import type { Report } from '../../core/report/schema.ts';
import type { OnConnection } from './bridge.ts';
import { firstActionOf } from './headline.ts';
import { everythingWorks, guideOf, mostTelling } from './telling.ts';
import { type Doctor, useDoctor } from './use-doctor.ts';
import { type Fixed, useFixed } from './use-fixed.ts';
import { type Follow, useFollowing } from './use-following.ts';
import { useWrongTurn } from './use-wrong-turn.ts';

export type Screen = 'lost' | 'failed' | 'proof' | 'guide' | 'check' | 'result';

/** Whom it is about, where, and what they cannot be without. */
export interface Concern {
  readonly subject: string;
  /** Origin; null where no site is in question. */
  readonly site: string | null;
  readonly need: readonly Medium[];
}

/** A person’s way from what is wrong to what works: where they are on it, and what leads on. */
export interface Journey {
  readonly doctor: Doctor;
  readonly screen: Screen;
  /** Whom it is about: this app, or a browser. */
  readonly about: string;
  readonly onConcern: (concern: Concern) => void;
  readonly follow: Follow;
  /** Opens the guide to a trouble, where there is one. */
  readonly begin: (trouble: Trouble) => void;
  /** Opens the page of its first step too. */
  readonly openFirst: (trouble: Trouble) => void;
  /** That page could not be opened. */
  readonly notOpened: boolean;
  /** The facts no longer hold the trouble of the open guide against anybody. */
  readonly gone: boolean;
  /** What was switched in place of what the open guide asks for. */
  readonly turn: WrongTurn | null;
  /** What was put right on the way here. */
  readonly fixed: readonly Fixed[];
}

export function useJourney(bridge: Bridge, onConnection: OnConnection): Journey {
  const doctor = useDoctor(bridge);
  const { report, running, check } = doctor;
  const [subject, setSubject] = useState<string | null>(null);
  const follow = useFollowing(bridge);
  const { following, end } = follow;
  const [lost, setLost] = useState(false);
  const [notOpened, setNotOpened] = useState(false);
  // Whoever a guide was opened for, here or before a relaunch, it stays about them.
  if (subject === null && following !== null) setSubject(following.trouble.subject);
  const about = whom(report, subject);

  useEffect(() => onConnection((connected) => setLost(!connected)), [onConnection]);

  const gone = following !== null && report !== null && isGone(report, following.trouble);
  const pending = gone ? null : (following?.trouble ?? null);
  // Main forgets what it watches when nobody listens: after a sleep, say, it is asked anew.
  useWatch(bridge, lost ? null : pending);
  const turn = useWrongTurn(pending, report);
  useLookOnReturn(running ? null : pending, check);
  const fixed = useFixed(following, gone, report);

  // The trouble is gone: whether it works now, only a test can tell.
  useEffect(() => {
    if (gone) check();
  }, [gone, check]);

  const works = report !== null && !running && everythingWorks(report, about);
  const isOver = useIsOver(following !== null, running, gone || works);
  useEffect(() => {
    if (isOver) end();
  }, [isOver, end]);

  function begin(trouble: Trouble, acted?: readonly string[]): void {
    const guide = report === null ? null : guideOf(report, trouble);
    setNotOpened(false);
    setSubject(about);
    if (guide !== null) follow.begin(guide, trouble, acted);
  }

  async function openFirst(trouble: Trouble): Promise<void> {
    const { action } = report === null ? { action: null } : firstActionOf(report, trouble);
    if (action?.kind !== 'open') return begin(trouble);
    const outcome = await bridge.openSettings({ target: action.target, subject: trouble.subject }).catch(() => null);
    const opened = outcome?.kind === 'opened';
    begin(trouble, opened ? [action.step] : []);
    setNotOpened(!opened);
  }

  async function onConcern({ subject: chosen, site, need }: Concern): Promise<void> {
    follow.end();
    setSubject(chosen);
    // The report may show less of it than main knows.
    const before = await bridge.readCase(null).catch(() => null);
    const { site: _site, need: _need, browser, return: back, ...rest } = before ?? {};
    // Naming one browser left the others out.
    const isThere = report?.subjects.some(({ id }) => id === chosen) ?? false;
    const next: Case = {
      ...rest,
      // The way back is that of the site before.
      ...(back === undefined || site !== before?.site ? {} : { return: back }),
      ...(site === null ? {} : { site }),
      ...(need.length === 1 ? { need: [...need] } : {}),
      ...(browser === undefined || !isThere ? {} : { browser }),
    };
    if (!isSame(before, next)) doctor.ask(next);
  }

  const screen = screenFor({
    lost,
    failed: doctor.failed,
    examined: report !== null,
    running,
    works,
    following: following !== null && !isOver,
  });
  return {
    doctor,
    screen,
    about,
    onConcern: (concern) => void onConcern(concern),
    follow,
    begin,
    openFirst: (trouble) => void openFirst(trouble),
    notOpened: notOpened && following?.acted.length === 0,
    gone,
    turn,
    fixed,
  };
}

/** Whom the person has chosen, for as long as they are judged; or else whom they most likely came for. */
function whom(report: Report | null, chosen: string | null): string {
  if (report === null) return chosen ?? 'this-app';
  return report.subjects.find(({ id }) => id === chosen)?.id ?? mostTelling(report);
}

/** Whether there is nothing to look at anew. */
function isSame(before: Case | null, next: Case): boolean {
  const needed = (about: Case | null): string => MEDIA.filter((each) => (about?.need ?? MEDIA).includes(each)).join();
  return before?.site === next.site && before?.browser === next.browser && needed(before) === needed(next);
}

/**
 * Whether the open guide has come to its end: a whole test was made since it was opened, and its trouble is gone, or all works
 * even so. Whatever else such a test says is told on the screen of the result.
 */
function useIsOver(isOpen: boolean, running: boolean, isSettled: boolean): boolean {
  const [isTesting, setIsTesting] = useState(false);
  const isTested = isOpen && isTesting && !running;
  if (isTesting && (!isOpen || (isTested && !isSettled))) setIsTesting(false);
  if (isOpen && running && !isTesting) setIsTesting(true);
  return isTested && isSettled;
}

/** Has main look whether the trouble goes away, for as long as there is one. */
function useWatch(bridge: Bridge, trouble: Trouble | null): void {
  useEffect(() => {
    // One watch takes the place of another. Where main cannot be reached, the connection tells.
    bridge.watch(trouble).catch(() => {});
  }, [bridge, trouble]);
}

/** macOS may go on telling this process what was true when it started: back from its settings, a new one is asked. */
function useLookOnReturn(trouble: Trouble | null, check: () => void): void {
  const isOfMac = trouble?.cause.startsWith('macos.');
  useEffect(() => {
    if (!isOfMac) return;
    window.addEventListener('focus', check);
    return () => window.removeEventListener('focus', check);
  }, [isOfMac, check]);
}

/** One thing at a time. A guide stays open while the test that it ends in runs, and until the next trouble is known. */
function screenFor(now: {
  readonly lost: boolean;
  readonly failed: boolean;
  readonly examined: boolean;
  readonly running: boolean;
  readonly works: boolean;
  readonly following: boolean;
}): Screen {
  if (now.lost) return 'lost';
  if (now.failed) return 'failed';
  if (now.following && now.examined) return 'guide';
  if (!now.examined || now.running) return 'check';
  return now.works ? 'proof' : 'result';
}
