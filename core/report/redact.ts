import type { Report } from './schema.ts';

/** What must leave no trace in a report. */
export interface Secrets {
  readonly home: string | null;
  readonly userName: string | null;
  readonly hostName: string | null;
}

/**
 * Fields that hold words of the machine’s own, where a person’s name or folder can turn up. All other strings are the
 * tool’s: ids, states, versions.
 */
export const FREE_TEXT: ReadonlySet<string> = new Set([
  'why',
  'value',
  'name',
  'description',
  'program',
  'file',
  'dataFolder',
  'folder',
  'profile',
  'missing',
  'message',
  'sign',
]);

/**
 * Names that tell nothing about a person, among them the words that facts themselves are made of: somebody who logs in
 * as `local` must not turn a session that is `local` into something no schema knows.
 */
const IMPERSONAL = new Set([
  ...['root', 'user', 'admin', 'localhost', 'computer', 'default'],
  ...['local', 'remote', 'none', 'wayland', 'x11', 'on', 'off', 'allow', 'block', 'ask'],
  ...['camera', 'microphone', 'chrome', 'chromium', 'firefox', 'linux', 'debian', 'ubuntu', 'fedora'],
]);

/** A copy of the report without the home folder, the person’s and the computer’s names, and browser profile names. */
export function redact(report: Report, secrets: Secrets): Report {
  const scrub = scrubber(secrets);
  const copy: Report = structuredCopy(report, (text, key) => (FREE_TEXT.has(key) ? scrub(text) : text));
  const { browsers } = copy.facts.readings;
  if (browsers?.kind === 'value') {
    for (const { profiles } of browsers.value) {
      if (profiles.kind === 'value') for (const profile of profiles.value) profile.name = profile.folder;
    }
  }
  return copy;
}

function scrubber({ home, userName, hostName }: Secrets): (text: string) => string {
  const replacements: (readonly [RegExp, string])[] = [];
  if (home !== null && home.length > 1) replacements.push([literal(home), '~']);
  for (const [name, stand] of [
    [userName, '<user>'],
    [hostName, '<computer>'],
  ] as const) {
    if (name !== null && name !== '' && !IMPERSONAL.has(name.toLowerCase())) replacements.push([word(name), stand]);
  }
  return (text) => replacements.reduce((rest, [pattern, stand]) => rest.replace(pattern, stand), text);
}

function literal(text: string): RegExp {
  return new RegExp(`${escapePattern(text)}(?![\\p{L}\\p{N}])`, 'giu');
}

/** The name where it stands by itself: `alice` in `/data/alice/x` and `alice's laptop`, not in `malice`. */
function word(text: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(text)}(?![\\p{L}\\p{N}])`, 'giu');
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function structuredCopy<T>(of: T, change: (text: string, key: string) => string, key?: string): T;
function structuredCopy(of: unknown, change: (text: string, key: string) => string, key = ''): unknown {
  if (typeof of === 'string') return change(of, key);
  if (Array.isArray(of)) return of.map((item: unknown) => structuredCopy(item, change, key));
  if (typeof of !== 'object' || of === null) return of;
  return Object.fromEntries(Object.entries(of).map(([name, item]) => [name, structuredCopy(item, change, name)]));
}
