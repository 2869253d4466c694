import type { Case } from './case.ts';
import type { Capture } from './facts/capture.ts';
import type { FactKey } from './facts/facts.ts';
import type { Trouble } from './guides/guide.ts';
import type { Medium } from './medium.ts';
import type { Progress } from './progress.ts';
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
  /** Lets macOS ask the person about a device, where nobody has answered yet, and judges again. */
  readonly askSystem: { readonly argument: { readonly medium: Medium }; readonly result: DecisionOutcome };
  /** Lets macOS forget what was decided about a program, and judges again. */
  readonly resetDecision: {
    readonly argument: { readonly medium: Medium; readonly subject: string };
    readonly result: DecisionOutcome;
  };
  /** Watches whether a trouble goes away, and sends a `report` whenever something changed; null to stop. */
  readonly watch: { readonly argument: Trouble | null; readonly result: null };
  /** How far the person had come with this case before the page was started again; null where nothing was kept. */
  readonly readProgress: { readonly argument: null; readonly result: Progress | null };
  /** Keeps how far the person has come; null to forget it. */
  readonly keepProgress: { readonly argument: Progress | null; readonly result: null };
}

/** What became of the wish to have macOS decide anew. */
export type DecisionOutcome =
  | { readonly kind: 'done'; readonly report: Report }
  | { readonly kind: 'not-done'; readonly why: string };

interface Events {
  readonly progress: { readonly fact: FactKey; readonly state: 'started' | 'done' };
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
  'askSystem',
  'resetDecision',
  'watch',
  'readProgress',
  'keepProgress',
]);
export const EVENT_NAMES = allOf<EventName>()(['progress', 'report']);

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
