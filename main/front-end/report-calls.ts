import type { Handlers } from '../../core/contract.ts';
import { administratorText, administratorTextOfAll } from '../../core/report/administrator.ts';
import type { ReportForm } from '../../core/report/report-form.ts';
import type { Report } from '../../core/report/schema.ts';
import type { Machine } from '../machine/machine.ts';
import type { Launch } from '../settings/launch.ts';
import { speak } from '../speech.ts';
import { mailReport } from '../support/mail-report.ts';
import { writeReport } from '../support/write-report.ts';
import type { OwnWindow } from './own-window.ts';

interface ReportCallsOptions {
  readonly machine: Machine;
  /** The report as it stands; made first where there is none yet. */
  readonly current: () => Promise<Report>;
  readonly launch: Launch;
  readonly window: OwnWindow | undefined;
}

const TYPES: Readonly<Record<ReportForm, string>> = {
  html: 'text/html',
  txt: 'text/plain',
  md: 'text/markdown',
  json: 'application/json',
};

/** How a report leaves the app: each time to the letter as it was shown, and only where the person wants it to go. */
export function reportCalls(
  options: ReportCallsOptions,
): Pick<Handlers, 'writeReport' | 'writeForAdministrator' | 'saveReport' | 'mailReport'> {
  const { machine, current, launch, window } = options;

  async function written(form: ReportForm) {
    const report = await current();
    const speech = await speak(report.case?.lang ?? null);
    return { report, speech, text: writeReport(report, form, speech) };
  }

  return {
    writeReport: async ({ form }) => (await written(form)).text,
    writeForAdministrator: async (trouble) => {
      const report = await current();
      const { t } = await speak(report.case?.lang ?? null);
      return trouble === null ? administratorTextOfAll(report, t) : administratorText(report, trouble, t);
    },
    saveReport: async ({ form }) => {
      const { text, speech } = await written(form);
      const name = `${speech.t('report/fileName')}.${form}`;
      if (window !== undefined) return window.save(name, form, text);
      return { kind: 'download', name, type: TYPES[form], text };
    },
    mailReport: async () => {
      const report = await current();
      return mailReport(machine, report, await speak(report.case?.lang ?? null), launch);
    },
  };
}
