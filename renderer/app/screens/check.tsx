import { DevicePickers } from '../parts/device-pickers.tsx';
import { Level } from '../parts/level.tsx';
import { Preview } from '../parts/preview.tsx';
import { Rows } from '../parts/rows.tsx';
import { Title } from '../parts/title.tsx';
import { Whom } from '../parts/whom.tsx';
import { rowsOf } from '../rows.ts';
import { nameOf, siteName } from '../telling.ts';
import type { Doctor } from '../use-doctor.ts';
import { t } from '../words.ts';

interface CheckProps {
  readonly doctor: Doctor;
  readonly subject: string;
  readonly onAsk: () => void;
}

/** Starts by itself: picture and voice on the left, what is being looked at on the right. */
export function Check({ doctor, subject, onAsk }: CheckProps) {
  const { firstReport, outcomes, running, stream, level, waiting } = doctor;
  const isNewer = firstReport !== null && firstReport.takenAt > (doctor.report?.takenAt ?? '');
  const report = isNewer ? firstReport : doctor.report;
  return (
    <div className="two">
      <section>
        <Preview stream={stream} />
        <Level level={level} />
        <DevicePickers doctor={doctor} />
      </section>
      <section>
        <div className="whom">{report !== null && <Whom report={report} subject={subject} onAsk={onAsk} />}</div>
        <Title>{t('app/checking/title')}</Title>
        <p className="quiet" role="status">
          {waiting === null
            ? t('app/checking/hint')
            : t(`app/waiting/${waiting.for}`, { device: t(`device/${waiting.medium}`) })}
        </p>
        <Rows
          rows={rowsOf(report, subject, outcomes, { running, isFirst: isNewer })}
          program={nameOf(report, subject)}
          site={siteName(report?.case?.site)}
        />
      </section>
    </div>
  );
}
