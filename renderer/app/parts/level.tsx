import { Meter } from 'react-aria-components';
import { t } from '../words.ts';

const BARS = 13;
/** A quiet room lies near the lower end, a voice close to the microphone at the upper. */
const QUIETEST = -70;
const LOUDEST = -10;

/** The voice, as bars that rise with it. */
export function Level({ rms }: { rms: number | null }) {
  const share = rms === null ? 0 : (Math.min(Math.max(rms, QUIETEST), LOUDEST) - QUIETEST) / (LOUDEST - QUIETEST);
  const lit = Math.round(share * BARS);
  return (
    <Meter className="level" aria-label={t('app/level')} value={Math.round(share * 100)}>
      {Array.from({ length: BARS }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars never move.
        <i key={place} data-lit={place < lit} />
      ))}
    </Meter>
  );
}
