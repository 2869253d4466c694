import { type Reading, unreadable } from '../../core/reading.ts';
import { type FreshMacPermissions, readFreshMessage } from '../machine/fresh-mac-permissions.ts';

/** Electron’s `utilityProcess.fork`, as far as it is used. */
export type Fork = (module: string) => NewProcess;

interface NewProcess {
  once(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

const LIMIT = 5_000;

/**
 * What macOS answers a process that is started for it and ends: this one may go on being told what was true when it
 * started. It is a utility process, since the app is sealed against being run as plain Node.
 *
 * @see https://github.com/electron/electron/pull/42203
 */
export function askInNewProcess(
  fork: Fork,
  module: string,
  milliseconds = LIMIT,
): Promise<Reading<FreshMacPermissions>> {
  return new Promise((resolve) => {
    const child = fork(module);
    const end = (answer: Reading<FreshMacPermissions>): void => {
      clearTimeout(timer);
      child.kill();
      resolve(answer);
    };
    const timer = setTimeout(() => end(unreadable(`a new process: no answer within ${milliseconds} ms`)), milliseconds);
    child.once('message', (message: unknown) => end(readFreshMessage(message)));
    child.once('exit', (code) => end(unreadable(`a new process: it ended with ${code} and without an answer`)));
  });
}
