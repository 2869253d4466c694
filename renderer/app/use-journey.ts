import { useEffect, useState } from 'react';
import type { Bridge } from '../../core/contract.ts';
import { isGone, type Trouble } from '../../core/guides/guide.ts';
import type { OnConnection } from './bridge.ts';
import { everythingWorks, guideOf, mostTelling } from './telling.ts';
import { type Doctor, useDoctor } from './use-doctor.ts';
import { type Follow, useFollowing } from './use-following.ts';

export type Screen = 'lost' | 'failed' | 'proof' | 'guide' | 'check' | 'result';

/** A person’s way from what is wrong to what works: where they are on it, and what leads on. */
export interface Journey {
  readonly doctor: Doctor;
  readonly screen: Screen;
  /** Whom it is about: this app, or a browser. */
  readonly about: string;
  readonly onAbout: (subject: string) => void;
  readonly follow: Follow;
  /** Opens the guide to a trouble, where there is one. */
  readonly begin: (trouble: Trouble) => void;
  /** The facts no longer hold the trouble of the open guide against anybody. */
  readonly gone: boolean;
}

export function useJourney(bridge: Bridge, onConnection: OnConnection): Journey {
  const doctor = useDoctor(bridge);
  const { report, running, check } = doctor;
  const [subject, setSubject] = useState<string | null>(null);
  const follow = useFollowing(bridge);
  const { following, forget } = follow;
  const [lost, setLost] = useState(false);
  const about = subject ?? (report === null ? 'this-app' : mostTelling(report));

  useEffect(() => onConnection((connected) => setLost(!connected)), [onConnection]);

  const gone = following !== null && report !== null && isGone(report, following.trouble);
  const pending = gone ? null : (following?.trouble ?? null);
  useWatch(bridge, pending);
  useLookOnReturn(pending, check);

  // The trouble is gone: whether it works now, only a test can tell.
  useEffect(() => {
    if (gone) check();
  }, [gone, check]);

  const works = report !== null && !running && everythingWorks(report, about);
  useEffect(() => {
    if (works) forget();
  }, [works, forget]);

  function begin(trouble: Trouble): void {
    const guide = report === null ? null : guideOf(report, trouble);
    if (guide !== null) follow.begin(guide, trouble);
  }

  const screen = screenFor({
    lost,
    failed: doctor.failed,
    examined: report !== null,
    running,
    works,
    following: following !== null,
  });
  return { doctor, screen, about, onAbout: setSubject, follow, begin, gone };
}

/** Has main look whether the trouble goes away, for as long as there is one. */
function useWatch(bridge: Bridge, trouble: Trouble | null): void {
  useEffect(() => {
    if (trouble === null) return;
    void bridge.watch(trouble);
    return () => void bridge.watch(null);
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

/** One thing at a time. A guide stays open while the test that it ends in runs. */
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
  if (now.following && now.examined && (now.running || !now.works)) return 'guide';
  if (!now.examined || now.running) return 'check';
  return now.works ? 'proof' : 'result';
}
