import type { App, BrowserWindow, Dialog, Rectangle, Screen, SystemPreferences } from 'electron';
import type { Case } from '../../core/case.ts';
import type { SaveOutcome, WindowShape } from '../../core/contract.ts';
import type { OwnWindow } from '../front-end/own-window.ts';
import { saveReport } from '../support/save-report.ts';
import { startAgain } from './start-again.ts';

/** Beside the settings, in points: one step and the control to press. */
const BESIDE = { width: 360, height: 520 };

/** How far from the edge of the screen. */
const MARGIN = 16;

export interface OwnWindowMeans {
  readonly app: Pick<App, 'relaunch' | 'quit'>;
  readonly dialog: Pick<Dialog, 'showSaveDialog'>;
  readonly screen: Pick<Screen, 'getDisplayMatching'>;
  readonly preferences: Pick<SystemPreferences, 'getAccentColor'>;
  /** What the app is about by now. */
  readonly about: () => Case | null;
}

/** The app’s one window, as the doctor’s conversation sees it. */
export interface ArrangedWindow extends OwnWindow {
  /** Where the window is when it does not stand beside the settings. */
  readonly usualPlace: () => Rectangle;
}

export function ownWindow(current: () => BrowserWindow | null, means: OwnWindowMeans): ArrangedWindow {
  const { app, dialog, screen, preferences, about } = means;
  let before: Rectangle | null = null;
  let wasMaximized = false;

  function arrange(shape: WindowShape): void {
    const window = current();
    if (window === null || (shape === 'beside') === (before !== null)) return;
    if (shape === 'beside') {
      before = window.getNormalBounds();
      wasMaximized = window.isMaximized();
      if (wasMaximized) window.unmaximize();
      const { workArea } = screen.getDisplayMatching(before);
      const place = (): void => {
        // It may be wanted back by the time that it has left.
        if (before === null || window.isDestroyed()) return;
        window.setAlwaysOnTop(true, 'floating');
        window.setBounds({ ...cornerOf(workArea), ...BESIDE });
      };
      if (window.isFullScreen()) {
        // macOS leaves it in a movement of its own, and heeds no other place before that.
        window.once('leave-full-screen', place);
        window.setFullScreen(false);
      } else place();
      return;
    }
    window.setAlwaysOnTop(false);
    if (before !== null) window.setBounds(before);
    if (wasMaximized) window.maximize();
    before = null;
  }

  async function save(name: string, form: string, text: string): Promise<SaveOutcome> {
    const window = current();
    const filters = [{ name: form.toUpperCase(), extensions: [form] }];
    const options = { defaultPath: name, filters };
    const { canceled, filePath } =
      window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
    if (canceled || filePath === '') return { kind: 'cancelled' };
    const why = await saveReport(filePath, text);
    return why === null ? { kind: 'saved' } : { kind: 'not-saved', why };
  }

  return {
    accent: () => accentOf(preferences),
    shape: () => (before === null ? 'usual' : 'beside'),
    arrange,
    restart: () => startAgain(app, about()),

    save,
    usualPlace: () => before ?? current()?.getNormalBounds() ?? { x: 0, y: 0, width: 0, height: 0 },
  };
}

function cornerOf({ x, y, width, height }: Rectangle): { readonly x: number; readonly y: number } {
  return { x: x + width - BESIDE.width - MARGIN, y: y + height - BESIDE.height - MARGIN };
}

/** Electron says `rrggbbaa`, and on some systems nothing. */
function accentOf(preferences: OwnWindowMeans['preferences']): string | null {
  if (typeof preferences.getAccentColor !== 'function') return null;
  const [, colour] = /^([0-9a-f]{6})(?:[0-9a-f]{2})?$/i.exec(preferences.getAccentColor()) ?? [];
  return colour === undefined ? null : `#${colour.toLowerCase()}`;
}
