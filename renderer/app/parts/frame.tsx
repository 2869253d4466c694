import { type ReactNode, useCallback, useRef } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Report } from '../../../core/report/schema.ts';
import { siteName } from '../telling.ts';
import { useEscape } from '../use-escape.ts';
import { t } from '../words.ts';

/** What can be looked at beside the one thing that matters now. */
export const VIEWS = ['guides', 'details', 'report'] as const;
export type View = (typeof VIEWS)[number];

interface FrameProps {
  readonly report: Report | null;
  readonly code: string | null;
  /** What a screen reader says when the screen changes. */
  readonly says: string;
  /** Null for the doctor itself. */
  readonly view: View | null;
  readonly onView: (view: View | null) => void;
  readonly children: ReactNode;
}

/** What stands around every screen: whose case it is above; what else there is to see, and the promise, below. */
export function Frame({ report, code, says, view, onView, children }: FrameProps) {
  const about = report?.case;
  const footer = useRef<HTMLElement>(null);
  const leave = useCallback(() => {
    footer.current?.querySelector<HTMLElement>('[data-selected]')?.focus();
    onView(null);
  }, [onView]);
  useEscape(view !== null, leave);
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
      <main className="screen" data-view={view ?? 'doctor'}>
        {children}
      </main>
      <footer className="bar" ref={footer}>
        <ToggleButtonGroup
          className="views"
          aria-label={t('app/views')}
          selectedKeys={view === null ? [] : [view]}
          onSelectionChange={([chosen]) => onView(VIEWS.find((each) => each === chosen) ?? null)}
        >
          {VIEWS.map((each) => (
            <ToggleButton key={each} id={each}>
              {t(`app/view/${each}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <span className="promise">{t('app/promise')}</span>
        <span>{code === null ? '' : t('app/code', { code })}</span>
      </footer>
    </div>
  );
}
