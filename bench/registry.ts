import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { importRegistry, isWineReady, WINDOWS_NODE, wine } from '../tests/setup/wine.ts';
import type { AskedKey } from '../tests/windows/inside/answers.ts';
import { HEADER } from '../tests/windows/registry-text.ts';

/** How many times faster the privacy keys are read than by starting reg.exe for each. */
const RATIO_LIMIT = 20;

const ROOT = 'HKEY_CURRENT_USER\\Software\\Capture Doctor bench';

const PROGRAMS = Array.from({ length: 12 }, (_, at) => `NonPackaged\\C:#Program Files#Program ${at}#program.exe`);

/** As a computer has them: switches in both hives, some Store apps, and a dozen programs that used the device. */
const KEYS: readonly AskedKey[] = ['webcam', 'microphone'].flatMap((medium) => [
  { key: `${ROOT}\\device\\${medium}`, names: ['Value', 'LastSetTime'] },
  ...['', '\\NonPackaged', '\\MSTeams_8wekyb3d8bbwe', '\\Microsoft.WindowsCamera_8wekyb3d8bbwe'].map((path) => ({
    key: `${ROOT}\\user\\${medium}${path}`,
    names: ['Value', 'LastSetTime'],
  })),
  ...PROGRAMS.map((path) => ({ key: `${ROOT}\\user\\${medium}\\${path}`, names: ['LastUsedTimeStart'] })),
]);

/** In milliseconds; the first with the loading of the addon. */
const timesSchema = z.object({ first: z.number(), native: z.number(), spawning: z.number() });

function measure(): z.infer<typeof timesSchema> {
  const body = KEYS.map(({ key, names }) => `[${key}]\r\n${names.map(assigned).join('\r\n')}\r\n`).join('\r\n');
  importRegistry(`${HEADER}[-${ROOT}]\r\n\r\n${body}`);
  const folder = mkdtempSync(join(tmpdir(), 'capture-doctor-bench-'));
  try {
    const file = join(folder, 'asked.json');
    writeFileSync(file, JSON.stringify(KEYS));
    const script = join(import.meta.dirname, 'registry-in-windows.ts');
    const { status, stdout, stderr } = wine([WINDOWS_NODE, script, file]);
    if (status !== 0) throw new Error(stderr);
    return timesSchema.parse(JSON.parse(stdout));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const assigned = (name: string): string =>
  name === 'Value' ? '"Value"="Allow"' : `"${name}"=hex(b):00,80,3e,d5,de,b1,9d,01`;

/** Null where there is no Windows to measure in: `npm test` sets one up. */
export function measureRegistry() {
  if (!isWineReady()) return null;
  const { first, native, spawning } = measure();
  const ratio = spawning / native;
  const values = KEYS.reduce((sum, { names }) => sum + names.length, 0);
  return {
    what: `read ${values} values of ${KEYS.length} privacy keys of Windows under Wine, against one reg.exe a key`,
    figure:
      `${ratio.toFixed(0)} x (${native.toFixed(1)} ms against ${spawning.toFixed(0)} ms), ` +
      `${(spawning / first).toFixed(0)} x the first time, with loading the addon (${first.toFixed(0)} ms)`,
    limit: `at least ${RATIO_LIMIT} x`,
    kept: ratio >= RATIO_LIMIT,
  };
}
