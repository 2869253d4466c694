import { ArrowLeft, ChevronRight, Minus, Search, Square, X } from 'lucide-react';
import type { Label, Replica, SideEntry } from '../../../core/guides/replica.ts';
import { Areas } from './areas.tsx';
import { Rows } from './rows.tsx';
import { useScene } from './scene.ts';

/** Settings of Windows 11: areas at the side, and the path as a heading. */
export function Windows11({ path, side, rows }: Replica) {
  const { label } = useScene();
  return (
    <>
      <TitleBar back title={label(path[0])} />
      <div className="replica-halves">
        <Side entries={side ?? []} find="windows.find" />
        <div className="replica-page">
          <div className="replica-name">
            {path.slice(1).map((text, place) => (
              <span key={text} data-row-part={place === path.length - 2 ? 'here' : 'above'}>
                {place > 0 && <ChevronRight size="0.8em" />}
                {label(text)}
              </span>
            ))}
          </div>
          <Rows rows={rows} />
        </div>
      </div>
    </>
  );
}

/** Settings of Windows 10: the pages of one area at the side, and the page’s name as a large heading. */
export function Windows10({ path, side, rows }: Replica) {
  const { label } = useScene();
  return (
    <>
      <TitleBar back title={label(path[0])} />
      <div className="replica-halves">
        <Side entries={side ?? []} find="windows.find" />
        <div className="replica-page">
          <div className="replica-name">{label(path.at(-1) ?? path[0])}</div>
          <Rows rows={rows} />
        </div>
      </div>
    </>
  );
}

/** A console of the administrator’s, such as the Device Manager. */
export function WindowsConsole({ path, rows }: Replica) {
  const { label } = useScene();
  return (
    <>
      <TitleBar title={label(path[0])} />
      <div className="replica-menus">
        <span>{label('console.file')}</span>
        <span>{label('console.action')}</span>
        <span>{label('console.view')}</span>
        <span>{label('console.help')}</span>
      </div>
      <div className="replica-page">
        <Rows rows={rows} />
      </div>
    </>
  );
}

/** A small window of the old Control Panel. */
export function SoundPanel({ path, rows }: Replica) {
  const { label } = useScene();
  return (
    <>
      <TitleBar title={label(path[0])} small />
      <div className="replica-page">
        <Rows rows={rows} />
      </div>
    </>
  );
}

function TitleBar({ title, back = false, small = false }: { title: string; back?: boolean; small?: boolean }) {
  return (
    <div className="replica-bar">
      {back && <ArrowLeft size="1em" />}
      <span className="replica-text">{title}</span>
      {!small && <Minus size="1em" />}
      {!small && <Square size="0.8em" />}
      <X size="1em" />
    </div>
  );
}

export function Side({ entries, find }: { entries: readonly SideEntry[]; find: Label }) {
  const { label } = useScene();
  return (
    <div className="replica-side">
      <div className="replica-search">
        <span className="replica-text">{label(find)}</span>
        <Search size="1em" />
      </div>
      <Areas entries={entries} />
    </div>
  );
}
