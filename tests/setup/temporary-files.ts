import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Everything that a run of the tests lays down for a while lies in one folder, which is gone at its end. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'capture-doctor-tests-'));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
