import type { Report } from '../../../core/report/schema.ts';
import { t } from '../words.ts';

export function Details({ report }: { report: Report | null }) {
  return (
    <h1>
      {t('app/view/details')} {report?.takenAt}
    </h1>
  );
}
