import { DevicePickers } from '../parts/device-pickers.tsx';
import { Level } from '../parts/level.tsx';
import { Preview } from '../parts/preview.tsx';
import { Rows } from '../parts/rows.tsx';
import { rowsOf } from '../rows.ts';
import { siteName } from '../telling.ts';
import type { Doctor } from '../use-doctor.ts';
import { t } from '../words.ts';

/** Starts by itself: picture and voice on the left, what is being looked at on the right. */
export function Check({ doctor, subject }: { doctor: Doctor; subject: string }) {
  const { firstReport, outcomes, running, stream, level, waiting } = doctor;
  const report = firstReport ?? doctor.report;
  const program = report?.subjects.find(({ id }) => id === subject)?.name ?? '';
  return (
    <div className="two">
      <section>
        <Preview stream={stream} />
        <Level level={level} />
        <DevicePickers doctor={doctor} />
      </section>
      <section>
        <h1>{t('app/checking/title')}</h1>
        <p className="quiet" role="status">
          {waiting === null
            ? t('app/checking/hint')
            : t(`app/waiting/${waiting.for}`, { device: t(`device/${waiting.medium}`) })}
        </p>
        <Rows
          rows={rowsOf(report, subject, outcomes, { running, isFirst: firstReport !== null })}
          program={program}
          site={siteName(report?.case?.site)}
        />
      </section>
    </div>
  );
}
