import { type Reading, thenReading, unreadable, value } from '../../core/reading.ts';
import type { CommandOutput } from '../machine/machine.ts';

/**
 * What a command printed, where it is installed and ended well; otherwise why there is nothing to read. Of what it
 * complained of only a number is kept: in the rest may stand names of people and of their files.
 */
export function outputOf(program: string, ran: Reading<CommandOutput>): Reading<string> {
  if (ran.kind === 'absent') return unreadable(`${program}: it is not installed`);
  return thenReading(ran, ({ code, stdout, stderr }) =>
    code === 0 ? value(stdout) : unreadable(`${program}: it failed with ${code}${errorNumber(stderr)}`),
  );
}

/** As macOS writes it, in brackets and mostly below zero, and as Windows does. */
function errorNumber(complaint: string): string {
  const number = /\((-?\d{1,10})\)|\b(0x[0-9a-f]{8})\b/i.exec(complaint);
  return number === null ? '' : ` (${number[1] ?? number[2]})`;
}
