import { useEffect, useRef } from 'react';
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

/** The voice, as bars that rise with it. They are drawn with the screen, past React: nothing else changes that often. */
export function Level({ level }: { level: LiveLevel }) {
  const meter = useRef<HTMLDivElement>(null);
  useEffect(() => (meter.current === null ? undefined : drawBars(level, meter.current)), [level]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the browser draws a bar of its own into a meter.
    <div
      ref={meter}
      className="level"
      role="meter"
      aria-label={t('app/level')}
      aria-valuemin={0}
      aria-valuemax={BARS}
      aria-valuenow={0}
    >
      {Array.from({ length: BARS }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars never move.
        <i key={place} data-lit={false} />
      ))}
    </div>
  );
}

function drawBars(level: LiveLevel, meter: HTMLDivElement): () => void {
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  let shown = QUIETEST;
  let before = performance.now();
  let request = 0;
  const draw = (now: number): void => {
    request = requestAnimationFrame(draw);
    if (calm.matches && now - before < CALM) return;
    shown = Math.max(level.heard ?? QUIETEST, shown - (FALL * (now - before)) / 1000, QUIETEST);
    level.heard = null;
    before = now;
    const lit = Math.round(((Math.min(shown, LOUDEST) - QUIETEST) / (LOUDEST - QUIETEST)) * BARS);
    if (meter.getAttribute('aria-valuenow') === String(lit)) return;
    meter.setAttribute('aria-valuenow', String(lit));
    for (const [place, bar] of [...meter.children].entries()) bar.setAttribute('data-lit', String(place < lit));
  };
  request = requestAnimationFrame(draw);
  return () => cancelAnimationFrame(request);
}
