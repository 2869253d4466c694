import { onEnding } from '../../../../main/cli/ending.ts';

// Stays until it is told to end, in whichever way.
const stay = setInterval(() => {}, 1_000);
onEnding(() => clearInterval(stay));
process.stdout.write(`${process.pid}\n`);
