import { BROWSER_IDS, describeBrowser } from '../../../../core/browsers/browsers.ts';
import {
  absent,
  allReadings,
  mapReading,
  type Reading,
  thenReading,
  unreadable,
  value,
  valueOr,
} from '../../../../core/reading.ts';
import type { Machine } from '../../../machine/machine.ts';
import { registryText } from '../registry-text.ts';

/** A program that says in the registry that it is there. */
export interface Registration {
  /** Its key among the clients for the internet; null for one that is only among the paths of programs. */
  readonly client: string | null;
  /** What it calls itself there. */
  readonly title: string;
  readonly program: string;
  /** The ProgId under which it offers to open web addresses; null where it does not tell. */
  readonly progId: string | null;
}

const CLIENTS = ['HKLM\\SOFTWARE', 'HKLM\\SOFTWARE\\WOW6432Node', 'HKCU\\Software'].map(
  (root) => `${root}\\Clients\\StartMenuInternet`,
);

const PATHS = ['HKLM\\SOFTWARE', 'HKLM\\SOFTWARE\\WOW6432Node', 'HKCU\\Software'].map(
  (root) => `${root}\\Microsoft\\Windows\\CurrentVersion\\App Paths`,
);

/**
 * Every browser that registered itself, those for all users before those for this one, and clients before mere paths.
 *
 * @see https://learn.microsoft.com/windows/win32/shell/start-menu-reg
 * @see https://learn.microsoft.com/windows/win32/shell/app-registration
 */
export function listRegistrations(machine: Machine): Reading<readonly Registration[]> {
  const programs = new Set(BROWSER_IDS.flatMap((id) => describeBrowser(id).windows?.program ?? []));
  const clients = CLIENTS.map((key) =>
    thenReading(machine.registry.subkeys(key), (names) =>
      allReadings(names.filter(isKnownClient).map((name) => readClient(machine, key, name))),
    ),
  );
  const paths = PATHS.map((key) => allReadings([...programs].map((name) => readPath(machine, `${key}\\${name}`))));
  return mapReading(allReadings([...clients, ...paths]), (found) => found.flat());
}

/** Other programs may leave whatever they like under their keys. */
function isKnownClient(name: string): boolean {
  return BROWSER_IDS.some((id) => describeBrowser(id).windows?.clients.some((client) => isNamed(name, client)));
}

/** By its name, or by it with the letters that set a further installation apart. */
export function isNamed(name: string, known: string): boolean {
  const rest = name.slice(known.length);
  return name.toLowerCase().startsWith(known.toLowerCase()) && /^(?:[.-][0-9A-Z]+)?$/i.test(rest);
}

function readClient(machine: Machine, parent: string, client: string): Reading<Registration> {
  const key = `${parent}\\${client}`;
  const title = registryText(machine, key, '');
  const progId = registryText(machine, `${key}\\Capabilities\\URLAssociations`, 'https');
  return thenReading(readProgram(machine, `${key}\\shell\\open\\command`), (program): Reading<Registration> => {
    if (title.kind === 'unreadable') return title;
    if (progId.kind === 'unreadable') return progId;
    return value({ client, title: valueOr(title, ''), program, progId: valueOr(progId, null) });
  });
}

function readPath(machine: Machine, key: string): Reading<Registration> {
  return mapReading(readProgram(machine, key), (program) => ({ client: null, title: '', program, progId: null }));
}

/** The program of a command line: in quotes, or up to its `.exe`. */
function readProgram(machine: Machine, key: string): Reading<string> {
  return thenReading(registryText(machine, key, ''), (command): Reading<string> => {
    if (command.trim() === '') return absent;
    const [, quoted, bare] = /^\s*(?:"([^"]+)"|(.+?\.exe)(?=\s|$))/i.exec(command) ?? [];
    const program = quoted ?? bare;
    return program === undefined ? unreadable(`${key}: it does not name a program`) : value(program);
  });
}
