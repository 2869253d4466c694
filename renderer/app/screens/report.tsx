import { Copy, Download, Mail } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Bridge } from '../../../core/contract.ts';
import type { ReportForm } from '../../../core/report/report-form.ts';
import type { Report } from '../../../core/report/schema.ts';
import { copyAndTell } from '../copy.ts';
import { Segments } from '../parts/segments.tsx';
import { Title } from '../parts/title.tsx';
import { type Outcome, Told } from '../parts/told.tsx';
import { ForAdministrator } from '../report/for-administrator.tsx';
import { PreviewText } from '../report/preview-text.tsx';
import { mail, save } from '../report/share.ts';
import { useWritten } from '../report/use-written.ts';
import { t } from '../words.ts';

/** As most people would want it first. */
const FORMS: readonly ReportForm[] = ['txt', 'html', 'json', 'md'];

/** What would be shared, to the letter, and the ways to share it. */
export function ReportScreen({ report, bridge }: { report: Report; bridge: Bridge }) {
  const [form, setForm] = useState<ReportForm>('txt');
  const [told, setTold] = useState<Outcome | null>(null);
  const written = useWritten(bridge, report, form);
  const text = written?.kind === 'text' && written.form === form ? written.text : null;
  const tell = (deed: Promise<Outcome | null>): void => {
    setTold(null);
    void deed.then(setTold);
  };
  return (
    <div className="view">
      <Title>{t('app/view/report')}</Title>
      <p className="quiet">{t('views/report/hint')}</p>
      <div className="share">
        <Segments
          label={t('views/report/form')}
          segments={FORMS.map((id) => ({ id, name: t(`views/report/forms/${id}`) }))}
          chosen={form}
          onChoose={(chosen) => {
            setForm(chosen);
            setTold(null);
          }}
        />
        <div className="deeds">
          <Button className="primary" isDisabled={text === null} onPress={() => tell(save(bridge, form))}>
            <Download aria-hidden="true" size={16} /> {t('views/report/save')}
          </Button>
          <Button
            className="secondary"
            isDisabled={text === null}
            onPress={() =>
              tell(copyAndTell(text ?? '', { copied: t('views/report/copied'), failed: t('views/report/notCopied') }))
            }
          >
            <Copy aria-hidden="true" size={16} /> {t('views/report/copy')}
          </Button>
          <Button className="secondary" isDisabled={text === null} onPress={() => tell(mail(bridge))}>
            <Mail aria-hidden="true" size={16} /> {t('views/report/mail')}
          </Button>
        </div>
      </div>
      <Told outcome={written?.kind === 'failed' ? { worked: false, text: t('views/report/notWritten') } : told} />
      {written?.kind === 'text' && <PreviewText text={written.text} />}
      <ul className="promises">
        <li>{t('views/report/holds')}</li>
        <li>{t('views/report/lacks')}</li>
        <li>{t('views/report/mailHint')}</li>
      </ul>
      <ForAdministrator report={report} bridge={bridge} />
    </div>
  );
}
