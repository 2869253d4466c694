import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Builds the renderer and the preload, as `npm run build` does; false when that failed. */
export async function buildFrontEnd(project: string): Promise<boolean> {
  const vite = join(project, 'node_modules/vite/bin/vite.js');
  return [[], ['--config', 'vite.preload.config.ts']].every((args) => {
    const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error', ...args], {
      cwd: project,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return status === 0;
  });
}
