import type { BrowserWindow, Dialog } from 'electron';
import type { Translate } from '../../core/i18n/translate.ts';

interface Means {
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
  readonly t: Translate;
  readonly quit: () => void;
}

/** A page that crashed leaves an empty window: that is said in one sentence, with the choice to begin again or to end. */
export function sayWhenPageIsGone(window: BrowserWindow, { dialog, t, quit }: Means): void {
  window.webContents.on('render-process-gone', async (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: t('app/pageGone'),
      detail: reason,
      buttons: [t('app/startAgain'), t('app/quit')],
      defaultId: 0,
      cancelId: 1,
    });
    if (window.isDestroyed()) return;
    if (response === 0) window.reload();
    else quit();
  });
}
