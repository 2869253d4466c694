import type { SideEntry } from '../../../core/guides/replica.ts';
import { useScene } from './scene.ts';
import { SIGNS } from './signs.ts';

/** What a settings window has at its side. */
export function Areas({ entries }: { entries: readonly SideEntry[] }) {
  const { label } = useScene();
  return entries.map(({ text, sign, selected, heading }) => {
    const Drawn = sign === undefined ? null : SIGNS[sign];
    return (
      <div
        key={text}
        className="replica-area"
        data-selected={selected === true || undefined}
        data-heading={heading === true || undefined}
        data-sign={sign}
      >
        {Drawn !== null && <Drawn size="1.2em" strokeWidth={1.75} />}
        <span className="replica-text">{label(text)}</span>
      </div>
    );
  });
}
