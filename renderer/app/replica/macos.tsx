import { ChevronLeft, ChevronRight, LayoutGrid, Search } from 'lucide-react';
import type { Replica } from '../../../core/guides/replica.ts';
import { Rows } from './rows.tsx';
import { useScene } from './scene.ts';
import { Side } from './windows.tsx';

/** System Settings, since macOS 13: a side as high as the window, and the page’s name in its bar. */
export function MacSettings({ path, side, rows }: Replica) {
  const { label } = useScene();
  return (
    <div className="replica-halves">
      <Side entries={side ?? []} find="macos.search" />
      <div className="replica-page">
        <div className="replica-name">
          <ChevronLeft size="1.1em" />
          <ChevronRight size="1.1em" />
          <span className="replica-text">{label(path.at(-1) ?? path[0])}</span>
        </div>
        <Rows rows={rows} />
      </div>
    </div>
  );
}

/** System Preferences, up to macOS 12: one window for each of its panes. */
export function MacPreferences({ path, rows }: Replica) {
  const { label } = useScene();
  return (
    <>
      <div className="replica-bar">
        <i className="replica-lights" />
        <ChevronLeft size="1.1em" />
        <ChevronRight size="1.1em" />
        <LayoutGrid size="1em" />
        <span className="replica-text">{label(path[1] ?? path[0])}</span>
        <span className="replica-search">
          <Search size="0.9em" />
          {label('macos.search')}
        </span>
      </div>
      <div className="replica-page">
        <Rows rows={rows} />
      </div>
    </>
  );
}

/** The screen behind all windows: a menu that comes first is the bar at its top. */
export function MacDesktop({ rows }: Replica) {
  return (
    <div className="replica-page">
      <Rows rows={rows} />
    </div>
  );
}
