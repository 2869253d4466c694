import { absent, type Reading, thenReading, value } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { joinPath } from '../../machine/path.ts';
import { iniSection } from '../../parse/ini.ts';
import { readText } from '../read-text.ts';

/** The version of a browser of the Firefox family, which keeps it beside its program. */
export async function readApplicationIni(machine: Machine, folder: string): Promise<Reading<string>> {
  return thenReading(await readText(machine, joinPath(machine, folder, 'application.ini')), (ini) => {
    const version = iniSection(ini, 'App').get('Version');
    return version === undefined || version === '' ? absent : value(version);
  });
}
