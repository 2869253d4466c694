/**
 * Where in the stack a cause sits, outermost first. A blocker further out outranks one further in: no site setting
 * helps while the system itself refuses.
 */
export const LAYERS = [
  'management',
  'service',
  'device',
  'system',
  'application',
  'browser',
  'site',
  'in-use',
  'signal',
] as const;

export type Layer = (typeof LAYERS)[number];
