import { Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { administratorLines } from '../../../core/report/administrator.ts';
import type { Report } from '../../../core/report/schema.ts';
import { type Outcome, Told } from '../parts/told.tsx';
import { t } from '../words.ts';
import { copy } from './share.ts';

/** What only an administrator can change, in words to be sent; nothing where there is nothing of that kind. */
export function ForAdministrator({ report }: { report: Report }) {
  const [told, setTold] = useState<Outcome | null>(null);
  const lines = administratorLines(report.findings, t);
  if (lines.length === 0) return null;
  const text = [t('views/report/administratorText'), ...lines.map((line) => `- ${line}`)].join('\n\n');
  return (
    <section className="administrator" aria-labelledby="administrator">
      <h2 id="administrator">{t('views/report/administrator')}</h2>
      <p className="quiet">{t('views/report/administratorHint')}</p>
      <blockquote>{text}</blockquote>
      <div className="deeds">
        <Button
          className="secondary"
          onPress={() => void copy(text, t('views/report/copiedForAdministrator')).then(setTold)}
        >
          <Copy aria-hidden="true" size={16} /> {t('views/report/copyForAdministrator')}
        </Button>
        <Told outcome={told} />
      </div>
    </section>
  );
}
