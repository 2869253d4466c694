import type { App, BrowserWindow, Dialog } from 'electron';
import type { Case } from '../../core/case.ts';
import type { Translate } from '../../core/i18n/translate.ts';
import type { Log } from './log.ts';
import { startAgain } from './start-again.ts';

export interface Means {
  readonly app: App;
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
  readonly t: Translate;
  readonly log: Log;
  /** What the app is about by now. */
  readonly about: () => Case | null;
}

interface FailureMeans extends Pick<Means, 'app' | 't' | 'log'> {
  readonly faults: Pick<NodeJS.Process, 'on'>;
  readonly dialog: Pick<Dialog, 'showErrorBox'>;
}

/** Chromium starts its graphics anew by itself; a second failure is no accident. */
const GRAPHICS_FAILURES = 2;

/** Starts the app without graphics acceleration. */
const WITHOUT_GRAPHICS = '--disable-gpu';

/**
 * A page that crashed leaves an empty window, one that hangs a dead one, and failing graphics a black one: each is said
 * in one sentence, with the choice to begin again.
 */
export function recover(window: BrowserWindow, means: Means): void {
  sayWhenPageIsGone(window, means);
  sayWhenPageHangs(window, means);
  sayWhenGraphicsFail(window, means);
}

/** A fault of our own, that nothing caught: it is written down and said, and the app ends rather than go on half. */
export function endOnFailure({ app, faults, dialog, t, log }: FailureMeans): void {
  const end = (error: unknown): void => {
    log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    dialog.showErrorBox(t('app/title'), t('desktop/failed'));
    app.exit(1);
  };
  faults.on('uncaughtException', end);
  faults.on('unhandledRejection', end);
}

/** Ended on purpose, by {@link beginAnew}. */
const ENDED = new WeakSet<BrowserWindow>();

function sayWhenPageIsGone(window: BrowserWindow, { app, dialog, t, log }: Means): void {
  window.webContents.on('render-process-gone', async (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed() || ENDED.delete(window)) return;
    log.error(`The page is gone (${reason}).`);
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      message: t('desktop/pageGone'),
      detail: reason,
      buttons: [t('desktop/startAgain'), t('desktop/quit')],
      defaultId: 0,
      cancelId: 1,
    });
    if (window.isDestroyed()) return;
    if (response === 0) window.reload();
    else app.quit();
  });
}

function sayWhenPageHangs(window: BrowserWindow, { dialog, t, log }: Means): void {
  let asking: AbortController | null = null;
  window.on('unresponsive', async () => {
    if (asking !== null) return;
    log.warn('The page does not respond.');
    const mine = new AbortController();
    asking = mine;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: t('desktop/pageHangs'),
      buttons: [t('desktop/startAgain'), t('desktop/wait')],
      defaultId: 1,
      cancelId: 1,
      signal: mine.signal,
    });
    asking = null;
    if (response === 0 && !mine.signal.aborted && !window.isDestroyed()) beginAnew(window);
  });
  window.on('responsive', () => asking?.abort());
}

/** @see https://www.electronjs.org/docs/latest/api/web-contents#contentsforcefullycrashrenderer */
function beginAnew(window: BrowserWindow): void {
  ENDED.add(window);
  window.webContents.forcefullyCrashRenderer();
  window.reload();
}

function sayWhenGraphicsFail(window: BrowserWindow, { app, dialog, t, log, about }: Means): void {
  let failures = 0;
  app.on('child-process-gone', async (_event, { type, reason }) => {
    if (type !== 'GPU' || reason === 'clean-exit') return;
    failures += 1;
    log.warn(`The graphics process is gone (${reason}).`);
    if (failures !== GRAPHICS_FAILURES || window.isDestroyed()) return;
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: t('desktop/graphicsFail'),
      buttons: [t('desktop/startWithoutGraphics'), t('desktop/goOn')],
      defaultId: 0,
      cancelId: 1,
    });
    if (response !== 0) return;
    startAgain(app, about(), [WITHOUT_GRAPHICS]);
  });
}
