import { z } from 'zod';
import { captureSchema } from '../../core/facts/capture.ts';
import { thenReading, unreadable, value } from '../../core/reading.ts';
import { describeIssue } from '../../core/schema-issue.ts';
import { defineProbe } from './probe.ts';

/** What earlier capture tests saw; so far only recorded machines carry any. */
export const captures = defineProbe({
  fact: 'captures',
  on: ['linux', 'darwin', 'win32'],
  speed: 'fast',
  read: async (machine) =>
    thenReading(await machine.captures(), (content) => {
      const checked = z.array(captureSchema).safeParse(content);
      return checked.success ? value(checked.data) : unreadable(`capture.json: ${describeIssue(checked.error)}`);
    }),
});
