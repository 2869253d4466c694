import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { toHtml } from '../../core/report/forms/html.ts';
import { toMarkdown } from '../../core/report/forms/markdown.ts';
import { toText } from '../../core/report/forms/text.ts';
import type { Report } from '../../core/report/schema.ts';
import { summarise } from '../../core/report/summary.ts';
import type { Speech } from '../speech.ts';

/** The forms a report is saved in, by the ending of the file’s name. */
const FORMS = {
  '.json': (report) => `${JSON.stringify(report, null, 2)}\n`,
  '.html': (report, { t, lang }) => toHtml(summarise(report, t), lang),
  '.md': (report, { t }) => toMarkdown(summarise(report, t)),
  '.txt': (report, { t }) => toText(summarise(report, t), { details: true }),
} as const satisfies Record<string, (report: Report, language: Speech) => string>;

export type ReportForm = keyof typeof FORMS;

/** Null for an ending that no form has. */
export function reportFormOf(path: string): ReportForm | null {
  const ending = extname(path).toLowerCase();
  return isForm(ending) ? ending : null;
}

export const REPORT_ENDINGS: readonly string[] = Object.keys(FORMS);

function isForm(ending: string): ending is ReportForm {
  return Object.hasOwn(FORMS, ending);
}

/** Saves a report for its owner alone; null when it worked, otherwise what went wrong. */
export async function saveReport(
  report: Report,
  path: string,
  form: ReportForm,
  language: Speech,
): Promise<string | null> {
  try {
    await writeFile(path, FORMS[form](report, language), { mode: 0o600 });
    return null;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return `${path} cannot be written (${String(error.code)})`;
  }
}
