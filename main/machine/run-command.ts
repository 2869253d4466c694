import { type ExecFileException, execFile } from 'node:child_process';
import { absent, type Reading, unreadable, value } from '../../core/reading.ts';
import type { CommandOutput, RunLimit } from './machine.ts';

/** Runs a program without a shell, its messages in English so that they can be parsed. */
export function runCommand(
  [program, ...args]: readonly [string, ...string[]],
  limit: RunLimit,
): Promise<Reading<CommandOutput>> {
  return new Promise((resolve) => {
    execFile(
      program,
      args,
      {
        timeout: limit.milliseconds,
        killSignal: 'SIGKILL',
        maxBuffer: limit.bytes,
        env: { ...process.env, LC_ALL: 'C', LANGUAGE: 'C' },
        windowsHide: true,
      },
      (error, stdout, stderr) => {
        resolve(
          error === null ? value({ code: 0, stdout, stderr }) : readFailure(program, limit, error, stdout, stderr),
        );
      },
    ).stdin?.end();
  });
}

function readFailure(
  program: string,
  limit: RunLimit,
  { code, killed, signal }: ExecFileException,
  stdout: string,
  stderr: string,
): Reading<CommandOutput> {
  if (code === 'ENOENT') return absent;
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return unreadable(`${program}: printed over ${limit.bytes} bytes`);
  if (killed === true) return unreadable(`${program}: no answer within ${limit.milliseconds} ms`);
  if (typeof code === 'number') return value({ code, stdout, stderr });
  return unreadable(`${program}: could not be run (${code ?? signal ?? 'unknown'})`);
}
