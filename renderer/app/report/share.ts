import type { Bridge } from '../../../core/contract.ts';
import type { ReportForm } from '../../../core/report/report-form.ts';
import type { Outcome } from '../parts/told.tsx';
import { t } from '../words.ts';

/** Saves the report; null where the person thought better of it. */
export async function save(bridge: Bridge, form: ReportForm): Promise<Outcome | null> {
  const failed = { worked: false, text: t('views/report/notSavedAtAll') };
  const outcome = await bridge.saveReport({ form }).catch(() => null);
  switch (outcome?.kind) {
    case 'saved':
      return { worked: true, text: t('views/report/saved') };
    case 'cancelled':
      return null;
    case 'not-saved':
      return { worked: false, text: t('views/report/notSaved', { why: outcome.why }) };
    case 'download':
      download(outcome);
      return { worked: true, text: t('views/report/downloaded', { name: outcome.name }) };
    case undefined:
      return failed;
  }
}

/** How long a browser may take to begin with a download, in milliseconds. */
const UNTIL_BEGUN = 60_000;

/** Hands a file to the browser, which puts it where its downloads go or asks where. */
function download({ name, type, text }: { readonly name: string; readonly type: string; readonly text: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), UNTIL_BEGUN);
}

export async function mail(bridge: Bridge): Promise<Outcome> {
  const outcome = await bridge.mailReport(null).catch(() => null);
  if (outcome?.kind === 'opened') return { worked: true, text: t('views/report/mailed') };
  return { worked: false, text: t('views/report/notMailed') };
}
