import { z } from 'zod';
import { caseSchema } from './case.ts';
import type { ArgumentOf, CallName } from './contract.ts';
import { captureSchema } from './facts/capture.ts';
import { MEDIA } from './medium.ts';
import { progressSchema, troubleSchema } from './progress.ts';
import { REPORT_FORM_NAMES } from './report/report-form.ts';
import { SETTINGS_TARGETS } from './settings-targets.ts';

const reportForm = z.enum(REPORT_FORM_NAMES);

/** What may be said in the argument of each call: closed lists, and text with a limit. */
export const ARGUMENT_SCHEMAS = {
  readCase: z.null(),
  examine: caseSchema.nullable(),
  submitCaptures: z.array(captureSchema).max(16),
  openSettings: z.strictObject({ target: z.enum(SETTINGS_TARGETS), subject: z.string().max(200) }),
  returnToSite: z.strictObject({ subject: z.string().max(200) }),
  askSystem: z.strictObject({ medium: z.enum(MEDIA) }),
  resetDecision: z.strictObject({ medium: z.enum(MEDIA), subject: z.string().max(200) }),
  readResetCommand: z.strictObject({ medium: z.enum(MEDIA), subject: z.string().max(200) }),
  watch: troubleSchema.nullable(),
  readProgress: z.null(),
  keepProgress: progressSchema.nullable(),
  readWindow: z.null(),
  arrangeWindow: z.enum(['usual', 'beside']),
  restart: z.null(),
  writeReport: z.strictObject({ form: reportForm }),
  writeForAdministrator: troubleSchema.nullable(),
  saveReport: z.strictObject({ form: reportForm }),
  mailReport: z.null(),
} as const satisfies { readonly [C in CallName]: z.ZodType<ArgumentOf<C>> };
