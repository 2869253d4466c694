import type { State } from '../../verdict-schema.ts';

/** Every state has its mark, so that none is told by colour alone. */
export const MARKS: Readonly<Record<State, string>> = {
  ready: '✓',
  'will-ask': '✓',
  degraded: '!',
  blocked: '✗',
  unknown: '?',
};
