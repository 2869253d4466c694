import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

/** A screen that nobody sees, for browsers that show a prompt only where there is one. */
export interface Display {
  readonly name: string;
  readonly close: () => Promise<void>;
}

/** Why there is no such screen to test with; null where there is one. */
export function whyNoDisplay(): string | null {
  return spawnSync('Xvfb', ['-help'], { stdio: 'ignore' }).error === undefined ? null : 'Xvfb is not installed';
}

/** @see https://www.x.org/releases/current/doc/man/man1/Xvfb.1.xhtml */
export async function openDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  return { name: `:${await displayNumber(server)}`, close: () => end(server) };
}

async function displayNumber(server: ChildProcess): Promise<string> {
  const told = server.stdio[3];
  if (!isReadable(told)) throw new TypeError('Xvfb was started with a pipe above');
  let text = '';
  for await (const chunk of told) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  if (!text.includes('\n')) throw new Error('Xvfb ended before it had a display');
  return text.trim();
}

function isReadable(stream: unknown): stream is Readable {
  return typeof stream === 'object' && stream !== null && 'read' in stream;
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill();
  await ended;
}
