import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A browser to test with, or why there is none. */
export type FoundBrowser =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'none'; readonly why: string };

interface Wanted {
  readonly name: string;
  /** What this says is taken, whatever else is installed. */
  readonly variable: string;
  readonly commands: readonly string[];
  readonly isSnap: (path: string) => boolean;
}

/** The system’s own browser, the first on the PATH. Ubuntu’s is a snap, which cannot be driven. */
export function findBrowser({ name, variable, commands, isSnap }: Wanted): FoundBrowser {
  const told = process.env[variable];
  if (told !== undefined) return isExecutable(told) ? { kind: 'found', path: told } : none(`${told} cannot be run`);
  const paths = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => commands.map((command) => join(folder, command)));
  const path = paths.find((each) => isExecutable(each) && !isSnap(each));
  return path === undefined ? none(`no ${name} is installed`) : { kind: 'found', path };
}

export function none(why: string): FoundBrowser {
  return { kind: 'none', why };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
