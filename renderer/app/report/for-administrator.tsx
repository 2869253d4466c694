import { Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Bridge } from '../../../core/contract.ts';
import type { Report } from '../../../core/report/schema.ts';
import { copyAndTell } from '../copy.ts';
import { type Outcome, Told } from '../parts/told.tsx';
import { t } from '../words.ts';

/** What only an administrator can change, in words to be sent; nothing where there is nothing of that kind. */
export function ForAdministrator({ report, bridge }: { report: Report; bridge: Bridge }) {
  const [told, setTold] = useState<Outcome | null>(null);
  const [text, setText] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: main writes of the report it has; a new one here says that it changed.
  useEffect(() => {
    let wanted = true;
    bridge.writeForAdministrator(null).then(
      (written) => wanted && setText(written),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [bridge, report]);
  if (text === null) return null;
  return (
    <section className="administrator" aria-labelledby="administrator">
      <h2 id="administrator">{t('views/report/administrator')}</h2>
      <p className="quiet">{t('views/report/administratorHint')}</p>
      <blockquote>{text}</blockquote>
      <div className="deeds">
        <Button
          className="secondary"
          onPress={() => {
            const words = { copied: t('views/report/copiedForAdministrator'), failed: t('views/report/notCopied') };
            void copyAndTell(text, words).then(setTold);
          }}
        >
          <Copy aria-hidden="true" size={16} /> {t('views/report/copyForAdministrator')}
        </Button>
        <Told outcome={told} />
      </div>
    </section>
  );
}
