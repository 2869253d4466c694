import { DatabaseSync } from 'node:sqlite';

export interface SafariRow {
  readonly domain: string;
  readonly preference: string;
  readonly stored: number;
}

/**
 * A `PerSitePreferences.db` with the tables that public programs query, in small pages; Safari’s own has more columns.
 *
 * @see https://github.com/yo-yo-yo-jbo/hm-surf
 */
export function safariDatabase(
  rules: readonly SafariRow[],
  defaults: Readonly<Record<string, number>> = {},
): Uint8Array {
  const database = new DatabaseSync(':memory:');
  database.exec(`
    PRAGMA page_size = 512;
    CREATE TABLE default_preferences (id INTEGER PRIMARY KEY AUTOINCREMENT, preference TEXT NOT NULL UNIQUE, default_value INTEGER NOT NULL);
    CREATE TABLE preference_values (id INTEGER PRIMARY KEY AUTOINCREMENT, domain TEXT NOT NULL, preference TEXT NOT NULL, preference_value INTEGER NOT NULL);
  `);
  const insertRule = database.prepare('INSERT INTO preference_values VALUES (NULL, ?, ?, ?)');
  for (const { domain, preference, stored } of rules) insertRule.run(domain, preference, stored);
  const insertDefault = database.prepare('INSERT INTO default_preferences VALUES (NULL, ?, ?)');
  for (const [preference, stored] of Object.entries(defaults)) insertDefault.run(preference, stored);
  const bytes = database.serialize();
  database.close();
  return bytes;
}
