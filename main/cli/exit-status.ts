import type { Report } from '../../core/report/schema.ts';

/** What the command ends with; the last two follow `sysexits.h`. */
export const EXIT = { nothingBlocks: 0, somethingBlocks: 1, cannotTell: 2, usage: 64, internal: 70 } as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** A blocker anywhere counts before what could not be read elsewhere. */
export function exitStatusOf({ subjects, undetermined }: Report): ExitStatus {
  const states = subjects.flatMap(({ camera, microphone }) => [camera?.state, microphone?.state]);
  if (states.includes('blocked')) return EXIT.somethingBlocks;
  // Somebody who could not even be found has no state to tell by.
  const unfound = undetermined.some(({ rule }) => rule === 'subjects');
  return unfound || states.includes('unknown') ? EXIT.cannotTell : EXIT.nothingBlocks;
}
