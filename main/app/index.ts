import { join } from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, protocol, session, systemPreferences } from 'electron';
import type { Case } from '../../core/case.ts';
import { serve } from '../front-end/serve.ts';
import { type Session, startSession } from '../front-end/session.ts';
import { realMachine } from '../machine/real.ts';
import { launchDetached } from '../settings/open-target.ts';
import { caseFromArguments, LINK_SCHEME } from './deep-links.ts';
import { answerCalls, emitter } from './ipc.ts';
import { nativeAnswers } from './native.ts';
import { APP_SCHEME, servePage } from './page.ts';
import { installNavigation, installRequestFilter } from './security/navigation.ts';
import { installPermissions } from './security/permissions.ts';
import { openWindow } from './window.ts';

const DIST = join(app.getAppPath(), 'dist');

let window: BrowserWindow | null = null;
let doctor: Session | null = null;
const contents = () => (window === null || window.isDestroyed() ? null : window.webContents);

/** A new case begins a new conversation; without one the old goes on. */
function begin(about: Case | null): void {
  const machine = realMachine({ native: nativeAnswers(systemPreferences) });
  if (machine === null) {
    dialog.showErrorBox('Capture Doctor', 'Capture Doctor does not know this system.');
    app.quit();
    return;
  }
  doctor?.close();
  doctor = startSession({ machine, about, launch: launchDetached, emit: emitter(contents) });
}

function comeForward(about: Case | null): void {
  if (about !== null) {
    begin(about);
    window?.reload();
  }
  window?.show();
  window?.focus();
}

app.enableSandbox();
protocol.registerSchemesAsPrivileged([APP_SCHEME]);
app.setAsDefaultProtocolClient(LINK_SCHEME);

if (!app.requestSingleInstanceLock()) app.quit();
else {
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
  installPermissions(session.defaultSession, contents);
  installRequestFilter(session.defaultSession);
  servePage(protocol, join(DIST, 'renderer'));
  begin(caseFromArguments(process.argv));
  answerCalls(
    ipcMain,
    (message) =>
      doctor === null
        ? Promise.resolve({ ok: false, code: 'failed', message: 'The doctor is not ready.' } as const)
        : serve(doctor.handlers, () => {})(message),
    contents,
  );
  window = openWindow(join(DIST, 'preload/preload.cjs'));
}
