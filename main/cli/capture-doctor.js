#!/usr/bin/env node
// The command’s start: plain JavaScript, so that an old Node can still say that it is too old. The source runs as it is,
// its types stripped by Node; the compile cache keeps the stripped code, which saves most of the time to start.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const OLDEST = [22, 18];

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const [oldestMajor = 0, oldestMinor = 0] = OLDEST;

if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) {
  module.enableCompileCache();
  const { main } = await import('./main.ts');
  await main(process.argv.slice(2));
} else {
  // A checkout brings its own Node as a development dependency.
  const own = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url));
  if (existsSync(own)) {
    const { status } = spawnSync(own, process.argv.slice(1), { stdio: 'inherit' });
    process.exitCode = status ?? 70;
  } else {
    process.stderr.write(`capture-doctor needs Node ${OLDEST.join('.')} or newer; this is ${process.versions.node}.\n`);
    process.exitCode = 70;
  }
}
