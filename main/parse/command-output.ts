import { type Reading, thenReading, unreadable, value } from '../../core/reading.ts';
import type { CommandOutput } from '../machine/machine.ts';

/** What a command printed, where it is installed and ended well; otherwise why there is nothing to read. */
export function outputOf(program: string, ran: Reading<CommandOutput>): Reading<string> {
  if (ran.kind === 'absent') return unreadable(`${program}: it is not installed`);
  return thenReading(ran, ({ code, stdout, stderr }) =>
    code === 0 ? value(stdout) : unreadable(`${program}: it failed with ${code} (${firstLine(stderr)})`),
  );
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.slice(0, 200) ?? '';
}
