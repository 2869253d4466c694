import { spawn } from 'node:child_process';

/** Starts a program that lives on by itself; false when it could not be started. */
export type Launch = (program: string, args: readonly string[]) => Promise<boolean>;

/** A program of its own session, so that it stays when this one ends. */
export const launchDetached: Launch = (program, args) =>
  new Promise((resolve) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
