import { useCallback, useEffect, useRef, useState } from 'react';
import type { Bridge } from '../../core/contract.ts';
import type { Trouble, Way } from '../../core/guides/guide.ts';
import { GUIDES, type GuideId, isGuideId } from '../../core/guides/guides.ts';
import type { Progress } from '../../core/progress.ts';

/** The guide that is open: which trouble it is about, in which way, and what of it has been opened or copied. */
export interface Following extends Progress {
  readonly guide: GuideId;
}

export interface Follow {
  readonly following: Following | null;
  /** Opens a guide, of which some steps may have been acted on. */
  readonly begin: (guide: GuideId, trouble: Trouble, acted?: readonly string[]) => void;
  readonly takeWay: (way: string) => void;
  readonly act: (step: string) => void;
  /** Closes the guide, and forgets it. */
  readonly end: () => void;
}

/** The guide that is open, kept by main, so that it goes on after a reload, a crash, or “Quit & Reopen”. */
export function useFollowing(bridge: Bridge): Follow {
  const [following, setFollowing] = useState<Following | null>(null);
  const current = useRef<Following | null>(null);

  useEffect(() => {
    let wanted = true;
    const resume = (progress: Progress | null): void => {
      if (!wanted || progress === null || current.current !== null) return;
      current.current = known(progress);
      setFollowing(current.current);
    };
    bridge.readProgress(null).then(resume, () => {});
    return () => {
      wanted = false;
    };
  }, [bridge]);

  const set = useCallback(
    (next: Following | null) => {
      current.current = next;
      setFollowing(next);
      // A guide goes on without being kept; all that is lost is its place after a relaunch.
      bridge.keepProgress(next).catch(() => {});
    },
    [bridge],
  );

  /** Of the guide on the screen alone: another may be open, or none, by the time that something was opened. */
  const change = (next: Partial<Following>): void => {
    const now = current.current;
    if (now !== null && now.trouble === following?.trouble && now.way === following.way) set({ ...now, ...next });
  };

  return {
    following,
    begin: (guide, trouble, acted = []) => {
      const way = Object.keys(GUIDES[guide].ways)[0] ?? '';
      set({ guide, trouble, way, acted: [...acted], begunAt: new Date().toISOString() });
    },
    takeWay: (way) => change({ way, acted: [] }),
    act: (step) => change({ acted: [...new Set([...(current.current?.acted ?? []), step])] }),
    end: useCallback(() => set(null), [set]),
  };
}

/** What was kept by another version may name a guide or a way that this one does not have. */
function known({ guide, way, acted, ...rest }: Progress): Following | null {
  if (!isGuideId(guide)) return null;
  const ways: Readonly<Record<string, Way>> = GUIDES[guide].ways;
  const steps = ways[way]?.steps;
  if (steps === undefined) return null;
  return { ...rest, guide, way, acted: acted.filter((step) => steps.some(({ text }) => text === step)) };
}
