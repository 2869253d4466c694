import { type ChildProcess, spawn } from 'node:child_process';

/** Starts a program that lives on by itself; false when it could not be started. */
export type Launch = (program: string, args: readonly string[]) => Promise<boolean>;

/** How long a program may take to say that it cannot do what it was started for, in milliseconds. */
const SECOND_THOUGHTS = 2_000;

/** A program of its own session, so that it stays when this one ends. */
export const launchDetached: Launch = (program, args) =>
  new Promise((resolve) => {
    const child = spawnDetached(program, args);
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });

/**
 * The same, and false too where it ends with a failure at once: `xdg-open` starts, and then finds no browser. One that is
 * still at it after a moment is the browser itself.
 */
export const launchWatched: Launch = (program, args) =>
  new Promise((resolve) => {
    const child = spawnDetached(program, args);
    const stays = setTimeout(() => {
      child.unref();
      resolve(true);
    }, SECOND_THOUGHTS);
    const end = (done: boolean): void => {
      clearTimeout(stays);
      resolve(done);
    };
    child.once('error', () => end(false));
    child.once('exit', (code) => end(code === 0));
  });

function spawnDetached(program: string, args: readonly string[]): ChildProcess {
  return spawn(program, args, { detached: true, stdio: 'ignore' });
}
