import type { Case } from './case.ts';
import type { Capture } from './facts/capture.ts';
import type { Trouble } from './guides/guide.ts';
import type { Medium } from './medium.ts';
import type { Progress } from './progress.ts';
import type { ReportForm } from './report/report-form.ts';
import type { Report } from './report/schema.ts';
import type { OpenOutcome, SettingsTarget } from './settings-targets.ts';

/**
 * Every call that a front end can make to main, and every event that main sends, once: both sides, both transports and
 * the preload are derived from here. What may be said in an argument is `contract-arguments.ts`.
 */
interface Calls {
  /** What support has sent; null where the person came by themselves. */
  readonly readCase: { readonly argument: null; readonly result: Case | null };
  /** Reads everything again and judges it. */
  readonly examine: { readonly argument: Case | null; readonly result: Report };
  /** Enters what capture tests saw, the newest counting, and judges again. */
  readonly submitCaptures: { readonly argument: readonly Capture[]; readonly result: Report };
  /** Opens a page by name; one in a browser is opened in that of the subject. */
  readonly openSettings: {
    readonly argument: { readonly target: SettingsTarget; readonly subject: string };
    readonly result: OpenOutcome;
  };
  /** Opens the site in question, or the page that the case sends the person back to, in the browser of the subject. */
  readonly returnToSite: { readonly argument: { readonly subject: string }; readonly result: OpenOutcome };
  /** Lets macOS ask the person about a device, where nobody has answered yet, and judges again. */
  readonly askSystem: { readonly argument: { readonly medium: Medium }; readonly result: DecisionOutcome };
  /** Lets macOS forget what was decided about a program, and judges again. */
  readonly resetDecision: {
    readonly argument: { readonly medium: Medium; readonly subject: string };
    readonly result: DecisionOutcome;
  };
  /** The command that {@link Calls.resetDecision} runs, for the person to see before; null where there is none. */
  readonly readResetCommand: {
    readonly argument: { readonly medium: Medium; readonly subject: string };
    readonly result: string | null;
  };
  /** Watches whether a trouble goes away, and sends a `report` whenever something changed; null to stop. */
  readonly watch: { readonly argument: Trouble | null; readonly result: null };
  /** How far the person had come with this case before the page was started again; null where nothing was kept. */
  readonly readProgress: { readonly argument: null; readonly result: Progress | null };
  /** Keeps how far the person has come; null to forget it. */
  readonly keepProgress: { readonly argument: Progress | null; readonly result: null };
  /** What the window can do where it is shown. */
  readonly readWindow: { readonly argument: null; readonly result: WindowTraits };
  /** Makes the window small and keeps it above others, beside the settings; or puts it back as it was. */
  readonly arrangeWindow: { readonly argument: WindowShape; readonly result: null };
  /** Ends the app and starts it again, with what was kept. */
  readonly restart: { readonly argument: null; readonly result: null };
  /** The last report in one of its forms, to the letter as it would be shared. */
  readonly writeReport: { readonly argument: { readonly form: ReportForm }; readonly result: string };
  /** What an administrator has to change about one trouble, or about all; null where nothing is theirs to change. */
  readonly writeForAdministrator: { readonly argument: Trouble | null; readonly result: string | null };
  /** Saves the last report where the person chooses. */
  readonly saveReport: { readonly argument: { readonly form: ReportForm }; readonly result: SaveOutcome };
  /** Opens a new mail with the last report in words; nothing is sent. */
  readonly mailReport: { readonly argument: null; readonly result: OpenOutcome };
}

/** What the window can do where it is shown: a browser’s can less than the app’s own. */
export interface WindowTraits {
  readonly canStayBeside: boolean;
  readonly canRestart: boolean;
  readonly shape: WindowShape;
  /** The colour that the person has chosen in the system, as `#rrggbb`; null where it tells none. */
  readonly accent: string | null;
}

export type WindowShape = 'usual' | 'beside';

export type SaveOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'not-saved'; readonly why: string }
  /** The page saves it itself, as browsers do. */
  | { readonly kind: 'download'; readonly name: string; readonly type: string; readonly text: string };

/** What became of the wish to have macOS decide anew. */
export type DecisionOutcome =
  | { readonly kind: 'done'; readonly report: Report }
  | { readonly kind: 'not-done'; readonly why: string };

interface Events {
  /** What can be said before the slow probes have answered; the answer of the call that reads follows. */
  readonly firstReport: Report;
  readonly report: Report;
}

export type CallName = keyof Calls;
export type EventName = keyof Events;
export type ArgumentOf<C extends CallName> = Calls[C]['argument'];
export type ResultOf<C extends CallName> = Calls[C]['result'];
export type PayloadOf<E extends EventName> = Events[E];

export const CALL_NAMES = allOf<CallName>()([
  'readCase',
  'examine',
  'submitCaptures',
  'openSettings',
  'returnToSite',
  'askSystem',
  'resetDecision',
  'readResetCommand',
  'watch',
  'readProgress',
  'keepProgress',
  'readWindow',
  'arrangeWindow',
  'restart',
  'writeReport',
  'writeForAdministrator',
  'saveReport',
  'mailReport',
]);
export const EVENT_NAMES = allOf<EventName>()(['firstReport', 'report']);

/** The names themselves; a list that lacks one does not compile. */
function allOf<N extends string>() {
  return <const L extends readonly N[]>(names: [N] extends [L[number]] ? L : never): readonly N[] => names;
}

/** What main implements: a call that is missing here does not compile. */
export type Handlers = { readonly [C in CallName]: (argument: ArgumentOf<C>) => Promise<ResultOf<C>> };

/** What the renderer sees. A call that main refused or failed rejects with a {@link CallError}. */
export type Bridge = Handlers & {
  /** Listens until the returned function is called. */
  readonly on: <E extends EventName>(event: E, listener: (payload: PayloadOf<E>) => void) => () => void;
};

export type Emit = <E extends EventName>(event: E, payload: PayloadOf<E>) => void;

/** How an answer crosses: errors are values, since neither transport carries an exception whole. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: RefusalCode; readonly message: string };

export type RefusalCode = 'untrusted' | 'unknown-call' | 'bad-argument' | 'failed';

export class CallError extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Name of the IPC channel of a call or an event. */
export function channelOf(name: CallName | EventName): string {
  return `capture-doctor:${name}`;
}
