import { z } from 'zod';
import type { FirefoxRule, FirefoxRules, FirefoxSites } from '../../../../core/facts/firefox.ts';
import type { Medium } from '../../../../core/medium.ts';
import { type Reading, thenReading, unreadable, value } from '../../../../core/reading.ts';
import type { Site } from '../../../../core/site.ts';
import type { Machine } from '../../../machine/machine.ts';
import { checked } from '../../../parse/checked.ts';
import { type Query, querySqlite, type Row } from '../../../parse/sqlite.ts';
import type { ProbeContext } from '../../probe.ts';
import { readBetweenTransactions } from '../../stable-read.ts';

const LIMIT = 64 * 1024 * 1024;
const MOST_ROWS = 1000;

/**
 * Rows of the site, and how many sites are allowed at all: no other site’s row leaves the database. An origin may have
 * attributes behind `^`, for a container or a partition. Rows for a time (`expireType` 2) are over when it has come.
 */
const SITE_ROWS = `
  SELECT origin, type, permission FROM moz_perms
  WHERE type IN ('camera', 'microphone') AND (expireType <> 2 OR expireTime > ?1)
    AND (origin = ?2 OR substr(origin, 1, length(?2) + 1) = ?2 || '^')
  ORDER BY length(origin), id LIMIT ${MOST_ROWS + 1}`;

const ALLOWED = `
  SELECT type, count(*) AS sites FROM moz_perms
  WHERE type IN ('camera', 'microphone') AND (expireType <> 2 OR expireTime > ?1) AND permission = 1
  GROUP BY type`;

const rowsSchema = z.array(z.object({ origin: z.string(), type: z.string(), permission: z.number().int() }));
const countsSchema = z.array(z.object({ type: z.string(), sites: z.number().int() }));

/** @see https://searchfox.org/mozilla-central/source/netwerk/base/nsIPermissionManager.idl */
const SETTINGS: Readonly<Record<number, FirefoxRule['setting']>> = { 1: 'allow', 2: 'block', 3: 'ask' };
const UNKNOWN = 0;

/**
 * The permissions that a Firefox profile has stored, in `permissions.sqlite`. Blocks without “Remember”, those of
 * private windows and those of policies never get there.
 *
 * @see https://searchfox.org/mozilla-central/source/extensions/permissions/PermissionManager.cpp
 */
export async function readSites(
  machine: Machine,
  profileFolder: string,
  { site, now }: Pick<ProbeContext, 'site' | 'now'>,
): Promise<Reading<FirefoxSites>> {
  const file = `${profileFolder}/permissions.sqlite`;
  const found = await readBetweenTransactions(machine, file, LIMIT);
  if (found.kind !== 'value') return found;
  const queries = siteQueries(site?.origin ?? null, now.getTime());
  const read = await querySqlite(file, found.value.bytes, 'moz_perms', queries);
  return thenReading(read, ([allowed = [], ofSite = []]) => {
    const medium = (name: Medium): Reading<FirefoxRules> => rulesOf(file, name, site, allowed, ofSite);
    const writtenAt = found.value.modifiedAt.toISOString();
    return value({ file, writtenAt, camera: medium('camera'), microphone: medium('microphone') });
  });
}

/** First how many sites are allowed, then the rows of this one. */
export function siteQueries(origin: string | null, time: number): readonly Query[] {
  const counts: Query = { sql: ALLOWED, parameters: [time] };
  return origin === null ? [counts] : [counts, { sql: SITE_ROWS, parameters: [time, origin] }];
}

function rulesOf(
  file: string,
  medium: Medium,
  site: Site | null,
  allowed: readonly Row[],
  ofSite: readonly Row[],
): Reading<FirefoxRules> {
  const counts = checked(file, countsSchema, allowed);
  const rows = checked(file, rowsSchema, ofSite);
  if (counts.kind !== 'value') return counts;
  if (rows.kind !== 'value') return rows;
  if (rows.value.length > MOST_ROWS) return unreadable(`${file}: over ${MOST_ROWS} rows for one site`);
  const rules: FirefoxRule[] = [];
  for (const { origin, type, permission } of rows.value) {
    if (type !== medium || permission === UNKNOWN) continue;
    const setting = SETTINGS[permission];
    if (setting === undefined) return unreadable(`${file}: the ${medium} row of ${site?.origin} is ${permission}`);
    rules.push({ origin: withoutAttributeValues(origin), setting });
  }
  return value({ rules, sitesAllowed: counts.value.find(({ type }) => type === medium)?.sites ?? 0 });
}

const ATTRIBUTES = ['userContextId', 'privateBrowsingId', 'firstPartyDomain', 'partitionKey', 'geckoViewUserContextId'];

/**
 * Of the attributes only which they are: the value of a partition’s is another site.
 *
 * @see https://searchfox.org/mozilla-central/source/caps/OriginAttributes.cpp
 */
function withoutAttributeValues(origin: string): string {
  const [site = '', ...rest] = origin.split('^');
  if (rest.length === 0) return site;
  const names = [...new URLSearchParams(rest.join('^')).keys()];
  return `${site}^${names.map((name) => (ATTRIBUTES.includes(name) ? name : 'other')).join('&')}`;
}
