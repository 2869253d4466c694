/** The forms a report is written in, each by the ending of its file’s name. */
export const REPORT_FORM_NAMES = ['html', 'txt', 'md', 'json'] as const;

export type ReportForm = (typeof REPORT_FORM_NAMES)[number];

export function isReportForm(ending: string): ending is ReportForm {
  return REPORT_FORM_NAMES.some((form) => form === ending);
}
