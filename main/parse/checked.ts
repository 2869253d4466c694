import type { z } from 'zod';
import { type Reading, unreadable, value } from '../../core/reading.ts';
import { describeIssue } from '../../core/schema-issue.ts';

/** Outside content as its schema knows it; or `unreadable`, with where it came from and the place in it. */
export function checked<S extends z.ZodType>(from: string, schema: S, content: unknown): Reading<z.infer<S>> {
  const result = schema.safeParse(content);
  return result.success ? value(result.data) : unreadable(`${from}: ${describeIssue(result.error)}`);
}
