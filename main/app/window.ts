import { BrowserWindow, type Rectangle } from 'electron';
import { APP_PAGE } from './origin.ts';

/** The one window: a page in a sandbox, without Node, that reaches main through the preload alone. */
export function openWindow(preload: string, place: Rectangle | null): BrowserWindow {
  const window = new BrowserWindow({
    width: 960,
    height: 680,
    ...place,
    minWidth: 360,
    minHeight: 520,
    show: false,
    title: 'Capture Doctor',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(APP_PAGE);
  return window;
}
