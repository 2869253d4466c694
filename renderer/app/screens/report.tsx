import type { Bridge } from '../../../core/contract.ts';
import type { Report } from '../../../core/report/schema.ts';
import { t } from '../words.ts';

export function ReportScreen({ report }: { report: Report; bridge: Bridge }) {
  return (
    <h1>
      {t('app/view/report')} {report?.takenAt}
    </h1>
  );
}
