import type { KeptProgress } from '../../core/progress.ts';

/** Where progress outlives the page that made it. */
export interface ProgressKeeper {
  readonly read: () => KeptProgress | null;
  /** Null to forget it. */
  readonly write: (kept: KeptProgress | null) => void;
}

/** For as long as this process runs: a reload of the page goes on where it was. */
export function keepInMemory(): ProgressKeeper {
  let kept: KeptProgress | null = null;
  return {
    read: () => kept,
    write: (next) => {
      kept = next;
    },
  };
}
