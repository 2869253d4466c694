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
  utilityProcess,
} from 'electron';
import { LINK_SCHEME, type ParsedCase } from '../../core/case.ts';
import { secretsOf } from '../doctor.ts';
import type { OwnWindow } from '../front-end/own-window.ts';
import { complaint } from '../front-end/serve.ts';
import { macPermissions } from '../machine/mac-permissions.ts';
import { runCommand } from '../machine/run-command.ts';
import { speak } from '../speech.ts';
import { TOOL_VERSION } from '../tool-version.ts';
import { type Conversation, startConversation } from './conversation.ts';
import { linkIn } from './deep-links.ts';
import { askInNewProcess } from './fresh-permissions.ts';
import { answerCalls, emitter } from './ipc.ts';
import { openLog } from './log.ts';
import { openMachine } from './machine.ts';
import { menuTemplate } from './menu.ts';
import { nativeAnswers } from './native.ts';
import { OwnDecisions } from './own-decisions.ts';
import { ownWindow } from './own-window.ts';
import { APP_SCHEME, servePage } from './page.ts';
import { keepInFile } from './progress-file.ts';
import { endOnFailure, recover } from './recovery.ts';
import { installNavigation, installRequestFilter } from './security/navigation.ts';
import { installPermissions } from './security/permissions.ts';
import { openWindow } from './window.ts';
import { readPlace, rememberPlace } from './window-place.ts';

const DIST = join(app.getAppPath(), 'dist');

let link = linkIn(process.argv);
let conversation: Conversation | null = null;
let window: BrowserWindow | null = null;
const shown = () => (window === null || window.isDestroyed() ? null : window);
const contents = () => shown()?.webContents ?? null;

/** The app was started again: it comes forward, and with a case it begins anew. */
function comeForward(next: ParsedCase | null, own: OwnWindow, refuse: (why: string) => void): void {
  const open = shown();
  // Between the end of its window and its own end, the app has nothing to come forward with.
  if (open === null) return;
  if (next?.kind === 'invalid') refuse(next.why);
  if (next?.kind === 'case') {
    conversation?.turnTo(next.case);
    // The new case has no step yet to stand beside the settings with.
    own.arrange('usual');
    open.reload();
  }
  if (open.isMinimized()) open.restore();
  open.show();
  open.focus();
}

async function run(): Promise<void> {
  // On macOS the link that starts the app comes before there is anything to show it in.
  let follow = (next: ParsedCase | null): void => {
    link = next ?? link;
  };
  app.on('second-instance', (_event, args) => follow(linkIn(args)));
  app.on('open-url', (event, address) => {
    event.preventDefault();
    follow(linkIn([address]));
  });
  app.on('window-all-closed', () => {
    conversation?.close();
    app.quit();
  });
  installNavigation(app);
  await app.whenReady();

  const ownDecisions = new OwnDecisions();
  const permissions = macPermissions();
  const fresh = () => askInNewProcess((module) => utilityProcess.fork(module), join(DIST, 'main/new-process.js'));
  const native = nativeAnswers(systemPreferences, ownDecisions, { permissions, fresh });
  const opened = await openMachine(process.argv, app.isPackaged, native);
  if (opened.kind === 'invalid') {
    dialog.showErrorBox(app.name, opened.why);
    app.exit(1);
    return;
  }
  const { machine } = opened;
  const log = openLog(app.getPath('logs'), secretsOf(machine));
  log.info(`Capture Doctor ${TOOL_VERSION} has started on ${machine.platform} ${machine.release}.`);
  const keeper = keepInFile(join(app.getPath('userData'), 'progress.json'), log.warn, () => new Date());
  // A start after “Quit & Reopen” brings no link.
  const first = link;
  const about = first?.kind === 'case' ? first.case : (keeper.read()?.case ?? null);
  const { t } = await speak(about?.lang ?? null);
  endOnFailure({ app, faults: process, dialog, t, log });

  installPermissions(session.defaultSession, contents, (media, granted) => {
    ownDecisions.enter(media, granted);
    log.info(`The page ${granted ? 'was given' : 'was refused'} ${media.join(' and ') || 'no device'}.`);
  });
  installRequestFilter(session.defaultSession);
  servePage(protocol, join(DIST, 'renderer'));
  const isAbout = () => conversation?.about() ?? about;
  const own = ownWindow(shown, { app, dialog, screen, preferences: systemPreferences, about: isAbout });
  conversation = startConversation({
    machine,
    about,
    keeper,
    emit: emitter(contents),
    decisions: { ask: permissions.ask, run: runCommand },
    window: own,
    complain: (call, code) => log.warn(complaint(call, code)),
  });
  answerCalls(ipcMain, conversation.answer, contents);

  app.setAboutPanelOptions({ applicationVersion: TOOL_VERSION, credits: t('desktop/about') });
  const showLog = () => shell.showItemInFolder(log.file);
  const { platform } = machine;
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform, isPackaged: app.isPackaged, t, showLog })));
  const placeFile = join(app.getPath('userData'), 'window.json');
  const opening = openWindow(join(DIST, 'preload/preload.cjs'), readPlace(placeFile, screen));
  window = opening;
  rememberPlace(opening, placeFile, own.usualPlace, log.warn);
  recover(opening, { app, dialog, t, log, about: isAbout });

  const refuse = (why: string): void => {
    log.warn(`A link was refused (${why}).`);
    void dialog.showMessageBox(opening, { type: 'warning', message: t('desktop/badLink'), detail: why });
  };
  follow = (next) => comeForward(next, own, refuse);
  if (first?.kind === 'invalid') refuse(first.why);
  // One more came while all this was made ready.
  if (link !== first) follow(link);
}

app.enableSandbox();
protocol.registerSchemesAsPrivileged([APP_SCHEME]);
// A development copy is not for the system to open links with.
if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);
if (app.requestSingleInstanceLock()) {
  // Not awaited: Electron is ready only once this module has been evaluated (electron/electron#40719).
  run().catch((error: unknown) => {
    dialog.showErrorBox(app.name, error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
} else app.quit();
