import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Report } from '../../../core/report/schema.ts';
import { fullName, siteName } from '../telling.ts';
import type { Concern } from '../use-journey.ts';
import { t } from '../words.ts';
import { WhomDialog } from './whom-dialog.tsx';

interface WhomProps {
  readonly report: Report;
  readonly subject: string;
  readonly onConcern: (concern: Concern) => void;
}

/** Whom the sentence is about, and on which site. Pressed, it can be changed. */
export function Whom({ report, subject, onConcern }: WhomProps) {
  const [open, setOpen] = useState(false);
  const about = report.subjects.find(({ id }) => id === subject);
  const name = about === undefined ? t('app/title') : fullName(about);
  const site = siteName(report.case?.site);
  const said = [t('app/whom/for'), name, ...(site === '' ? [] : [t('app/whom/on'), site])].join(' ');
  return (
    <>
      <Button
        className="pill"
        aria-label={`${said}. ${t('app/whom/change')}`}
        aria-haspopup="dialog"
        onPress={() => setOpen(true)}
      >
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
      {open && <WhomDialog report={report} subject={subject} onConcern={onConcern} onClose={() => setOpen(false)} />}
    </>
  );
}
