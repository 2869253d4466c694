import { useCallback, useEffect, useState } from 'react';
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
  /** Forgets it while it stays on the screen: what it was about is over. */
  readonly forget: () => void;
}

/** The guide that is open, kept by main, so that it goes on after a reload, a crash, or “Quit & Reopen”. */
export function useFollowing(bridge: Bridge): Follow {
  const [following, setFollowing] = useState<Following | null>(null);

  useEffect(() => {
    let wanted = true;
    const resume = (progress: Progress | null): void => {
      if (wanted && progress !== null) setFollowing((now) => now ?? known(progress));
    };
    bridge.readProgress(null).then(resume, () => {});
    return () => {
      wanted = false;
    };
  }, [bridge]);

  const keep = useCallback(
    (progress: Progress | null) => {
      // A guide goes on without being kept; all that is lost is its place after a relaunch.
      bridge.keepProgress(progress).catch(() => {});
    },
    [bridge],
  );

  const set = (next: Following | null): void => {
    setFollowing(next);
    keep(next);
  };

  return {
    following,
    begin: (guide, trouble, acted = []) => {
      const way = Object.keys(GUIDES[guide].ways)[0] ?? '';
      set({ guide, trouble, way, acted: [...acted], begunAt: new Date().toISOString() });
    },
    takeWay: (way) => following !== null && set({ ...following, way, acted: [] }),
    act: (step) => following !== null && set({ ...following, acted: [...new Set([...following.acted, step])] }),
    end: () => set(null),
    forget: useCallback(() => keep(null), [keep]),
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
