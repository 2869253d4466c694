import { defineProbe } from './probe.ts';

/** What earlier capture tests saw; so far only recorded machines carry any. */
export const captures = defineProbe({
  fact: 'captures',
  on: ['linux', 'darwin', 'win32'],
  speed: 'fast',
  read: async (machine) => {
    const recorded = await machine.captures();
    if (recorded.kind !== 'value') return recorded;
    const { parseCaptures } = await import('./captures-schema.ts');
    return parseCaptures(recorded.value);
  },
});
