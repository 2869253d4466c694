import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MACHINES = fileURLToPath(new URL('../tests/machines', import.meta.url));
const WRITTEN = '2026-11-20T09:00:00Z';

export const SITE = 'https://meet.example.com';

export type Verdict = readonly [state: string, rootCause: string | null, also?: readonly string[]];

export const UNKNOWN: Verdict = ['unknown', null];
export const SITE_BLOCK: Verdict = ['blocked', 'browser.site-block'];

/** A recorded machine in short: what it is made of, and what is expected of it. */
export interface DesktopMachine {
  readonly machine: object;
  /** By path in the recorded tree. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly notes?: Readonly<Record<string, object>>;
  readonly registry?: string;
  readonly commands?: readonly object[];
  readonly captures?: readonly object[];
  /** Verdicts for camera and microphone, by subject. */
  readonly expected: Readonly<Record<string, readonly [camera: Verdict, microphone: Verdict]>>;
}

export async function writeMachine(name: string, recorded: DesktopMachine): Promise<void> {
  const folder = join(MACHINES, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const notes: Record<string, object> = { ...recorded.notes };
  for (const [path, content] of Object.entries(recorded.files)) {
    const place = join(folder, 'files', path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, content);
    notes[pathOf(path)] ??= { modifiedAt: WRITTEN };
  }
  await writeJson(join(folder, 'machine.json'), recorded.machine);
  await writeJson(join(folder, 'case.json'), { site: SITE });
  if (Object.keys(notes).length > 0) await writeJson(join(folder, 'files.json'), notes);
  if (recorded.registry !== undefined) await writeFile(join(folder, 'registry.reg'), recorded.registry);
  if (recorded.commands !== undefined) await writeJson(join(folder, 'commands.json'), recorded.commands);
  if (recorded.captures !== undefined) await writeJson(join(folder, 'capture.json'), recorded.captures);
  await writeJson(join(folder, 'expected.json'), expectedOf(recorded));
}

/** A drive is a folder of one letter. */
function pathOf(path: string): string {
  return /^[A-Z]\//.test(path) ? `${path[0]}:${path.slice(1).replaceAll('/', '\\')}` : `/${path}`;
}

function expectedOf({ expected }: DesktopMachine): readonly object[] {
  const all = { 'this-app': [UNKNOWN, UNKNOWN] as const, ...expected };
  return Object.entries(all).flatMap(([subject, verdicts]) =>
    (['camera', 'microphone'] as const).map((medium, place) => {
      const [state, rootCause, also] = verdicts[place] ?? UNKNOWN;
      return { subject, medium, state, rootCause, ...(also === undefined ? {} : { also }) };
    }),
  );
}

/** A Chromium `Preferences` with rules for sites: 1 allows, 2 blocks. */
export function preferences(rules: Readonly<Record<string, number>>, medium = 'media_stream_camera'): string {
  const exceptions = Object.fromEntries(
    Object.entries(rules).map(([site, setting]) => [`${site}:443,*`, { last_modified: '13439874239839924', setting }]),
  );
  return `${JSON.stringify({ profile: { content_settings: { exceptions: { [medium]: exceptions } } } })}\n`;
}

export function localState(profiles: Readonly<Record<string, string>>, lastUsed: string): string {
  const info_cache = Object.fromEntries(Object.entries(profiles).map(([folder, name]) => [folder, { name }]));
  return `${JSON.stringify({ profile: { info_cache, last_used: lastUsed } })}\n`;
}

/** One profile for each installation, by the hash of its folder. */
export function profilesIni(folders: Readonly<Record<string, string>>): string {
  const profiles = Object.values(folders).map(
    (folder, place) => `[Profile${place}]\nName=${folder.split('.').at(-1)}\nIsRelative=1\nPath=${folder}\n\n`,
  );
  const installs = Object.entries(folders).map(([hash, folder]) => `[Install${hash}]\nDefault=${folder}\nLocked=1\n\n`);
  return `${profiles.join('')}[General]\nStartWithLastProfile=1\nVersion=2\n\n${installs.join('')}`;
}

async function writeJson(path: string, content: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(content, null, 2)}\n`);
}
