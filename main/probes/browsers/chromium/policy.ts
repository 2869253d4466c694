import type { BrowserDescription } from '../../../../core/browsers/browser-description.ts';
import type { Browser } from '../../../../core/facts/browser.ts';
import type { ChromiumPolicy } from '../../../../core/facts/chromium.ts';
import { absent, type Reading, unreadable, value, valueOr } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { readText } from '../../read-text.ts';

const LIMIT = 4 * 1024 * 1024;

/** Policy files that mention capture, mandatory and recommended ones alike: both block. */
export async function readChromiumPolicy(
  machine: Machine,
  { id }: Browser,
  { linux }: BrowserDescription,
): Promise<ChromiumPolicy> {
  const folder = linux?.policies ?? null;
  if (machine.platform !== 'linux') {
    const unread = unreadable('policies: this version does not read those of this system');
    return { engine: 'chromium', browserId: id, unjudged: unread };
  }
  const unjudged = folder === null ? absent : await findInKinds(machine, folder);
  return { engine: 'chromium', browserId: id, unjudged };
}

async function findInKinds(machine: Machine, folder: string): Promise<Reading<string[]>> {
  const found: string[] = [];
  for (const kind of ['managed', 'recommended']) {
    const files = await findIn(machine, `${folder}/${kind}`);
    if (files.kind === 'unreadable') return files;
    found.push(...valueOr(files, []));
  }
  return found.length === 0 ? absent : value(found);
}

async function findIn(machine: Machine, folder: string): Promise<Reading<string[]>> {
  const names = await machine.files.list(folder);
  if (names.kind !== 'value') return names;
  const found: string[] = [];
  for (const name of names.value.filter((each) => each.endsWith('.json'))) {
    const text = await readText(machine, `${folder}/${name}`, LIMIT);
    if (text.kind === 'unreadable') return text;
    if (/"(VideoCapture|AudioCapture|DefaultMediaStreamSetting)/.test(valueOr(text, '')))
      found.push(`${folder}/${name}`);
  }
  return value(found);
}
