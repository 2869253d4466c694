import type { Case } from '../../core/case.ts';
import { complaint } from '../front-end/serve.ts';
import { openBrowser } from '../loopback/open-browser.ts';
import { serveApp } from '../loopback/serve-app.ts';
import type { Machine } from '../machine/machine.ts';
import type { Launch } from '../settings/launch.ts';
import { onEnding } from './ending.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import type { Terminal } from './terminal.ts';

/** How long a browser may take to come up, in milliseconds. */
const CONNECT_LIMIT = 60_000;

/** How long the page may be away: a reload is not a farewell. */
const ABSENCE_LIMIT = 5_000;

export interface RunInBrowserOptions {
  readonly machine: Machine;
  /** What the app is about; null where the person came by themselves. */
  readonly about: Case | null;
  /** The built renderer. */
  readonly folder: string;
  readonly terminal: Terminal;
  /** How pages are opened. */
  readonly launch: Launch;
  /** How the browser is started, by a program that may say that it could not. */
  readonly launchBrowser: Launch;
  /** Opens the browser, and ends when its page is closed; otherwise prints the address and goes on until it is ended. */
  readonly open: boolean;
  /** 0 for any free one. */
  readonly port?: number;
  readonly connectLimit?: number;
  readonly absenceLimit?: number;
}

/** Serves the app on this computer until it is no longer needed. Nothing is left running. */
export async function runInBrowser(options: RunInBrowserOptions): Promise<ExitStatus> {
  const { machine, about, folder, terminal, launch, launchBrowser, open } = options;
  const { port = 0, connectLimit = CONNECT_LIMIT, absenceLimit = ABSENCE_LIMIT } = options;
  const end = new Ending();
  const server = await serveApp({
    machine,
    about,
    folder,
    port,
    launch,
    complain: (call, code) => terminal.note(complaint(call, code)),
    onListeners: (count) => {
      if (open && count > 0) end.cancel();
      else if (open) end.within(absenceLimit, EXIT.nothingBlocks, 'The page was closed.');
    },
  });
  if (server.kind === 'failed') {
    terminal.note(`capture-doctor: the app cannot be served on this computer (${server.why}).`);
    return EXIT.internal;
  }
  const forget = onEnding(() => end.now(EXIT.nothingBlocks, null));
  try {
    if (!open) terminal.print(`${server.address}\n`);
    else {
      // Before it is opened: the page may be there before whoever opens it is done.
      end.within(connectLimit, EXIT.internal, 'capture-doctor: the browser did not open the app.');
      if (!(await openBrowser(machine, server.address, launchBrowser))) {
        end.cancel();
        terminal.note('capture-doctor: there is no browser here to open the app in.');
        return EXIT.internal;
      }
    }
    const { status, sentence } = await end.reached;
    if (sentence !== null) terminal.note(sentence);
    return status;
  } finally {
    forget();
    await server.close();
  }
}

/** How it will end, unless something happens before. */
class Ending {
  readonly reached: Promise<{ status: ExitStatus; sentence: string | null }>;
  #reach: (end: { status: ExitStatus; sentence: string | null }) => void = () => {};
  #timer: NodeJS.Timeout | null = null;

  constructor() {
    this.reached = new Promise((resolve) => {
      this.#reach = resolve;
    });
  }

  now(status: ExitStatus, sentence: string | null): void {
    this.cancel();
    this.#reach({ status, sentence });
  }

  within(milliseconds: number, status: ExitStatus, sentence: string): void {
    this.cancel();
    this.#timer = setTimeout(() => this.now(status, sentence), milliseconds);
  }

  cancel(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
