import { Undo2 } from 'lucide-react';
import type { Trouble } from '../../../core/guides/guide.ts';
import type { WrongTurn } from '../../../core/guides/wrong-turn.ts';
import { t } from '../words.ts';

interface WrongTurnNoteProps {
  readonly turn: WrongTurn | null;
  readonly trouble: Trouble;
  readonly program: string;
}

/** Says that another switch was turned than the one that is meant, as soon as it was. */
export function WrongTurnNote({ turn, trouble, program }: WrongTurnNoteProps) {
  return (
    <p className="wrong-turn" role="status">
      {turn !== null && (
        <>
          <Undo2 aria-hidden="true" size={16} />{' '}
          {turn.kind === 'other-page'
            ? t('app/otherPage', { device: t(`device/${trouble.medium}`), other: t(`device/${turn.medium}`) })
            : t('app/offInstead', {
                title: t(`cause/${turn.cause}/title`, { device: t(`device/${turn.medium}`), program }),
              })}
        </>
      )}
    </p>
  );
}
