import { openChangingMachine } from '../machine/changing.ts';
import type { Native } from '../machine/machine.ts';
import { realMachine } from '../machine/real.ts';
import type { OpenedMachine } from '../machine/recorded.ts';

const FLAG = '--machine=';

/** This computer; in development, the recorded one that `--machine=DIR` names. */
export async function openMachine(
  args: readonly string[],
  isPackaged: boolean,
  native: Native,
): Promise<OpenedMachine> {
  const folder = args.findLast((arg) => arg.startsWith(FLAG))?.slice(FLAG.length);
  if (folder !== undefined && !isPackaged) return openChangingMachine(folder);
  const machine = realMachine({ native });
  return machine === null
    ? { kind: 'invalid', why: 'Capture Doctor does not know this system.' }
    : { kind: 'machine', machine };
}
