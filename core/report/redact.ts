import type { Report } from './schema.ts';

/** What must leave no trace in a report. */
export interface Secrets {
  readonly home: string | null;
  readonly userName: string | null;
  readonly hostName: string | null;
}

/**
 * Fields that hold words of the machine’s own, where a person’s name or folder can turn up. All other strings are the
 * tool’s: states, versions, ids. A reading’s `value` counts by the name of the field that it is the reading of.
 */
export const FREE_TEXT: ReadonlySet<string> = new Set([
  ...[
    'why',
    'missing',
    'message',
    'constraint',
    'evidence',
    'name',
    'description',
    'program',
    'sign',
    'unjudged',
    'policies',
  ],
  ...['file', 'from', 'dataFolder', 'folder', 'profile', 'id', 'subject', 'browserId'],
  ...['family', 'families', 'displayVersion', 'client', 'model', 'bundleId', 'startedFrom'],
]);

/** Names that every second computer has, and that tell nothing about a person. */
const IMPERSONAL = new Set(['root', 'user', 'admin', 'localhost', 'computer', 'default', 'guest', 'this-app']);

/** The names that browsers themselves give to profile folders. */
const USUAL_FOLDER = /^(?:Default|Profile \d+|Guest Profile|System Profile|\.)$/;

/**
 * A copy of the report without home folders, the person’s and the computer’s names, what people called their browser
 * profiles and folders, and the names of devices that people name themselves.
 */
export function redact(report: Report, secrets: Secrets): Report {
  const replacements = replacementsFor(report, secrets);
  const scrub = (text: string): string =>
    replacements.reduce((rest, [pattern, stand]) => rest.replace(pattern, stand), text);
  const copy = copyOf(report, (text, field) => (FREE_TEXT.has(field) ? scrub(text) : text));
  const { browsers } = copy.facts.readings;
  if (browsers?.kind === 'value') {
    for (const { profiles } of browsers.value) {
      if (profiles.kind === 'value') for (const profile of profiles.value) profile.name = profile.folder;
    }
  }
  return copy;
}

/** A line of text, as in a log, without the same names and folders, and without any web address. */
export function redactLine(line: string, secrets: Secrets): string {
  const replacements = [...homeFolder(secrets), ...names(secrets), WEB_ADDRESS];
  return replacements.reduce((rest, [pattern, stand]) => rest.replace(pattern, stand), line);
}

type Replacement = readonly [RegExp, string];

const WEB_ADDRESS: Replacement = [/\b(?:https?|wss?|ftp):\/\/[^\s"'<>]+/giu, '<address>'];

function replacementsFor({ facts }: Report, secrets: Secrets): readonly Replacement[] {
  const replacements: Replacement[] = [...homeFolder(secrets)];
  const { audioServer, browsers } = facts.readings;
  const sources = audioServer?.kind === 'value' ? audioServer.value.sources : [];
  // A sound card is called what its maker calls it; a headset over Bluetooth what its owner does.
  const named = sources.filter(({ alsaCard }) => alsaCard.kind !== 'value').map(({ description }) => description);
  for (const [place, name] of unique(named).entries())
    replacements.push([new RegExp(escaped(name), 'giu'), `<device ${place + 1}>`]);
  const profiles = (browsers?.kind === 'value' ? browsers.value : []).flatMap((each) =>
    each.profiles.kind === 'value' ? each.profiles.value : [],
  );
  const own = unique(profiles.map(({ folder }) => folder)).filter((folder) => !USUAL_FOLDER.test(folder));
  for (const [place, folder] of own.entries()) replacements.push([alone(folder), `<profile ${place + 1}>`]);
  return [...replacements, ...names(secrets)];
}

function homeFolder({ home }: Secrets): readonly Replacement[] {
  return home !== null && home.length > 1 ? [[new RegExp(`${anySeparator(home)}(?![\\p{L}\\p{N}])`, 'giu'), '~']] : [];
}

function names({ userName, hostName }: Secrets): readonly Replacement[] {
  // Whoever’s they are: other people use this computer too.
  const replacements: Replacement[] = [
    [/(?<=[/\\](?:home|Users|media)[/\\])(?!~)[^/\\:;,"]+/giu, '<user>'],
    [/(?<=#Users#)(?!~)[^#/\\:;,"]+/giu, '<user>'],
    [/\bS-1-5-21(?:-\d+)+/giu, '<account>'],
  ];
  for (const [name, stand] of [
    [userName, '<user>'],
    [hostName, '<computer>'],
  ] as const) {
    if (name !== null && name !== '' && !IMPERSONAL.has(name.toLowerCase())) replacements.push([word(name), stand]);
  }
  return replacements;
}

/** The path as it is, and as it is where it is the name of a key in the registry of Windows, with `#` for `\\`. */
function anySeparator(path: string): string {
  return path.split(/[\\/]/).map(escaped).join('[\\\\/#]');
}

/** The name where it stands by itself between other characters of an id or a path. */
function alone(text: string): RegExp {
  return new RegExp(`(?<=^|[/\\\\: ])${escaped(text)}(?=$|[/\\\\: ,])`, 'giu');
}

/**
 * The name as a word: in `alice's laptop`, not in `malice`, and not in a path, where `dev` is more often a folder than
 * the person who is called so. Home folders are seen to before.
 */
function word(text: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}/\\\\])${escaped(text)}(?![\\p{L}\\p{N}/\\\\])`, 'giu');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].filter((text) => text !== '').sort((a, b) => b.length - a.length);
}

function copyOf<T>(of: T, change: (text: string, field: string) => string, field?: string): T;
function copyOf(of: unknown, change: (text: string, field: string) => string, field = ''): unknown {
  if (typeof of === 'string') return change(of, field);
  if (Array.isArray(of)) return of.map((item: unknown) => copyOf(item, change, field));
  if (typeof of !== 'object' || of === null) return of;
  return Object.fromEntries(
    Object.entries(of).map(([name, item]) => [name, copyOf(item, change, fieldOf(of, name, field))]),
  );
}

/** What a string’s field is called: of evidence, "evidence"; of a reading, what it is the reading of. */
function fieldOf(holder: object, name: string, outer: string): string {
  if (name !== 'value') return name;
  if ('fact' in holder) return 'evidence';
  return 'kind' in holder ? outer : name;
}
