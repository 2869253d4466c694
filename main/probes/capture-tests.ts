import { defineProbe } from './probe.ts';

/** What earlier capture tests saw; so far only recorded machines carry any. */
export const captureTests = defineProbe({
  fact: 'captureTests',
  on: ['linux', 'darwin', 'win32'],
  speed: 'fast',
  read: async (machine) => {
    const recorded = await machine.captureTests();
    if (recorded.kind !== 'value') return recorded;
    const { parseCaptures } = await import('./capture-tests-schema.ts');
    return parseCaptures(recorded.value);
  },
});
