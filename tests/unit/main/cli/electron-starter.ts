import { runElectron } from '../../../../main/cli/electron-program.ts';
import { realTerminal } from '../../../../main/cli/terminal.ts';

// To be told to end from outside, as a shell or a service tells `npm start`.
const [script = '', farewell = '5000'] = process.argv.slice(2);
const end = await runElectron(process.execPath, ['-e', script], realTerminal(), Number(farewell));
process.exit(end.kind === 'ended' ? end.status : 1);
