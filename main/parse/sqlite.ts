import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { type Reading, unreadable, value } from '../../core/reading.ts';

export interface Query {
  readonly sql: string;
  readonly parameters: readonly SQLInputValue[];
}

export type Row = Readonly<Record<string, SQLOutputValue>>;

/**
 * Rows of a table of an SQLite database that somebody else may be writing: its bytes are opened in memory, so that no
 * lock is taken and nothing is written beside it. One list of rows a query. What looks like the table and is a view, a
 * virtual table or computes its columns is refused: it would run what the file says.
 *
 * @see https://sqlite.org/c3ref/deserialize.html
 * @see https://sqlite.org/security.html
 */
export async function querySqlite(
  path: string,
  bytes: Uint8Array,
  table: string,
  queries: readonly Query[],
): Promise<Reading<readonly (readonly Row[])[]>> {
  const header = headerProblem(bytes);
  if (header !== null) return unreadable(`${path}: ${header}`);
  const sqlite = await import('node:sqlite').catch(() => null);
  if (sqlite === null || !('deserialize' in sqlite.DatabaseSync.prototype)) {
    return unreadable(`${path}: this Node cannot open a database in memory; Node 24.21 can`);
  }
  const database = new sqlite.DatabaseSync(':memory:');
  try {
    database.deserialize(bytes);
    database.exec('PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA cell_size_check = ON');
    const problem = tableProblem(database, table);
    if (problem !== null) return unreadable(`${path}: ${problem}`);
    return value(queries.map(({ sql, parameters }) => database.prepare(sql).all(...parameters)));
  } catch (error) {
    return unreadable(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    database.close();
  }
}

const MAGIC = 'SQLite format 3\0';
const HEADER_LENGTH = 100;
const WAL = 2;

/** @see https://sqlite.org/fileformat2.html#the_database_header */
function headerProblem(bytes: Uint8Array): string | null {
  const magic = new TextDecoder('latin1').decode(bytes.subarray(0, MAGIC.length));
  if (bytes.length < HEADER_LENGTH || magic !== MAGIC) return 'it is not an SQLite database';
  // SQLite would read zeros for what was cut off, which pass for rows.
  if (bytes.length < sizeInHeader(bytes)) return 'it is cut off';
  // The newest rows then lie in a file of their own, beside this one.
  return bytes[18] === WAL || bytes[19] === WAL ? 'its newest rows lie in another file' : null;
}

function sizeInHeader({ buffer, byteOffset, length }: Uint8Array): number {
  const header = new DataView(buffer, byteOffset, length);
  const pageSize = header.getUint16(16) === 1 ? 65_536 : header.getUint16(16);
  const pages = header.getUint32(28);
  // A very old SQLite leaves the count as it was when it changes a file.
  const isCounted = header.getUint32(24) === header.getUint32(92);
  return isCounted ? pages * pageSize : pageSize;
}

function tableProblem(database: DatabaseSync, table: string): string | null {
  const found = database.prepare('SELECT type, sql FROM sqlite_schema WHERE name = ?').all(table);
  const [entry] = found;
  if (entry === undefined) return `it has no table ${table}`;
  const plain = found.length === 1 && entry['type'] === 'table' && /^CREATE TABLE /i.test(String(entry['sql']));
  if (!plain) return `${table} is not a plain table`;
  const hidden = database.prepare('SELECT count(*) AS n FROM pragma_table_xinfo(?) WHERE hidden <> 0').get(table);
  return hidden?.['n'] === 0 ? null : `${table} computes its columns`;
}
