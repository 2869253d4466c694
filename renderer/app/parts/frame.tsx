import type { ReactNode } from 'react';
import type { Report } from '../../../core/report/schema.ts';
import { siteName } from '../telling.ts';
import { t } from '../words.ts';

interface FrameProps {
  readonly report: Report | null;
  readonly code: string | null;
  /** What a screen reader says when the screen changes. */
  readonly says: string;
  readonly children: ReactNode;
}

/** What stands around every screen: whose case it is above, the code for the phone and the promise below. */
export function Frame({ report, code, says, children }: FrameProps) {
  const about = report?.case;
  return (
    <div className="frame">
      <header className="bar">
        <b>{t('app/title')}</b>
        <span>
          {[about?.ref === undefined ? null : t('app/case', { ref: about.ref }), siteName(about?.site)]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </header>
      <p className="announcement" role="status">
        {says}
      </p>
      <main className="screen">{children}</main>
      <footer className="bar">
        <span>{t('app/promise')}</span>
        <span>{code === null ? '' : t('app/code', { code })}</span>
      </footer>
    </div>
  );
}
