import type { Certainty } from '../../certainty.ts';
import type { Capture } from '../../facts/capture.ts';
import type { FactReading } from '../../facts/facts.ts';
import type { Medium } from '../../medium.ts';
import { isProof } from '../capture/proof.ts';

/**
 * How sure a cause can be that would stop every program on this Mac: where the last test of anybody saw or heard a real
 * device, it evidently stops not all of them, and is no more than possible for the others.
 */
export function unlessProven(
  certainty: Certainty,
  medium: Medium,
  captureTests: FactReading<'captureTests'> | undefined,
): Certainty {
  const tests = captureTests?.kind === 'value' ? captureTests.value : [];
  const last = new Map<string, Capture>();
  for (const test of tests) if (test.medium === medium) last.set(`${test.subject} ${test.origin}`, test);
  const isProven = [...last.values()].some(isProof);
  return isProven ? 'possible' : certainty;
}
