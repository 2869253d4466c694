import type { Readings } from '../../../../core/facts/facts.ts';
import type { Medium } from '../../../../core/medium.ts';
import type { Platform } from '../../../../core/platform.ts';

/** One line of the table that a rule is tested by: what was read, and what the rule says of it. */
export interface Row {
  readonly rule: string;
  readonly when: string;
  readonly readings: Readings;
  readonly medium?: Medium;
  readonly site?: string;
  readonly subject?: string;
  readonly platform?: Platform;
  /** `cause certainty`, `undetermined`, or nothing. */
  readonly says: readonly string[];
}
