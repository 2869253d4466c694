import { DatabaseSync } from 'node:sqlite';

/** A row of `moz_perms`: 1 allows, 2 blocks, 3 asks. */
export interface PermissionRow {
  readonly origin: string;
  readonly type: string;
  readonly permission: number;
  readonly expireType?: number;
  /** Milliseconds since 1970. */
  readonly expireTime?: number;
}

const MODIFIED = Date.parse('2026-11-20T09:00:00Z');

/**
 * A `permissions.sqlite` as Firefox 153 lays it out, in small pages so that a recorded machine stays small.
 *
 * @see https://searchfox.org/mozilla-central/source/extensions/permissions/PermissionManager.cpp
 */
export function firefoxDatabase(rows: readonly PermissionRow[]): Uint8Array {
  const database = new DatabaseSync(':memory:');
  database.exec(`
    PRAGMA page_size = 512;
    PRAGMA user_version = 13;
    CREATE TABLE moz_perms ( id INTEGER PRIMARY KEY,origin TEXT,type TEXT,permission INTEGER,expireType INTEGER,expireTime INTEGER,modificationTime INTEGER);
    CREATE TABLE moz_hosts ( id INTEGER PRIMARY KEY,host TEXT,type TEXT,permission INTEGER,expireType INTEGER,expireTime INTEGER,modificationTime INTEGER,isInBrowserElement INTEGER);
    CREATE TABLE moz_origin_interactions ( origin TEXT PRIMARY KEY,lastInteractionTime INTEGER);
    BEGIN;
  `);
  const insert = database.prepare('INSERT INTO moz_perms VALUES (NULL, ?, ?, ?, ?, ?, ?)');
  for (const { origin, type, permission, expireType = 0, expireTime = 0 } of rows) {
    insert.run(origin, type, permission, expireType, expireTime, MODIFIED);
  }
  database.exec('COMMIT');
  const bytes = database.serialize();
  database.close();
  return bytes;
}
