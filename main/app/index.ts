import { join } from 'node:path';
import {
  app,
  type BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  screen,
  session,
  shell,
  systemPreferences,
} from 'electron';
import { type Case, LINK_SCHEME } from '../../core/case.ts';
import { secretsOf } from '../doctor.ts';
import { keepInMemory } from '../front-end/progress-keeper.ts';
import { type Complain, complaint, serve } from '../front-end/serve.ts';
import { type Session, startSession } from '../front-end/session.ts';
import type { Machine } from '../machine/machine.ts';
import { launchDetached } from '../settings/launch.ts';
import { speak } from '../speech.ts';
import { TOOL_VERSION } from '../tool-version.ts';
import { caseFromArguments } from './deep-links.ts';
import { answerCalls, emitter } from './ipc.ts';
import { openLog } from './log.ts';
import { openMachine } from './machine.ts';
import { menuTemplate } from './menu.ts';
import { nativeAnswers } from './native.ts';
import { OwnDecisions } from './own-decisions.ts';
import { APP_SCHEME, servePage } from './page.ts';
import { keepInFile } from './progress-file.ts';
import { endOnFailure, recover } from './recovery.ts';
import { installNavigation, installRequestFilter } from './security/navigation.ts';
import { installPermissions } from './security/permissions.ts';
import { openWindow } from './window.ts';
import { readPlace, rememberPlace } from './window-place.ts';

const DIST = join(app.getAppPath(), 'dist');

const decisions = new OwnDecisions();
let about = caseFromArguments(process.argv);
let keeper = keepInMemory();
let machine: Machine | null = null;
let doctor: Session | null = null;
let window: BrowserWindow | null = null;
const contents = () => (window === null || window.isDestroyed() ? null : window.webContents);

/** A conversation about the case; one about another case takes its place. */
function begin(on: Machine): Session {
  doctor?.close();
  doctor = startSession({ machine: on, about, launch: launchDetached, emit: emitter(contents), keeper });
  return doctor;
}

/** The app was started again: it comes forward, and with a case it begins anew. */
function comeForward(asked: Case | null): void {
  if (asked !== null) {
    about = asked;
    if (machine !== null) begin(machine);
    window?.reload();
  }
  window?.show();
  window?.focus();
}

async function run(): Promise<void> {
  app.on('second-instance', (_event, args) => comeForward(caseFromArguments(args)));
  app.on('open-url', (event, link) => {
    event.preventDefault();
    comeForward(caseFromArguments([link]));
  });
  app.on('window-all-closed', () => {
    doctor?.close();
    app.quit();
  });
  installNavigation(app);
  await app.whenReady();
  const { t } = await speak(about?.lang ?? null);
  const opened = await openMachine(process.argv, app.isPackaged, nativeAnswers(systemPreferences, decisions));
  if (opened.kind === 'invalid') {
    dialog.showErrorBox(t('app/title'), opened.why);
    app.quit();
    return;
  }
  machine = opened.machine;
  const { platform } = machine;
  const log = openLog(app.getPath('logs'), secretsOf(machine));
  log.info(`Capture Doctor ${TOOL_VERSION} has started on ${platform} ${machine.release}.`);
  keeper = keepInFile(join(app.getPath('userData'), 'progress.json'), log.warn, () => new Date());
  // A start after “Quit & Reopen” brings no link.
  about ??= keeper.read()?.case ?? null;
  endOnFailure({ app, faults: process, dialog, t, log });
  installPermissions(session.defaultSession, contents, (media, granted) => {
    decisions.enter(media, granted);
    log.info(`The page ${granted ? 'was given' : 'was refused'} ${media.join(' and ') || 'no device'}.`);
  });
  installRequestFilter(session.defaultSession);
  servePage(protocol, join(DIST, 'renderer'));
  const first = begin(machine);
  const complain: Complain = (call, code) => log.warn(complaint(call, code));
  answerCalls(ipcMain, (message) => serve((doctor ?? first).handlers, complain)(message), contents);
  app.setAboutPanelOptions({ applicationVersion: TOOL_VERSION, credits: t('desktop/about') });
  const showLog = () => shell.showItemInFolder(log.file);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform, isPackaged: app.isPackaged, t, showLog })));
  const placeFile = join(app.getPath('userData'), 'window.json');
  window = openWindow(join(DIST, 'preload/preload.cjs'), readPlace(placeFile, screen));
  rememberPlace(window, placeFile, log.warn);
  recover(window, { app, dialog, t, log });
}

app.enableSandbox();
protocol.registerSchemesAsPrivileged([APP_SCHEME]);
// A development copy is not for the system to open links with.
if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);
if (app.requestSingleInstanceLock()) {
  // Not awaited: Electron is ready only once this module has been evaluated (electron/electron#40719).
  run().catch((error: unknown) => {
    dialog.showErrorBox('Capture Doctor', error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
} else app.quit();
