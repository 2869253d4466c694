import { mapReading } from '../../core/reading.ts';
import { defineProbe } from './probe.ts';

/** What this app answered its own page, which no page can tell from a refusal by the system. */
export const ownDecisions = defineProbe({
  fact: 'ownDecisions',
  on: ['linux', 'darwin', 'win32'],
  speed: 'fast',
  read: async ({ native }) => mapReading(native.ownDecisions(), (decisions) => [...decisions]),
});
