import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/** What calls the functions of Windows, one program for each processor: npm installs that of its own computer alone. */

const PROJECT = join(import.meta.dirname, '..');

export const KOFFI_PROCESSORS = ['x64', 'arm64'] as const;

export type KoffiProcessor = (typeof KOFFI_PROCESSORS)[number];

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional(), integrity: z.string().optional() })),
});

/**
 * Unpacks the package for one processor below a folder’s `node_modules`, where it is not there yet, at the version that
 * the lock file names and only if it is what that says. Null, or why it could not.
 */
export function provideKoffi(processor: KoffiProcessor, folder: string): string | null {
  const name = `@koromix/koffi-win32-${processor}`;
  const target = join(folder, 'node_modules', name);
  if (existsSync(join(target, 'package.json'))) return null;
  const lock = lockSchema.parse(JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')));
  const { version, integrity } = lock.packages[`node_modules/${name}`] ?? {};
  const packed = mkdtempSync(join(tmpdir(), 'capture-doctor-koffi-'));
  try {
    // Packed, because npm refuses to install another system’s package. A shell, because npm is a script on Windows.
    const pack = `npm pack ${name}@${version} --silent --prefer-offline`;
    const file = spawnSync(pack, { cwd: packed, encoding: 'utf8', shell: true }).stdout.trim();
    if (file === '') return `npm could not fetch ${name}@${version}`;
    mkdirSync(target, { recursive: true });
    const why = unpackIfAsLocked(join(packed, file), integrity, target);
    if (why !== null) rmSync(target, { recursive: true });
    return why === null ? null : `${name}@${version}: ${why}`;
  } finally {
    rmSync(packed, { recursive: true, force: true });
  }
}

export function unpackIfAsLocked(file: string, integrity: string | undefined, target: string): string | null {
  const sha512 = createHash('sha512').update(readFileSync(file)).digest('base64');
  if (integrity !== `sha512-${sha512}`) return `it is not what the lock file says: sha512-${sha512}`;
  const { status } = spawnSync('tar', ['xzf', file, '--strip-components=1'], { cwd: target });
  return status === 0 ? null : 'it could not be unpacked';
}
