import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unreadable, value } from '../../../../core/reading.ts';
import { querySqlite } from '../../../../main/parse/sqlite.ts';

const ALL = { sql: 'SELECT x FROM t ORDER BY x', parameters: [] };

function database(sql: string): Uint8Array {
  const made = new DatabaseSync(':memory:');
  made.exec(`PRAGMA page_size = 512; ${sql}`);
  const bytes = made.serialize();
  made.close();
  return bytes;
}

const TABLE = database('CREATE TABLE t (x); INSERT INTO t VALUES (1), (2)');

function patched(change: (bytes: Uint8Array) => void): Uint8Array {
  const bytes = Uint8Array.from(TABLE);
  change(bytes);
  return bytes;
}

describe('querySqlite', () => {
  test('gives the rows of each query', async () => {
    const one = { sql: 'SELECT x FROM t WHERE x = ?', parameters: [2] };
    const read = await querySqlite('f', TABLE, 't', [ALL, one]);
    expect(read).toMatchObject(value([[{ x: 1 }, { x: 2 }], [{ x: 2 }]]));
  });

  test.each([
    ['text', Buffer.from('this is not a database at all'), 'f: it is not an SQLite database'],
    ['nothing', new Uint8Array(0), 'f: it is not an SQLite database'],
    ['its header alone', TABLE.subarray(0, 100), 'f: it is cut off'],
    ['cut off', TABLE.subarray(0, 600), 'f: it is cut off'],
    ['encrypted', patched((bytes) => bytes.fill(0x7f, 0, 100)), 'f: it is not an SQLite database'],
    ['overwritten', patched((bytes) => bytes.fill(0x7f, 100)), /^f: /],
    ['with a write-ahead log', patched((bytes) => bytes.fill(2, 18, 20)), 'f: its newest rows lie in another file'],
    ['without the table', database('CREATE TABLE other (x)'), 'f: it has no table t'],
    ['with a view', database('CREATE TABLE r (x); CREATE VIEW t AS SELECT * FROM r'), 'f: t is not a plain table'],
    ['with a virtual table', database('CREATE VIRTUAL TABLE t USING fts5(x)'), 'f: t is not a plain table'],
    ['that computes', database('CREATE TABLE t (y, x AS (zeroblob(y)))'), 'f: t computes its columns'],
    ['without the column', database('CREATE TABLE t (y)'), 'f: no such column: x'],
    ['with too large a number', database('CREATE TABLE t (x); INSERT INTO t VALUES (9223372036854775807)'), /^f: /],
  ])('of a file that is %s is unreadable', async (_name, bytes, why) => {
    const read = await querySqlite('f', bytes, 't', [ALL]);
    expect(read).toEqual(unreadable(expect.stringMatching(typeof why === 'string' ? why.replaceAll('.', '\\.') : why)));
  });

  test('changes nothing in the bytes, and cannot', async () => {
    const bytes = Uint8Array.from(TABLE);
    const read = await querySqlite('f', bytes, 't', [{ sql: 'DELETE FROM t', parameters: [] }]);
    expect(read).toMatchObject({ kind: 'unreadable' });
    expect(bytes).toEqual(TABLE);
  });

  test('of any bytes is a value or unreadable', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), fc.nat(TABLE.length - 65), async (junk, at) => {
        const bytes = patched((whole) => whole.set(junk, at));
        expect(['value', 'unreadable']).toContain((await querySqlite('f', bytes, 't', [ALL])).kind);
      }),
      { numRuns: 300 },
    );
  });
});
