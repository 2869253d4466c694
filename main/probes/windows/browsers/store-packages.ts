import { allReadings, mapReading, type Reading, thenReading, valueOr } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { registryText } from '../registry-text.ts';
import { newestFirst } from './program.ts';

const PACKAGES =
  'HKCU\\Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel\\Repository\\Packages';

export interface StorePackage {
  /** Name and publisher, which stay the same from version to version. */
  readonly family: string;
  readonly version: string;
  readonly folder: string;
}

/**
 * The packages of the Microsoft Store that this user has of these families, each in its newest version. A package’s full
 * name is its name, version, architecture, resources and publisher, with `_` between them.
 *
 * @see https://learn.microsoft.com/windows/apps/desktop/modernize/package-identity-overview
 */
export function listStorePackages(
  machine: Machine,
  families: readonly string[],
): Reading<ReadonlyMap<string, StorePackage>> {
  const wanted = new Map(families.map((family) => [family.toLowerCase(), family]));
  const packages = thenReading(machine.registry.subkeys(PACKAGES), (names) =>
    allReadings(
      names.flatMap((fullName) => {
        const [, name, version = '', publisher] = /^([^_]+)_([\d.]+)_[^_]*_[^_]*_([^_]+)$/.exec(fullName) ?? [];
        const family = wanted.get(`${name}_${publisher}`.toLowerCase());
        return family === undefined ? [] : [readPackage(machine, fullName, { family, version })];
      }),
    ),
  );
  const listed = packages.kind === 'absent' ? allReadings<StorePackage>([]) : packages;
  return mapReading(listed, (found) => {
    const oldestFirst = found.toSorted((a, b) => newestFirst(b.version, a.version));
    return new Map(oldestFirst.map((each) => [each.family, each]));
  });
}

function readPackage(
  machine: Machine,
  fullName: string,
  { family, version }: Omit<StorePackage, 'folder'>,
): Reading<StorePackage> {
  const told = registryText(machine, `${PACKAGES}\\${fullName}`, 'PackageRootFolder');
  if (told.kind === 'unreadable') return told;
  // Where Windows puts them unless told otherwise. Users may not look into it.
  const usual = `${valueOr(machine.env.get('ProgramFiles'), 'C:\\Program Files')}\\WindowsApps\\${fullName}`;
  return { kind: 'value', value: { family, version, folder: valueOr(told, usual) } };
}
