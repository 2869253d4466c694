import { CALL_NAMES, type CallName, type Handlers, type RefusalCode, type Reply } from '../../core/contract.ts';
import { ARGUMENT_SCHEMAS } from '../../core/contract-arguments.ts';
import { describeIssue } from '../../core/schema-issue.ts';

/** One message from a front end, before anything about it is believed. */
export interface Message {
  readonly call: string;
  /** Everything that was sent along; exactly one argument is right. */
  readonly args: readonly unknown[];
  /** What the transport found about the sender. */
  readonly trusted: boolean;
}

/** Told of every refusal and failure, with the call’s name and never with what was in the message. */
export type Complain = (call: string, code: RefusalCode) => void;

/** A refusal in one line, for whoever develops a front end. */
export function complaint(call: string, code: RefusalCode): string {
  return `capture-doctor: a call was refused (${call}, ${code})`;
}

/** The one place where messages are checked, in this order: who sends, which call, what argument. It never throws. */
export function serve(handlers: Handlers, complain: Complain): (message: Message) => Promise<Reply> {
  return async ({ call, args, trusted }) => {
    const refuse = (code: RefusalCode, message: string): Reply => {
      complain(isCallName(call) ? call : 'unknown', code);
      return { ok: false, code, message };
    };
    if (!trusted) return refuse('untrusted', 'This page may not call the doctor.');
    if (!isCallName(call)) return refuse('unknown-call', 'There is no such call.');
    if (args.length !== 1) return refuse('bad-argument', 'A call has exactly one argument.');
    try {
      return await answer(handlers, call, args[0], refuse);
    } catch {
      return refuse('failed', 'The call failed.');
    }
  };
}

async function answer<C extends CallName>(
  handlers: Handlers,
  call: C,
  raw: unknown,
  refuse: (code: RefusalCode, message: string) => Reply,
): Promise<Reply> {
  const parsed = ARGUMENT_SCHEMAS[call].safeParse(raw);
  if (!parsed.success) return refuse('bad-argument', describeIssue(parsed.error));
  return { ok: true, value: await handlers[call](parsed.data) };
}

function isCallName(name: string): name is CallName {
  return CALL_NAMES.some((known) => known === name);
}
