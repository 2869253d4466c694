import { z } from 'zod';
import type { SafariStore } from '../../../../core/facts/safari.ts';
import { type Reading, thenReading, unreadable, value } from '../../../../core/reading.ts';
import type { Site } from '../../../../core/site.ts';
import type { Machine } from '../../../machine/machine.ts';
import { checked } from '../../../parse/checked.ts';
import { parsePlist } from '../../../parse/plist.ts';

const LIMIT = 4 * 1024 * 1024;

const listSchema = z.record(z.string(), z.unknown());
const originSchema = z.object({ origin: z.string() });
const entrySchema = z.object({ permission: z.number().int() });

/** The older list of sites, by whatever key: an origin each, and flags in one number. Only the site’s own are kept. */
export async function readOlder(machine: Machine, file: string, site: Site | null): Promise<SafariStore['older']> {
  const bytes = await machine.files.read(file, LIMIT);
  if (bytes.kind !== 'value') return bytes;
  const list: Reading<z.infer<typeof listSchema>> = thenReading(await parsePlist(file, bytes.value), (content) =>
    checked(file, listSchema, content),
  );
  return thenReading(list, (all): SafariStore['older'] => {
    const found: number[] = [];
    for (const entry of Object.values(all)) {
      const { success, data } = originSchema.safeParse(entry);
      // Which entry it is would name a site, as its key does, so that the file alone is told.
      if (!success) return unreadable(`${file}: an entry has no origin`);
      if (site === null || URL.parse(data.origin)?.origin !== site.origin) continue;
      const own = checked(`${file}: the entry of this site`, entrySchema, entry);
      if (own.kind !== 'value') return own;
      found.push(own.value.permission);
    }
    return value(found);
  });
}
