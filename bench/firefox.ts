import { querySqlite } from '../main/parse/sqlite.ts';
import { siteQueries } from '../main/probes/browsers/firefox/sites.ts';
import { firefoxDatabase, type PermissionRow } from '../tools/firefox-database.ts';
import { median } from './median.ts';

/** Finding one site’s rows among as many as nobody has, in milliseconds. */
const LIMIT = 100;
const ROWS = 100_000;
const RUNS = 15;

export async function measureFirefoxDatabase() {
  const rows = Array.from({ length: ROWS }, (_, number): PermissionRow => {
    return {
      origin: `https://site-${number}.example`,
      type: number % 2 === 0 ? 'camera' : 'microphone',
      permission: 1,
    };
  });
  const bytes = firefoxDatabase(rows);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    const read = await querySqlite('permissions.sqlite', bytes, 'moz_perms', siteQueries('https://site-7.example', 0));
    if (read.kind !== 'value' || read.value[1]?.length !== 1) throw new Error(JSON.stringify(read));
    times.push(performance.now() - started);
  }
  const time = median(times);
  return {
    what: `find one site’s rows among ${ROWS} of Firefox’s`,
    figure: `${time.toFixed(0)} ms`,
    limit: `${LIMIT} ms`,
    kept: time <= LIMIT,
  };
}
