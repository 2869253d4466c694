import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Builds the app, as `npm run build` does; false when that failed. */
export function buildFrontEnd(project: string): boolean {
  const { status } = spawnSync(process.execPath, [join(project, 'tools/build.ts')], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return status === 0;
}
