import { z } from 'zod';
import type { SafariStore } from '../../../../core/facts/safari.ts';
import { mapReading, type Reading, thenReading } from '../../../../core/reading.ts';
import type { Site } from '../../../../core/site.ts';
import type { Machine } from '../../../machine/machine.ts';
import { checked } from '../../../parse/checked.ts';
import { parsePlist } from '../../../parse/plist.ts';

const LIMIT = 4 * 1024 * 1024;

const olderSchema = z.record(z.string(), z.object({ origin: z.string(), permission: z.number().int() }));

/** The older list of sites, by whatever key: an origin each, and flags in one number. Only the site’s own are kept. */
export async function readOlder(machine: Machine, file: string, site: Site | null): Promise<SafariStore['older']> {
  const bytes = await machine.files.read(file, LIMIT);
  if (bytes.kind !== 'value') return bytes;
  const entries: Reading<z.infer<typeof olderSchema>> = thenReading(await parsePlist(file, bytes.value), (content) =>
    checked(file, olderSchema, content),
  );
  return mapReading(entries, (all) =>
    Object.values(all)
      .filter(({ origin }) => site !== null && URL.parse(origin)?.origin === site.origin)
      .map(({ permission }) => permission),
  );
}
