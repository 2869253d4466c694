import { useEffect, useRef } from 'react';
import { Meter } from 'react-aria-components';
import type { LiveLevel } from '../use-doctor.ts';
import { t } from '../words.ts';

const BARS = 13;
/** A quiet room lies near the lower end, a voice close to the microphone at the upper. */
const QUIETEST = -70;
const LOUDEST = -10;

/** How far the bars fall in a second, in dB: a voice is seen for longer than it lasts. */
const FALL = 90;

/** How long the bars stand for those who want no movement, in milliseconds. */
const CALM = 400;

/** The voice, as bars that rise with it. They are drawn with the screen, past React: sixty times a second nothing else changes. */
export function Level({ level }: { level: LiveLevel }) {
  const bars = useRef<HTMLSpanElement>(null);
  useEffect(() => drawBars(level, bars), [level]);
  return (
    <Meter className="level" aria-label={t('app/level')} value={0} valueLabel={t('app/levelHint')}>
      <span ref={bars} className="bars">
        {Array.from({ length: BARS }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars never move.
          <i key={place} data-lit={false} />
        ))}
      </span>
    </Meter>
  );
}

function drawBars(level: LiveLevel, bars: { readonly current: HTMLSpanElement | null }): () => void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let shown = QUIETEST;
  let before = performance.now();
  let request = 0;
  const draw = (now: number): void => {
    request = requestAnimationFrame(draw);
    if (calm.matches && now - before < CALM) return;
    shown = Math.max(level.rms ?? QUIETEST, shown - (FALL * (now - before)) / 1000);
    before = now;
    const share = (Math.min(shown, LOUDEST) - QUIETEST) / (LOUDEST - QUIETEST);
    const lit = Math.round(share * BARS);
    for (const [place, bar] of [...(bars.current?.children ?? [])].entries()) {
      bar.setAttribute('data-lit', String(place < lit));
    }
  };
  request = requestAnimationFrame(draw);
  return () => cancelAnimationFrame(request);
}
