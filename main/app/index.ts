import { join } from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, protocol, session, systemPreferences } from 'electron';
import { type Case, LINK_SCHEME } from '../../core/case.ts';
import { type Complain, complaint, serve } from '../front-end/serve.ts';
import { type Session, startSession } from '../front-end/session.ts';
import type { Machine } from '../machine/machine.ts';
import { launchDetached } from '../settings/launch.ts';
import { speak } from '../speech.ts';
import { caseFromArguments } from './deep-links.ts';
import { answerCalls, emitter } from './ipc.ts';
import { openMachine } from './machine.ts';
import { nativeAnswers } from './native.ts';
import { OwnDecisions } from './own-decisions.ts';
import { APP_SCHEME, servePage } from './page.ts';
import { sayWhenPageIsGone } from './page-gone.ts';
import { installNavigation, installRequestFilter } from './security/navigation.ts';
import { installPermissions } from './security/permissions.ts';
import { openWindow } from './window.ts';

const DIST = join(app.getAppPath(), 'dist');

const decisions = new OwnDecisions();
let about = caseFromArguments(process.argv);
let machine: Machine | null = null;
let doctor: Session | null = null;
let window: BrowserWindow | null = null;
const contents = () => (window === null || window.isDestroyed() ? null : window.webContents);

const complain: Complain = (call, code) => process.stderr.write(`${complaint(call, code)}\n`);

/** A conversation about the case; one about another case takes its place. */
function begin(on: Machine): Session {
  doctor?.close();
  doctor = startSession({ machine: on, about, launch: launchDetached, emit: emitter(contents) });
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
  installPermissions(session.defaultSession, contents, (media, granted) => decisions.enter(media, granted));
  installRequestFilter(session.defaultSession);
  servePage(protocol, join(DIST, 'renderer'));
  const first = begin(machine);
  answerCalls(ipcMain, (message) => serve((doctor ?? first).handlers, complain)(message), contents);
  window = openWindow(join(DIST, 'preload/preload.cjs'));
  sayWhenPageIsGone(window, { dialog, t, quit: () => app.quit() });
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
