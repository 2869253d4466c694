import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  AboutPanelOptionsOptions,
  App,
  BrowserWindowConstructorOptions,
  CustomScheme,
  IpcMain,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  Protocol,
  Rectangle,
  RelaunchOptions,
  Session,
  WebContents,
  WebRequest,
} from 'electron';

/** What the host set on Electron, in the types of electron.d.ts. */
export interface Recorded {
  sandboxed: boolean;
  windows: StandInWindow[];
  schemes: CustomScheme[];
  protocolClients: string[];
  pageHandler: Parameters<Protocol['handle']>[1] | null;
  calls: Map<string, Parameters<IpcMain['handle']>[1]>;
  permissionRequest: Parameters<Session['setPermissionRequestHandler']>[0];
  permissionCheck: Parameters<Session['setPermissionCheckHandler']>[0];
  deviceCheck: Parameters<Session['setDevicePermissionHandler']>[0];
  displayMedia: Parameters<Session['setDisplayMediaRequestHandler']>[0] | undefined;
  requestFilter: Parameters<WebRequest['onBeforeRequest']>[0] | null;
  quits: number;
  exits: number;
  /** Arguments of each relaunch. */
  relaunches: (readonly string[])[];
  menu: readonly MenuItemConstructorOptions[];
  about: AboutPanelOptionsOptions | null;
  shownInFolder: string[];
  /** Sentence and buttons of each message box. */
  messages: string[][];
  /** Which button the person presses next; `none` leaves the box open until the app closes it. */
  nextButton: number | 'none';
}

export const recorded: Recorded = {
  sandboxed: false,
  windows: [],
  schemes: [],
  protocolClients: [],
  pageHandler: null,
  calls: new Map(),
  permissionRequest: null,
  permissionCheck: null,
  deviceCheck: null,
  displayMedia: undefined,
  requestFilter: null,
  quits: 0,
  exits: 0,
  relaunches: [],
  menu: [],
  about: null,
  shownInFolder: [],
  messages: [],
  nextButton: 0,
};

/** Contents of a window, as far as the host touches them. */
class StandInContents extends EventEmitter {
  readonly mainFrame = { url: 'app://capture-doctor/' };
  readonly sent: unknown[][] = [];
  openHandler: Parameters<WebContents['setWindowOpenHandler']>[0] | null = null;

  setWindowOpenHandler(handler: Parameters<WebContents['setWindowOpenHandler']>[0]): void {
    this.openHandler = handler;
  }

  send(...message: unknown[]): void {
    this.sent.push(message);
  }

  forcefullyCrashRenderer(): void {
    this.emit('render-process-gone', {}, { reason: 'killed' });
  }
}

export class StandInWindow extends EventEmitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents = new StandInContents();
  readonly loaded: string[] = [];

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    recorded.windows.push(this);
    standIn.app.emit('web-contents-created', {}, this.webContents);
  }

  bounds: Rectangle = { x: 10, y: 20, width: 900, height: 600 };
  isOnTop = false;
  fullScreen = false;
  maximized = false;

  getNormalBounds(): Rectangle {
    return this.bounds;
  }

  setBounds(bounds: Rectangle): void {
    this.bounds = bounds;
  }

  setAlwaysOnTop(isOnTop: boolean): void {
    this.isOnTop = isOnTop;
  }

  isFullScreen(): boolean {
    return this.fullScreen;
  }

  setFullScreen(flag: boolean): void {
    this.fullScreen = flag;
    if (!flag) this.emit('leave-full-screen');
  }

  isMaximized(): boolean {
    return this.maximized;
  }

  unmaximize(): void {
    this.maximized = false;
  }

  maximize(): void {
    this.maximized = true;
  }

  minimized = false;

  isMinimized(): boolean {
    this.#check();
    return this.minimized;
  }

  restore(): void {
    this.minimized = false;
  }

  destroyed = false;

  isDestroyed(): boolean {
    return this.destroyed;
  }

  /** As in Electron: a window that was closed answers nothing any more. */
  #check(): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
  }

  async loadURL(address: string): Promise<void> {
    this.loaded.push(address);
  }

  reloads = 0;
  shown = 0;

  show(): void {
    this.#check();
    this.shown += 1;
  }

  focused = 0;

  focus(): void {
    this.#check();
    this.focused += 1;
  }

  reload(): void {
    this.#check();
    this.reloads += 1;
  }
}

class StandInSession extends EventEmitter {
  readonly webRequest = {
    onBeforeRequest: (filter: Parameters<WebRequest['onBeforeRequest']>[0]) => {
      recorded.requestFilter = filter;
    },
  };

  setPermissionRequestHandler(handler: Recorded['permissionRequest']): void {
    recorded.permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: Recorded['permissionCheck']): void {
    recorded.permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: Recorded['deviceCheck']): void {
    recorded.deviceCheck = handler;
  }

  setDisplayMediaRequestHandler(handler: Parameters<Session['setDisplayMediaRequestHandler']>[0]): void {
    recorded.displayMedia = handler;
  }
}

const FOLDER = mkdtempSync(join(tmpdir(), 'electron-'));

class StandInApp
  extends EventEmitter
  implements
    Pick<
      App,
      'enableSandbox' | 'quit' | 'exit' | 'relaunch' | 'whenReady' | 'getAppPath' | 'getPath' | 'setAboutPanelOptions'
    >
{
  isPackaged = true;
  readonly name = 'Capture Doctor';

  getAppPath(): string {
    return '/opt/capture-doctor/app.asar';
  }

  /** Of each kind one folder, which the run of the tests takes away. */
  getPath(name: Parameters<App['getPath']>[0]): string {
    const folder = join(FOLDER, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  setAboutPanelOptions(options: AboutPanelOptionsOptions): void {
    recorded.about = options;
  }

  relaunch({ args = [] }: RelaunchOptions = {}): void {
    recorded.relaunches.push(args);
  }

  exit(): void {
    recorded.exits += 1;
  }

  enableSandbox(): void {
    recorded.sandboxed = true;
  }

  quit(): void {
    recorded.quits += 1;
  }

  readonly #ready = Promise.withResolvers<void>();

  /** As in Electron: not before the module that it starts with has been evaluated. */
  becomeReady(): void {
    this.#ready.resolve();
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  requestSingleInstanceLock(): boolean {
    return true;
  }

  setAsDefaultProtocolClient(scheme: string): boolean {
    recorded.protocolClients.push(scheme);
    return true;
  }
}

const WORK_AREA: Rectangle = { x: 0, y: 0, width: 1920, height: 1080 };

/** The `electron` module: a name that Electron does not export does not compile. */
export const standIn = {
  app: new StandInApp(),
  BrowserWindow: StandInWindow,
  dialog: {
    showErrorBox: (title: string, content: string) => {
      recorded.messages.push([title, content]);
    },
    showMessageBox: async (_window: unknown, { message, buttons = [], signal }: MessageBoxOptions) => {
      recorded.messages.push([message, ...buttons]);
      if (recorded.nextButton === 'none') {
        await new Promise((resolve) => signal?.addEventListener('abort', resolve));
        return { response: 1, checkboxChecked: false };
      }
      return { response: recorded.nextButton, checkboxChecked: false };
    },
  },
  ipcMain: {
    handle: (channel: string, handler: Parameters<IpcMain['handle']>[1]) => {
      recorded.calls.set(channel, handler);
    },
  },
  protocol: {
    registerSchemesAsPrivileged: (schemes: CustomScheme[]) => recorded.schemes.push(...schemes),
    handle: (_scheme: string, handler: Parameters<Protocol['handle']>[1]) => {
      recorded.pageHandler = handler;
    },
  },
  Menu: {
    buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
    setApplicationMenu: (template: MenuItemConstructorOptions[]) => {
      recorded.menu = template;
    },
  },
  screen: {
    getAllDisplays: () => [{ workArea: WORK_AREA }],
    getDisplayMatching: () => ({ workArea: WORK_AREA }),
  },
  shell: {
    showItemInFolder: (path: string) => {
      recorded.shownInFolder.push(path);
    },
  },
  session: { defaultSession: new StandInSession() },
  systemPreferences: {},
  utilityProcess: { fork: () => new EventEmitter() },
} satisfies { readonly [K in keyof typeof import('electron')]?: unknown };
