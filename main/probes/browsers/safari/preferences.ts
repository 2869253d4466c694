import { z } from 'zod';
import type { SafariMedium, SafariStore } from '../../../../core/facts/safari.ts';
import type { Medium } from '../../../../core/medium.ts';
import { absent, mapReading, type Reading, thenReading, unreadable, value } from '../../../../core/reading.ts';
import type { Site } from '../../../../core/site.ts';
import type { Machine } from '../../../machine/machine.ts';
import { checked } from '../../../parse/checked.ts';
import { querySqlite } from '../../../parse/sqlite.ts';

const LIMIT = 64 * 1024 * 1024;

const NAMES = { camera: 'PerSitePreferencesCamera', microphone: 'PerSitePreferencesMicrophone' } as const;

const rulesSchema = z.array(z.object({ domain: z.string(), preference: z.string(), stored: z.number().int() }));
const defaultsSchema = z.array(z.object({ preference: z.string(), stored: z.number().int() }));

const RULES = 'SELECT domain, preference, preference_value AS stored FROM preference_values WHERE preference IN (?, ?)';
const DEFAULTS = 'SELECT preference, default_value AS stored FROM default_preferences WHERE preference IN (?, ?)';

/** Safari’s database of preferences. Only what covers the site leaves this function. */
export async function readPreferences(
  machine: Machine,
  file: string,
  site: Site | null,
): Promise<Reading<Pick<SafariStore, Medium>>> {
  const bytes = await readDatabase(machine, file);
  if (bytes.kind !== 'value') return bytes;
  const rows = async <S extends z.ZodType>(table: string, sql: string, schema: S): Promise<Reading<z.infer<S>>> => {
    const parameters = Object.values(NAMES);
    const found = await querySqlite(file, bytes.value, table, [{ sql, parameters }]);
    return thenReading(found, ([first]) => checked(`${file}: ${table}`, schema, first));
  };
  const rules = await rows('preference_values', RULES, rulesSchema);
  const defaults = await rows('default_preferences', DEFAULTS, defaultsSchema);
  return thenReading(rules, (allRules) =>
    mapReading(defaults, (allDefaults) => {
      const of = (medium: Medium): Reading<SafariMedium> => {
        const isOf = ({ preference }: { readonly preference: string }): boolean => preference === NAMES[medium];
        const byDefault = allDefaults.find(isOf);
        return value({
          byDefault: byDefault === undefined ? absent : value(byDefault.stored),
          rules: covering(allRules.filter(isOf), site),
        });
      };
      return { camera: of('camera'), microphone: of('microphone') };
    }),
  );
}

/** Rules are for a domain with all below it, and whatever the scheme and the port. */
function covering(rules: z.infer<typeof rulesSchema>, site: Site | null): SafariMedium['rules'] {
  if (site === null) return [];
  return rules
    .map(({ domain, stored }) => ({ domain: domain.toLowerCase(), stored }))
    .filter(({ domain }) => domain === site.host || (domain.includes('.') && site.host.endsWith(`.${domain}`)))
    .toSorted((a, b) => b.domain.length - a.domain.length);
}

const FORMAT = [18, 19] as const;
const WAL = 2;

/**
 * Safari writes ahead to a file of its own. While that holds nothing the database is whole, and is read as one that was
 * never written so; otherwise its newest rows are missing, and it is not read at all.
 *
 * @see https://sqlite.org/fileformat2.html#file_format_version_numbers
 */
async function readDatabase(machine: Machine, file: string): Promise<Reading<Uint8Array>> {
  const bytes = await machine.files.read(file, LIMIT);
  if (bytes.kind !== 'value' || FORMAT.every((place) => bytes.value[place] !== WAL)) return bytes;
  const ahead = await machine.files.status(`${file}-wal`);
  if (ahead.kind === 'unreadable') return ahead;
  if (ahead.kind === 'value' && ahead.value.size > 0) {
    return unreadable(`${file}: its newest rows lie in another file, which this version does not read`);
  }
  const whole = new Uint8Array(bytes.value);
  for (const place of FORMAT) whole[place] = 1;
  return value(whole);
}
