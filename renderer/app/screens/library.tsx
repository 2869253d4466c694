import type { Report } from '../../../core/report/schema.ts';
import { t } from '../words.ts';

export function Library({ report }: { report: Report | null }) {
  return (
    <h1>
      {t('app/view/guides')} {report?.takenAt}
    </h1>
  );
}
