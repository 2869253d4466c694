import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { isReportForm, type ReportForm } from '../../core/report/report-form.ts';

/** The form that a file’s ending stands for; null for an ending that none has. */
export function reportFormOf(path: string): ReportForm | null {
  const ending = extname(path).slice(1).toLowerCase();
  return isReportForm(ending) ? ending : null;
}

/** Saves a written report for its owner alone; null when it worked, otherwise what went wrong. */
export async function saveReport(path: string, text: string): Promise<string | null> {
  try {
    await writeFile(path, text, { mode: 0o600 });
    return null;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return `${path} cannot be written (${String(error.code)})`;
  }
}
