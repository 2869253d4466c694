import type { BrowserId } from '../../../../core/browsers/browsers.ts';
import { absent, type Reading, value, valueOr } from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { readText } from '../../read-text.ts';

const LIMIT = 4 * 1024 * 1024;

/**
 * Where each browser looks for policies, mandatory and recommended ones alike: both block.
 *
 * @see https://chromium.googlesource.com/chromium/src/+/main/components/policy/core/common/policy_paths.cc
 */
const FOLDERS: Readonly<Record<BrowserId, string | null>> = {
  chrome: '/etc/opt/chrome/policies',
  chromium: '/etc/chromium/policies',
  edge: '/etc/opt/edge/policies',
  brave: '/etc/brave/policies',
  vivaldi: null,
  opera: null,
  firefox: null,
};

/** Policy files that mention capture; `absent` where the browser has none here. */
export async function findCapturePolicies(machine: Machine, product: BrowserId): Promise<Reading<string[]>> {
  const folder = FOLDERS[product];
  if (folder === null) return absent;
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
