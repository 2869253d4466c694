import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Report } from '../../../core/report/schema.ts';
import { fullName, siteName } from '../telling.ts';
import { t } from '../words.ts';

interface WhomProps {
  readonly report: Report;
  readonly subject: string;
  /** Opens the dialog about it, which outlives the screen that it was opened on. */
  readonly onAsk: () => void;
}

/** Whom the sentence is about, and on which site. Pressed, it can be changed. */
export function Whom({ report, subject, onAsk }: WhomProps) {
  const about = report.subjects.find(({ id }) => id === subject);
  const name = about === undefined ? t('app/title') : fullName(about);
  const site = siteName(report.case?.site);
  const said = [t('app/whom/for'), name, ...(site === '' ? [] : [t('app/whom/on'), site])].join(' ');
  return (
    <>
      <Button className="pill" aria-label={`${said}. ${t('app/whom/change')}`} aria-haspopup="dialog" onPress={onAsk}>
        <span>
          {t('app/whom/for')} <b>{name}</b>
          {site !== '' && (
            <>
              {' '}
              {t('app/whom/on')} <b>{site}</b>
            </>
          )}
        </span>
        <ChevronDown aria-hidden="true" size={16} />
      </Button>
    </>
  );
}
