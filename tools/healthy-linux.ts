import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MACHINES = fileURLToPath(new URL('../tests/machines', import.meta.url));
const BASE = join(MACHINES, 'linux-healthy-never-asked');
const WRITTEN = '2026-11-20T09:00:00Z';

export const SITE = 'https://meet.example.com';

export type Verdict = readonly [state: string, rootCause: string | null];

export const ASKS: Verdict = ['will-ask', null];
export const READY: Verdict = ['ready', null];
export const UNKNOWN: Verdict = ['unknown', null];

/** What a recorded machine differs in from the healthy one with Linux. */
interface Change {
  readonly site?: string;
  /** What it does not have, by path. */
  readonly without?: readonly string[];
  /** By path. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** What else is noted of a file, by path. */
  readonly noted?: Readonly<Record<string, object>>;
  readonly processes?: readonly object[];
  readonly expected: readonly object[];
}

export async function writeChanged(name: string, change: Change): Promise<void> {
  const { site = SITE, without = [], files, noted = {}, processes, expected } = change;
  const folder = join(MACHINES, name);
  await rm(folder, { recursive: true, force: true });
  await cp(BASE, folder, { recursive: true, filter: (path) => !path.endsWith('facts.json') });
  const notes: Record<string, unknown> = await readJson('files.json');
  for (const path of without) {
    await rm(join(folder, 'files', path), { recursive: true });
    for (const each of Object.keys(notes)) if (each.startsWith(`/${path}`)) delete notes[each];
  }
  for (const [path, content] of Object.entries(files)) {
    const place = join(folder, 'files', path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, content);
    notes[`/${path}`] = { modifiedAt: WRITTEN, ...noted[path] };
  }
  if (processes !== undefined) {
    await writeFile(join(folder, 'machine.json'), jsonText({ ...(await readJson('machine.json')), processes }));
  }
  await writeFile(join(folder, 'files.json'), jsonText(notes));
  await writeFile(join(folder, 'case.json'), jsonText({ site }));
  await writeFile(join(folder, 'expected.json'), jsonText(expected));
}

/** One line of `expected.json`. */
export function expectedLine(subject: string, medium: string, [state, rootCause]: Verdict): object {
  return { subject, medium, state, rootCause };
}

export function jsonText(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}

async function readJson(name: string): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(join(BASE, name), 'utf8'));
}
