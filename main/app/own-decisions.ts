import type { OwnDecision } from '../../core/facts/own-decisions.ts';
import { MEDIA, type Medium } from '../../core/medium.ts';

/** What this app last answered its page about each device: a fact like any other, for the rules to tell it apart. */
export class OwnDecisions {
  readonly #last = new Map<Medium, boolean>();

  enter(media: readonly Medium[], granted: boolean): void {
    for (const medium of media) this.#last.set(medium, granted);
  }

  read(): readonly OwnDecision[] {
    return MEDIA.flatMap((medium) => {
      const granted = this.#last.get(medium);
      return granted === undefined ? [] : [{ medium, granted }];
    });
  }
}
