import { Check } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Trouble } from '../../../core/guides/guide.ts';
import { Echo } from '../parts/echo.tsx';
import type { Chosen } from '../run-check.ts';
import { t } from '../words.ts';

interface ProofProps {
  /** What was put right on the way here; null where nothing was wrong. */
  readonly fixed: { readonly trouble: Trouble; readonly program: string } | null;
  readonly chosen: Chosen;
  readonly onAgain: () => void;
}

/** It was tested, and it works. */
export function Proof({ fixed, chosen, onAgain }: ProofProps) {
  return (
    <div className="proof">
      <span className="seal">
        <Check aria-hidden="true" size={40} />
      </span>
      <h1>{t('app/works')}</h1>
      <p className="quiet">{t('app/proof')}</p>
      <Button className="primary" onPress={onAgain} autoFocus>
        {t('app/again')}
      </Button>
      <Echo deviceId={chosen.microphone ?? null} />
      {fixed !== null && (
        <p className="quiet">
          {t('app/fixed', {
            title: t(`cause/${fixed.trouble.cause}/title`, {
              device: t(`device/${fixed.trouble.medium}`),
              program: fixed.program,
            }),
          })}
        </p>
      )}
    </div>
  );
}
