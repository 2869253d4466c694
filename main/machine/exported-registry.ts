import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Reading, thenReading, unreadable } from '../../core/reading.ts';
import type { Registry } from './machine.ts';
import { parseRegistryFile } from './registry-file.ts';
import { normalisedKey } from './registry-key.ts';

const CURRENT_VERSION = 'Software\\Microsoft\\Windows\\CurrentVersion';
const SERVICES = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';

/**
 * What is exported, each with all below it, when something in it is asked for. Keys that every Windows has are named
 * rather than the ones of interest in them, because an export of a key that is not there fails like one that is
 * denied. `Windows NT\CurrentVersion` and the device tree are left out: they are many megabytes.
 */
const EXPORTED: readonly string[] = [
  `HKCU\\${CURRENT_VERSION}\\CapabilityAccessManager`,
  `HKLM\\${CURRENT_VERSION}\\CapabilityAccessManager`,
  `HKCU\\${CURRENT_VERSION}\\DeviceAccess`,
  `HKCU\\${CURRENT_VERSION}\\Policies`,
  `HKLM\\${CURRENT_VERSION}\\Policies`,
  `HKLM\\${CURRENT_VERSION}\\MMDevices`,
  `HKLM\\${CURRENT_VERSION}\\Authentication\\LogonUI`,
  'HKLM\\HARDWARE\\DESCRIPTION\\System\\BIOS',
  'HKLM\\SOFTWARE\\Microsoft\\Security Center',
  'HKCU\\Software\\Policies',
  'HKLM\\SOFTWARE\\Policies',
  'HKLM\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device',
  ...['camsvc', 'FrameServer', 'Audiosrv', 'AudioEndpointBuilder'].map((name) => `${SERVICES}\\${name}`),
];

/** How the outside is reached, and how long an answer holds: a watch asks again and again. */
interface ExportTools {
  /** Writes a key and all below it to a file; null, or why it could not. */
  readonly write: (key: string, file: string) => ExportFailure | null;
  readonly now: () => number;
}

export interface ExportFailure {
  readonly why: string;
  /** The program itself is at fault: it hung or is missing, and would be the next time. */
  readonly final: boolean;
}

const HOLDS = 5_000;
const TIME_LIMIT = 3_000;
const SIZE_LIMIT = 64 * 1024 * 1024;

/**
 * The registry where native-reg does not load: one `reg export` for each part that is asked for, which unlike
 * `reg query` keeps every name and type and speaks no language. A key of such a part that is not in the export is taken
 * to be absent. It is not known whether the program leaves out what it may not read.
 *
 * @see https://learn.microsoft.com/windows-server/administration/windows-commands/reg-export
 */
export function exportedRegistry(whyNeeded: string, tools: ExportTools = REAL): Registry {
  const parts = new Map<string, { readonly at: number; readonly content: Reading<Registry> }>();
  let broken: string | null = null;

  const exportPart = (part: string): Reading<Registry> => {
    if (broken !== null) return unreadable(`${part}: ${broken}`);
    try {
      return inPrivateFolder((folder) => {
        const file = join(folder, 'registry.reg');
        const failure = tools.write(part, file);
        if (failure?.final === true) broken = failure.why;
        if (failure !== null) return unreadable(`${part}: ${failure.why}; ${whyNeeded}`);
        return statSync(file).size > SIZE_LIMIT
          ? unreadable(`${part}: its export is too large`)
          : parseRegistryFile(readFileSync(file));
      });
    } catch (error) {
      return unreadable(
        `${part}: its export cannot be read (${error instanceof Error ? error.message : String(error)})`,
      );
    }
  };

  const partWith = (key: string): Reading<Registry> => {
    const wanted = `${normalisedKey(key)}\\`;
    const part = EXPORTED.find((each) => wanted.startsWith(`${normalisedKey(each)}\\`));
    if (part === undefined) return unreadable(`${key}: it is not exported; ${whyNeeded}`);
    const held = parts.get(part);
    if (held !== undefined && tools.now() - held.at < HOLDS) return held.content;
    const content = exportPart(part);
    parts.set(part, { at: tools.now(), content });
    return content;
  };

  return {
    value: (key, name) => thenReading(partWith(key), (part) => part.value(key, name)),
    subkeys: (key) => thenReading(partWith(key), (part) => part.subkeys(key)),
  };
}

/** Only this user sees into it, and it is gone whatever happens. */
function inPrivateFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'capture-doctor-'));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const REAL: ExportTools = { write: regExport, now: () => performance.now() };

function regExport(key: string, file: string): ExportFailure | null {
  // By its full path: a program of that name in the folder that somebody works in is not Windows’.
  const program = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe');
  const { error, status } = spawnSync(program, ['export', key, file, '/y', '/reg:64'], {
    stdio: 'ignore',
    timeout: TIME_LIMIT,
    killSignal: 'SIGKILL',
    windowsHide: true,
  });
  if (error !== undefined) {
    const hung = 'code' in error && error.code === 'ETIMEDOUT';
    return {
      why: hung ? `reg export: no answer within ${TIME_LIMIT} ms` : `reg export: ${error.message}`,
      final: true,
    };
  }
  return status === 0
    ? null
    : { why: `reg export ended with ${status}: it is not there or may not be read`, final: false };
}
