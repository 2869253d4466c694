import { DatabaseSync } from 'node:sqlite';

const COMMON = `
  service TEXT NOT NULL, client TEXT NOT NULL, client_type INTEGER NOT NULL`;
const INDIRECT = `
  csreq BLOB, policy_id INTEGER, indirect_object_identifier_type INTEGER,
  indirect_object_identifier TEXT NOT NULL DEFAULT 'UNUSED', indirect_object_code_identity BLOB, flags INTEGER,
  last_modified INTEGER NOT NULL DEFAULT (CAST(strftime('%s','now') AS INTEGER))`;
const AUTH = `${COMMON}, auth_value INTEGER NOT NULL, auth_reason INTEGER NOT NULL, auth_version INTEGER NOT NULL, ${INDIRECT}`;
const BOOT = `${AUTH}, pid INTEGER, pid_version INTEGER, boot_uuid TEXT NOT NULL DEFAULT 'UNUSED',
  last_reminded INTEGER NOT NULL DEFAULT 0`;
const KEY = 'PRIMARY KEY (service, client, client_type, indirect_object_identifier)';
const POLICY = 'FOREIGN KEY (policy_id) REFERENCES policies(id) ON DELETE CASCADE ON UPDATE CASCADE';

/**
 * The table `access` of each release, by how many columns it has: 7 up to 10.13, 12 in 10.14 and 10.15, 13 from 11 to
 * 13, 17 from 14 on, and 19 where reminders are counted.
 *
 * @see https://github.com/jacobsalmela/tccutil
 * @see https://entonos.com/2023/06/23/how-to-modify-tcc-on-macos
 */
const TABLES = {
  7: `${COMMON}, allowed INTEGER NOT NULL, prompt_count INTEGER NOT NULL, csreq BLOB, policy_id INTEGER,
    PRIMARY KEY (service, client, client_type), ${POLICY}`,
  12: `${COMMON}, allowed INTEGER NOT NULL, prompt_count INTEGER NOT NULL, ${INDIRECT}, ${KEY}, ${POLICY}`,
  13: `${AUTH}, ${KEY}, ${POLICY}`,
  17: `${BOOT}, ${KEY}, ${POLICY}`,
  /** A release that nobody knows yet: its decision stands under another name. */
  unknown: `${BOOT.replace('auth_value', 'auth_verdict')}, ${KEY}, ${POLICY}`,
  19: `${BOOT}, one_time_reprompt_eligible INTEGER, reminder_count INTEGER NOT NULL DEFAULT 0, ${KEY}, ${POLICY}`,
} as const;

export type Columns = keyof typeof TABLES;

export interface AccessRow {
  readonly client: string;
  readonly service?: 'kTCCServiceCamera' | 'kTCCServiceMicrophone' | 'kTCCServiceScreenCapture';
  /** 0 denied, 1 unknown, 2 allowed, 3 limited; the older tables know the first and the third. */
  readonly decided: number;
  readonly reason?: number;
  /** 1 where the client is a path. */
  readonly type?: number;
}

/** A `TCC.db` with the table of a release, in small pages. */
export function tccDatabase(columns: Columns, rows: readonly AccessRow[]): Uint8Array {
  const database = new DatabaseSync(':memory:');
  database.exec(`
    PRAGMA page_size = 512;
    CREATE TABLE policies (id INTEGER NOT NULL PRIMARY KEY, bundle_id TEXT NOT NULL, uuid TEXT NOT NULL, display TEXT NOT NULL);
    CREATE TABLE access (${TABLES[columns]});
  `);
  const isOld = columns === 7 || columns === 12;
  const decision = columns === 'unknown' ? 'auth_verdict' : 'auth_value';
  const insert = database.prepare(
    isOld
      ? 'INSERT INTO access (service, client, client_type, allowed, prompt_count) VALUES (?, ?, ?, ?, 1)'
      : `INSERT INTO access (service, client, client_type, ${decision}, auth_reason, auth_version, last_modified) VALUES (?, ?, ?, ?, ?, 1, 1763629200)`,
  );
  for (const { client, service = 'kTCCServiceCamera', decided, reason = 3, type = 0 } of rows) {
    if (isOld) insert.run(service, client, type, decided / 2);
    else insert.run(service, client, type, decided, reason);
  }
  // Else it would be the moment of writing.
  if (columns === 12) database.exec('UPDATE access SET last_modified = 1763629200');
  const bytes = database.serialize();
  database.close();
  return bytes;
}
