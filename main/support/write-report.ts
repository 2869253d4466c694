import { toHtml } from '../../core/report/forms/html.ts';
import { toMarkdown } from '../../core/report/forms/markdown.ts';
import { toText } from '../../core/report/forms/text.ts';
import type { ReportForm } from '../../core/report/report-form.ts';
import type { Report } from '../../core/report/schema.ts';
import { summarise } from '../../core/report/summary.ts';
import type { Speech } from '../speech.ts';

const WRITERS: Readonly<Record<ReportForm, (report: Report, language: Speech) => string>> = {
  json: (report) => `${JSON.stringify(report, null, 2)}\n`,
  html: (report, { t, lang }) => toHtml(summarise(report, t), lang),
  md: (report, { t }) => toMarkdown(summarise(report, t)),
  txt: (report, { t }) => toText(summarise(report, t), { details: true }),
};

/** A report as it is saved, sent, or shown before that. */
export function writeReport(report: Report, form: ReportForm, language: Speech): string {
  return WRITERS[form](report, language);
}
