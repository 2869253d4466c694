import { absent, type Reading, thenReading, value } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { folderOf } from '../../../machine/path.ts';
import { readApplicationIni } from '../../browsers/application-ini.ts';

const DPKG_STATUS = '/var/lib/dpkg/status';
const DPKG_LIMIT = 64 * 1024 * 1024;
const PACMAN = '/var/lib/pacman/local';

/**
 * The version of a browser from its distribution’s package database, or from beside its program. The program itself is
 * never run for it: some browsers’ start scripts write to the home folder before they answer.
 */
export async function readNativeVersion(
  machine: Machine,
  program: string,
  packages: readonly string[],
): Promise<Reading<string>> {
  const sources = [
    () => readDebianVersion(machine, packages),
    () => readPacmanVersion(machine, packages),
    () => readBesideProgram(machine, program),
  ];
  for (const source of sources) {
    const version = await source();
    if (version.kind !== 'absent') return version;
  }
  return absent;
}

async function readDebianVersion(machine: Machine, packages: readonly string[]): Promise<Reading<string>> {
  return thenReading(await machine.files.read(DPKG_STATUS, DPKG_LIMIT), (bytes) => {
    // One byte to a character: what is looked for is ASCII, and checking megabytes of descriptions takes long.
    const text = new TextDecoder('latin1').decode(bytes);
    for (const name of packages) {
      const from = `\n${text}`.indexOf(`\nPackage: ${name}\n`);
      if (from === -1) continue;
      const to = text.indexOf('\n\n', from);
      const entry = text.slice(from, to === -1 ? undefined : to);
      const version = /^Version: (?:\d+:)?([\w.]+)/m.exec(entry)?.[1];
      if (version !== undefined && /^Status: .* installed$/m.test(entry)) return value(version);
    }
    return absent;
  });
}

async function readPacmanVersion(machine: Machine, packages: readonly string[]): Promise<Reading<string>> {
  return thenReading(await machine.files.list(PACMAN), (folders) => {
    for (const name of packages) {
      for (const folder of folders) {
        const version = folder.startsWith(`${name}-`)
          ? /^([\d.]+)-\d+$/.exec(folder.slice(name.length + 1))?.[1]
          : null;
        if (version) return value(version);
      }
    }
    return absent;
  });
}

async function readBesideProgram(machine: Machine, program: string): Promise<Reading<string>> {
  const real = await machine.files.realPath(program);
  return real.kind === 'value' ? readApplicationIni(machine, folderOf(real.value)) : real;
}
