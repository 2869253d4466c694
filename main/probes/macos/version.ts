import type { FactValue } from '../../../core/facts/facts.ts';
import { absent, mapReading, type Reading, thenReading, unreadable, value } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { checked } from '../../parse/checked.ts';
import { parsePlist } from '../../parse/plist.ts';
import { defineProbe } from '../probe.ts';
import type { SystemVersion } from './system-version.ts';

const FILE = '/System/Library/CoreServices/SystemVersion.plist';
const LIMIT = 64 * 1024;

export const macVersion = defineProbe({
  fact: 'macVersion',
  on: ['darwin'],
  speed: 'fast',
  read: (machine) => readMacVersion(machine),
});

/**
 * The kernel decides: programs built for an older system are told 16 in place of 26, and 10.16 for anything from 11 on.
 *
 * @see https://eclecticlight.co/ (Howard Oakley, “Is Tahoe really macOS 26 or 16?”)
 * @see https://github.com/fastfetch-cli/fastfetch/issues/1809
 */
export async function readMacVersion(machine: Machine): Promise<Reading<FactValue<'macVersion'>>> {
  const darwin = /^\d+(?=\.)/.exec(machine.release)?.[0];
  if (darwin === undefined) return unreadable('the kernel does not tell its version');
  const major = Number(darwin);
  const release = releaseOf(major);
  const file = await readFile(machine);
  return value({
    darwin: major,
    release,
    product: thenReading(file, ({ ProductVersion }) => productOf(ProductVersion, release)),
    build: thenReading(file, ({ ProductBuildVersion: build }) => (build === undefined ? absent : value(build))),
  });
}

/** @see https://github.com/sindresorhus/macos-release */
function releaseOf(darwin: number): string {
  if (darwin <= 19) return `10.${darwin - 4}`;
  return String(darwin <= 24 ? darwin - 9 : darwin + 1);
}

/** What the file says, where it is of the kernel’s release; what stands in for it, put right. */
function productOf(said: string, release: string): Reading<string> {
  if (said === release || said.startsWith(`${release}.`)) return value(said);
  if (Number(release) >= 11 && /^10\.16(?:\.|$)/.test(said)) return value(release);
  if (release === '26' && /^16(?:\.|$)/.test(said)) return value(said.replace(/^16/, '26'));
  return unreadable(`${FILE}: it says ${said}, and the kernel is that of ${release}`);
}

async function readFile(machine: Machine): Promise<Reading<SystemVersion>> {
  const bytes = await machine.files.read(FILE, LIMIT);
  if (bytes.kind !== 'value') return bytes;
  const content = await parsePlist(FILE, bytes.value);
  const { systemVersionSchema } = await import('./system-version.ts');
  return thenReading(content, (plist) => checked(FILE, systemVersionSchema, plist));
}

/** For a person, e.g. `macOS 26.2 (25C56)`. */
export function describeVersion(version: Reading<FactValue<'macVersion'>>): string {
  if (version.kind !== 'value') return 'macOS';
  const { release, product, build } = version.value;
  const number = product.kind === 'value' ? product.value : release;
  const suffix = mapReading(build, (text) => ` (${text})`);
  return `macOS ${number}${suffix.kind === 'value' ? suffix.value : ''}`;
}
