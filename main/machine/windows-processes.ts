import { type Reading, unreadable, value } from '../../core/reading.ts';
import type { Process } from './machine.ts';
import type { WindowsFunctions } from './windows-functions.ts';

/** PROCESS_QUERY_LIMITED_INFORMATION: what Windows grants for programs of the same user, however they were started. */
const ACCESS = 0x1000;

/** The longest path that Windows has. */
const PATH_CHARACTERS = 32_768;

const MOST_PROCESSES = 65_536;

const ARGS_UNTOLD: Reading<never> = unreadable('what a program was started with: Windows does not tell it');

/** The running programs; one whose path this user may not see is left out. */
export function listWindowsProcesses(functions: WindowsFunctions): Reading<readonly Process[]> {
  const ids = listIds(functions);
  if (ids === null) return unreadable('the running programs: Windows does not list them');
  const name = Buffer.alloc(2 * PATH_CHARACTERS);
  return value(
    ids.flatMap((pid) => {
      const path = readPath(functions, pid, name);
      return path === null ? [] : [{ pid, path, args: ARGS_UNTOLD }];
    }),
  );
}

/** Windows does not say how many there are, only how much it wrote: as much as there was room for may not be all. */
function listIds(functions: WindowsFunctions): readonly number[] | null {
  const written = Buffer.alloc(4);
  for (let room = 1_024; room <= MOST_PROCESSES; room *= 4) {
    const ids = Buffer.alloc(4 * room);
    if (functions.K32EnumProcesses(ids, ids.length, written) === 0) return null;
    const count = written.readUInt32LE() / 4;
    if (count < room) return Array.from({ length: count }, (_, place) => ids.readUInt32LE(4 * place));
  }
  return null;
}

function readPath(functions: WindowsFunctions, pid: number, name: Buffer): string | null {
  const handle = functions.OpenProcess(ACCESS, 0, pid);
  if (handle === 0) return null;
  try {
    const characters = Buffer.alloc(4);
    characters.writeUInt32LE(PATH_CHARACTERS);
    if (functions.QueryFullProcessImageNameW(handle, 0, name, characters) === 0) return null;
    return name.toString('utf16le', 0, 2 * characters.readUInt32LE());
  } finally {
    functions.CloseHandle(handle);
  }
}
