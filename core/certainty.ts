/**
 * How sure a finding is. `certain`: the fact itself says so. `likely`: it nearly always means so. `possible`: worth
 * knowing once nothing surer explains the trouble; it never changes a verdict.
 */
export const CERTAINTIES = ['certain', 'likely', 'possible'] as const;

export type Certainty = (typeof CERTAINTIES)[number];
