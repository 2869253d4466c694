import type { ReactNode } from 'react';
import { type Look, pressedIn, type Replica as ReplicaData } from '../../../core/guides/replica.ts';
import '../../styles/replica.css';
import '../../styles/replica-browsers.css';
import '../../styles/replica-windows.css';
import '../../styles/replica-macos.css';
import { Browser } from './browsers.tsx';
import { MacDesktop, MacPreferences, MacSettings } from './macos.tsx';
import { nameOfDrawing, SceneProvider, type SceneWords } from './scene.ts';
import { SoundPanel, Windows10, Windows11, WindowsConsole } from './windows.tsx';

const WINDOWS: Readonly<Record<Look, (replica: ReplicaData) => ReactNode>> = {
  'windows-11': Windows11,
  'windows-10': Windows10,
  console: WindowsConsole,
  'sound-panel': SoundPanel,
  'macos-settings': MacSettings,
  'macos-preferences': MacPreferences,
  'macos-desktop': MacDesktop,
  chromium: Browser,
  edge: Browser,
  firefox: Browser,
};

interface ReplicaProps {
  readonly replica: ReplicaData;
  readonly words: SceneWords;
  /** What was to be pressed has been. */
  readonly done: boolean;
}

/** A settings page as it looks on the screen, drawn, with what to press marked: one picture, with one name that says the same. */
export function Replica({ replica, words, done }: ReplicaProps) {
  const Window = WINDOWS[replica.look];
  return (
    <div
      className="replica"
      role="img"
      aria-label={nameOfDrawing(replica, words)}
      data-look={replica.look}
      data-done={done}
    >
      <div className="replica-window" aria-hidden="true">
        <SceneProvider value={{ words, done, numbered: pressedIn(replica).length > 1 }}>
          <Window {...replica} />
        </SceneProvider>
      </div>
    </div>
  );
}
