import type { Case } from '../../core/case.ts';
import type { Emit, Reply } from '../../core/contract.ts';
import type { OwnWindow } from '../front-end/own-window.ts';
import type { ProgressKeeper } from '../front-end/progress-keeper.ts';
import { type Complain, type Message, serve } from '../front-end/serve.ts';
import { startSession } from '../front-end/session.ts';
import type { Machine } from '../machine/machine.ts';
import { launchDetached } from '../settings/launch.ts';
import type { MacDecisions } from '../settings/mac-decisions.ts';

export interface ConversationOptions {
  readonly machine: Machine;
  readonly about: Case | null;
  readonly emit: Emit;
  readonly keeper: ProgressKeeper;
  readonly complain: Complain;
  readonly decisions: MacDecisions;
  readonly window: OwnWindow;
}

/** What the window and the doctor talk about: one case at a time. */
export interface Conversation {
  /** What is talked about by now: the person may have changed it. */
  readonly about: () => Case | null;
  readonly answer: (message: Message) => Promise<Reply>;
  /** Ends what was talked about, and begins with another case. */
  readonly turnTo: (about: Case) => void;
  readonly close: () => void;
}

export function startConversation({ about, complain, ...shared }: ConversationOptions): Conversation {
  const begin = (on: Case | null) => startSession({ ...shared, about: on, launch: launchDetached });
  let session = begin(about);
  return {
    about: () => session.about(),
    answer: (message) => serve(session.handlers, complain)(message),
    turnTo: (next) => {
      session.close();
      session = begin(next);
    },
    close: () => session.close(),
  };
}
