import { z } from 'zod';
import { caseSchema } from '../case.ts';
import { factsSchema } from '../facts/facts.ts';
import { findingSchema, undeterminedSchema } from '../finding.ts';
import { PLATFORMS } from '../platform.ts';
import { readingSchema } from '../reading-schema.ts';
import { describeIssue } from '../schema-issue.ts';
import { verdictSchema } from '../verdict-schema.ts';
import { REPORT_SCHEMA, SCHEMA_NAME, SCHEMA_VERSION } from './version.ts';

const subjectSchema = z.object({
  id: z.string(),
  kind: z.enum(['app', 'browser']),
  name: z.string(),
  profile: z.string().nullable().describe('Folder of the browser’s profile.'),
  isDefault: z.boolean().describe('The system opens web addresses with it.'),
  camera: verdictSchema.optional().describe('Missing where the camera is not needed.'),
  microphone: verdictSchema.optional().describe('Missing where the microphone is not needed.'),
});

/** What leaves the tool, in every form: printed with `--json`, saved, and read again by the agent. */
export const reportSchema = z.object({
  schema: z.literal(REPORT_SCHEMA),
  takenAt: z.iso.datetime(),
  tool: z.object({ name: z.literal('capture-doctor'), version: z.string() }),
  host: z.object({ platform: z.enum(PLATFORMS), system: readingSchema(z.string()) }),
  case: caseSchema.nullable(),
  subjects: z.array(subjectSchema),
  findings: z.array(findingSchema),
  undetermined: z.array(undeterminedSchema),
  facts: factsSchema,
});

export type Report = z.infer<typeof reportSchema>;

/** What a saved report is judged again by: its facts and its case. What an earlier version made of them is passed over. */
const savedReportSchema = reportSchema.pick({ schema: true, case: true, facts: true });

export type SavedReport = z.infer<typeof savedReportSchema>;

export type ParsedReport =
  | { readonly kind: 'report'; readonly report: SavedReport }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'invalid'; readonly why: string };

/** Checks the parsed content of a report file, its version first. */
export function parseReport(content: unknown): ParsedReport {
  const head = z.object({ schema: z.string() }).safeParse(content);
  const [name, version] = head.success ? head.data.schema.split('@') : [];
  if (name !== SCHEMA_NAME || !/^\d+$/.test(version ?? '')) {
    return { kind: 'invalid', why: `schema: this is not a report, which would say "${REPORT_SCHEMA}"` };
  }
  if (Number(version) > SCHEMA_VERSION) return { kind: 'newer', version: Number(version) };
  const checked = savedReportSchema.safeParse(content);
  if (checked.success) return { kind: 'report', report: checked.data };
  return { kind: 'invalid', why: describeIssue(checked.error) };
}
