import type { z } from 'zod';
import type { FactReading } from '../../../core/facts/facts.ts';
import type { MacConsentRow } from '../../../core/facts/macos.ts';
import { KNOWN_CLIENTS } from '../../../core/mac-clients.ts';
import type { Medium } from '../../../core/medium.ts';
import { absent, type Reading, thenReading, unreadable, value } from '../../../core/reading.ts';
import { expandHome } from '../../machine/home-paths.ts';
import type { Machine } from '../../machine/machine.ts';
import { checked } from '../../parse/checked.ts';
import { querySqlite } from '../../parse/sqlite.ts';
import { defineProbe } from '../probe.ts';
import { readBetweenTransactions } from '../stable-read.ts';
import type { AccessRow } from './access-table.ts';

const SYSTEM = '/Library/Application Support/com.apple.TCC/TCC.db';
const USER = `~${SYSTEM}`;
const LIMIT = 64 * 1024 * 1024;
const MOST_ROWS = 1000;

/** macOS 27, which has moved this person’s database to where no program may read it. */
const FIRST_DARWIN_WITHOUT = 26;

/**
 * The decisions of the privacy settings. Whether they may be read only reading tells: the system’s database looks
 * readable by its mode, and the systems before refuse it all the same without Full Disk Access. Its columns have changed
 * with the releases, so they decide, and not the version.
 *
 * @see https://www.rainforestqa.com/blog/macos-tcc-db-deep-dive
 * @see https://entonos.com/2023/06/23/how-to-modify-tcc-on-macos
 * @see https://github.com/tw93/Mole/issues/1092 (macOS 27)
 */
export const macConsent = defineProbe({
  fact: 'macConsent',
  on: ['darwin'],
  speed: 'fast',
  after: ['macVersion', 'browsers'],
  read: async (machine, { known: { macVersion, browsers } }) => {
    const programs = programsOf(machine, browsers);
    const darwin = macVersion?.kind === 'value' ? macVersion.value.darwin : null;
    const [user, system] = await Promise.all([
      darwin !== null && darwin < FIRST_DARWIN_WITHOUT
        ? readStore(machine, USER, programs)
        : unreadable(`${USER}: ${darwin === null ? 'which macOS this is is not known' : MOVED}`),
      readStore(machine, SYSTEM, programs),
    ]);
    return value({ user, system });
  },
});

const MOVED = 'this macOS keeps it where no program may read it, even with Full Disk Access';

/** Programs that were asked about by their path and not by a bundle id, with how facts write the path. */
function programsOf(machine: Machine, browsers: FactReading<'browsers'> | undefined): ReadonlyMap<string, string> {
  const installed = browsers?.kind === 'value' ? browsers.value : [];
  return new Map(
    installed.flatMap(({ program }) => {
      const path = expandHome(program, machine.home);
      return path.kind === 'value' ? [[path.value, program] as const] : [];
    }),
  );
}

async function readStore(
  machine: Machine,
  file: string,
  programs: ReadonlyMap<string, string>,
): Promise<Reading<MacConsentRow[]>> {
  const found = await readBetweenTransactions(machine, file, LIMIT);
  if (found.kind === 'absent') return unreadable(`${file}: it is not there, so that nothing can be told of it`);
  if (found.kind === 'unreadable') return unreadable(refused(found.why));
  const { bytes } = found.value;
  const { accessSchema, columnsSchema, olderAccessSchema } = await import('./access-table.ts');
  const columns = await readRows(file, bytes, COLUMNS, columnsSchema);
  if (columns.kind !== 'value') return columns;
  const form = formOf(columns.value.map(({ name }) => name));
  if (form === null) return unreadable(`${file}: its table access has columns that this version does not know`);
  const schema = form === 'newer' ? accessSchema : olderAccessSchema;
  return thenReading(await readRows(file, bytes, QUERIES[form], schema), (rows) =>
    rows.length > MOST_ROWS
      ? unreadable(`${file}: more rows than any Mac has`)
      : thenReading(allRows(file, rows, programs), value),
  );
}

const COLUMNS = "SELECT name FROM pragma_table_info('access')";

const COMMON = 'SELECT service, client, client_type AS clientType';
const ABOUT_DEVICES = `FROM access WHERE service IN ('kTCCServiceCamera', 'kTCCServiceMicrophone') LIMIT ${MOST_ROWS + 1}`;

const QUERIES = {
  newer: `${COMMON}, auth_value AS decided, auth_reason AS reason ${ABOUT_DEVICES}`,
  older: `${COMMON}, allowed AS decided, NULL AS reason ${ABOUT_DEVICES}`,
} as const;

/**
 * `auth_value` came with macOS 11; before it there was `allowed`, and nobody noted who decided. Beside `auth_value`, what
 * an `allowed` means is not known.
 *
 * @see https://github.com/jacobsalmela/tccutil
 */
function formOf(columns: readonly string[]): keyof typeof QUERIES | null {
  const has = (...names: readonly string[]): boolean => names.every((name) => columns.includes(name));
  if (!has('service', 'client', 'client_type')) return null;
  if (has('auth_value')) return has('auth_reason') ? 'newer' : null;
  return has('allowed') ? 'older' : null;
}

async function readRows<S extends z.ZodType>(
  file: string,
  bytes: Uint8Array,
  sql: string,
  schema: S,
): Promise<Reading<z.infer<S>>> {
  const found = await querySqlite(file, bytes, 'access', [{ sql, parameters: [] }]);
  return thenReading(found, ([rows]) => checked(`${file}: access`, schema, rows));
}

const MEDIA_OF: Readonly<Record<string, Medium>> = { kTCCServiceCamera: 'camera', kTCCServiceMicrophone: 'microphone' };

/** @see https://kb-macfor-io.pages.dev/docs/security/tcc-database */
const DECISIONS = ['denied', 'unknown', 'allowed', 'limited'] as const;
const REASONS: Readonly<Record<number, 'user' | 'system' | 'mdm' | 'override' | 'usage-string'>> = {
  2: 'user',
  3: 'user',
  4: 'system',
  6: 'mdm',
  7: 'override',
  8: 'usage-string',
};

const BUNDLE_ID = 0;

/** Of everyone else’s decisions nothing leaves this function: what else somebody runs is theirs. */
function allRows(
  file: string,
  rows: readonly AccessRow[],
  programs: ReadonlyMap<string, string>,
): Reading<MacConsentRow[]> {
  const told: MacConsentRow[] = [];
  for (const { service, client, clientType, decided, reason } of rows) {
    const name = clientType === BUNDLE_ID ? KNOWN_CLIENTS.find((each) => isSame(each, client)) : programs.get(client);
    const medium = MEDIA_OF[service];
    if (name === undefined || medium === undefined) continue;
    const decision = DECISIONS[decided];
    if (decision === undefined) return unreadable(`${file}: a decision is ${decided}, which means nothing`);
    told.push({ client: name, medium, decision, reason: reason === null ? absent : value(REASONS[reason] ?? 'other') });
  }
  return value(told);
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function refused(why: string): string {
  return /\((?:EPERM|EACCES)\)$/.test(why) ? `${why}; macOS shows it only to programs with Full Disk Access` : why;
}
