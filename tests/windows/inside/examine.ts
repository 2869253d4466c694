import { examine } from '../../../main/doctor.ts';
import { realMachine } from '../../../main/machine/real.ts';

/** Runs in Windows: diagnoses the computer that it runs on as the command does, and prints the report. */

const machine = realMachine();
if (machine === null) throw new Error('this is no Windows');
const { report } = await examine(machine, null);
process.stdout.write(JSON.stringify(report));
