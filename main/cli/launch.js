// Plain JavaScript, so that an old Node can still say that it is too old. The source runs as it is, its types stripped
// by Node; the compile cache keeps the stripped code, which saves most of the time to start.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST = [22, 18];

/**
 * A folder of this user’s own for compiled code. Node’s usual one has a name in the shared temporary folder that anybody
 * could have taken first, and what lies there is run.
 */
function privateCacheFolder() {
  try {
    const folder = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'capture-doctor');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = statSync(folder);
    const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
    return isOwn ? folder : null;
  } catch {
    // Without a home folder, or on a full or read-only disk, the start is slower and nothing else.
    return null;
  }
}

/**
 * Whether this Node can run the source. Where it cannot, the script is run again with the Node that a checkout brings
 * as a development dependency; without one, a sentence says what is missing.
 */
export function canRunSource() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) {
    const folder = privateCacheFolder();
    if (folder !== null) module.enableCompileCache(folder);
    return true;
  }
  const brought = ['node', 'node.exe'].map((name) => new URL(`../../node_modules/node/bin/${name}`, import.meta.url));
  const own = brought.map((address) => fileURLToPath(address)).find((path) => existsSync(path));
  if (own !== undefined) {
    process.exitCode = spawnSync(own, process.argv.slice(1), { stdio: 'inherit' }).status ?? 70;
  } else {
    process.stderr.write(
      `Capture Doctor needs Node ${OLDEST.join('.')} or newer; this is ${process.versions.node}. In a checkout, \`npm ci\` brings one.\n`,
    );
    process.exitCode = 70;
  }
  return false;
}
