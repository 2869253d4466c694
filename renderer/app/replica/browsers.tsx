import { ArrowLeft, Search, X } from 'lucide-react';
import type { Replica } from '../../../core/guides/replica.ts';
import { Areas } from './areas.tsx';
import { Rows } from './rows.tsx';
import { useScene } from './scene.ts';

/** A window of a browser: its tab, the address, and the page, which is one of its settings or a site. */
export function Browser({ path, top, side, rows }: Replica) {
  const { label } = useScene();
  const tab = label(path[1] ?? path[0]);
  return (
    <>
      <div className="replica-bar">
        <span className="replica-browser-tab">
          <i />
          <span>{tab}</span>
          <X size="0.9em" />
        </span>
      </div>
      <div className="replica-toolbar">
        <ArrowLeft size="1.2em" />
        <ArrowLeft size="1.2em" />
        <Rows rows={top ?? []} />
      </div>
      <div className="replica-halves">
        {side !== undefined && (
          <>
            <div className="replica-head">
              <span className="replica-text">{tab}</span>
              <span className="replica-search">
                <Search size="1em" />
              </span>
            </div>
            <div className="replica-side">
              <Areas entries={side} />
            </div>
          </>
        )}
        <div className="replica-page">
          <Rows rows={rows} />
        </div>
      </div>
    </>
  );
}
