import { useEffect, useState } from 'react';
import type { Bridge } from '../../../core/contract.ts';
import type { ReportForm } from '../../../core/report/report-form.ts';
import type { Report } from '../../../core/report/schema.ts';

export type Written =
  | { readonly kind: 'text'; readonly form: ReportForm; readonly text: string }
  | { readonly kind: 'failed' };

/** The report as it would be shared, written anew whenever it or its form changes; null before it was written once. */
export function useWritten(bridge: Bridge, report: Report, form: ReportForm): Written | null {
  const [written, setWritten] = useState<Written | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: main writes the report it has; a new one here says that it changed.
  useEffect(() => {
    let wanted = true;
    const put = (next: Written): void => {
      if (wanted) setWritten(next);
    };
    bridge.writeReport({ form }).then(
      (text) => put({ kind: 'text', form, text }),
      () => put({ kind: 'failed' }),
    );
    return () => {
      wanted = false;
    };
  }, [bridge, form, report]);
  return written;
}
