import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { CALL_NAMES, channelOf, type Emit, type Reply } from '../../core/contract.ts';
import type { Message } from '../front-end/serve.ts';
import { APP_PAGE } from './origin.ts';

/**
 * Answers the contract’s calls over IPC. Trusted is the main frame of our own window on our own page, exactly: a
 * sub-frame shares its window’s contents, so those alone would not tell.
 */
export function answerCalls(
  ipc: IpcMain,
  answer: (message: Message) => Promise<Reply>,
  ownWindow: () => WebContents | null,
): void {
  for (const call of CALL_NAMES) {
    ipc.handle(channelOf(call), (event, ...args: unknown[]) =>
      answer({ call, args, trusted: isOwn(event, ownWindow()) }),
    );
  }
}

function isOwn({ sender, senderFrame }: IpcMainInvokeEvent, own: WebContents | null): boolean {
  return (
    own !== null &&
    sender === own &&
    senderFrame !== null &&
    senderFrame === own.mainFrame &&
    senderFrame.url === APP_PAGE
  );
}

/** Events go to our own window, while there is one. */
export function emitter(ownWindow: () => WebContents | null): Emit {
  return (event, payload) => ownWindow()?.send(channelOf(event), payload);
}
