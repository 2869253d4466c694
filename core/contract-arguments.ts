import { z } from 'zod';
import { caseSchema } from './case.ts';
import type { ArgumentOf, CallName } from './contract.ts';
import { captureSchema } from './facts/capture.ts';
import { causeIdSchema } from './finding.ts';
import { MEDIA } from './medium.ts';
import { SETTINGS_TARGETS } from './settings-targets.ts';

/** What may be said in the argument of each call: closed lists, and text with a limit. */
export const ARGUMENT_SCHEMAS = {
  readCase: z.null(),
  examine: caseSchema.nullable(),
  submitCaptures: z.array(captureSchema).max(16),
  openSettings: z.strictObject({ target: z.enum(SETTINGS_TARGETS), subject: z.string().max(200) }),
  watch: z.strictObject({ cause: causeIdSchema, subject: z.string().max(200), medium: z.enum(MEDIA) }).nullable(),
} as const satisfies { readonly [C in CallName]: z.ZodType<ArgumentOf<C>> };
