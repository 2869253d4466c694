/** What `npm start` shows the doctor in. */
export type FrontEnd = 'electron' | 'browser' | 'terminal' | 'serve';

export interface Circumstances {
  /** The person asked for the address alone. */
  readonly serve: boolean;
  /** There is something to draw a window on. */
  readonly display: boolean;
  /** Electron’s program is here, or could be fetched just now. */
  readonly electron: boolean;
}

/** Which front end, and why, in one line. */
export function chooseFrontEnd(now: Circumstances): { frontEnd: FrontEnd; why: string } {
  if (now.serve) return { frontEnd: 'serve', why: 'Serving the app, as asked. Ctrl-C ends it.' };
  if (!now.display)
    return { frontEnd: 'terminal', why: 'There is no display here, so here is the diagnosis in the terminal.' };
  if (now.electron) return { frontEnd: 'electron', why: 'Opening the app.' };
  return {
    frontEnd: 'browser',
    why: 'Electron is not here and could not be fetched, so the app opens in your browser. Ctrl-C ends it.',
  };
}
