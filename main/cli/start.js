// What `npm start` runs: the app, or a diagnosis in the terminal. A diagnosis that was made is a success whatever it found, so that
// npm reports no error under a good answer; `capture-doctor` itself tells by its exit status.
import { canRunSource } from './launch.js';

if (canRunSource()) {
  const { start } = await import('./start.ts');
  await start(process.argv.slice(2));
}
