import { realMachine } from '../../../main/machine/real.ts';

/** Runs in Windows: prints what the real machine, as the app makes it, is told by the functions of Windows. */

const SETUP_CLASSES = process.argv.slice(2);

const machine = realMachine();
if (machine === null) throw new Error('this is no Windows');
const answers = {
  pid: process.pid,
  ownProgram: machine.ownProgram,
  processes: await machine.processes(),
  devices: SETUP_CLASSES.map((setupClass) => machine.presentDevices(setupClass)),
};
process.stdout.write(JSON.stringify(answers));
