import { createRequire } from 'node:module';
import { join } from 'node:path';

type Argument = number | bigint | string | Uint8Array | null;

/** A function of Windows. What it hands back besides its result it writes into the bytes that it is given. */
type WindowsFunction = (...args: readonly Argument[]) => number;

/**
 * Each function that is called, and nothing else, as Windows declares it: a wrong parameter here does not fail but ends
 * the program. Handles are whole numbers, and structures plain bytes, so that no other type is in play.
 *
 * @see https://learn.microsoft.com/windows/win32/api/setupapi/
 * @see https://learn.microsoft.com/windows/win32/api/cfgmgr32/nf-cfgmgr32-cm_get_devnode_status
 * @see https://learn.microsoft.com/windows/win32/api/errhandlingapi/nf-errhandlingapi-getlasterror
 * @see https://learn.microsoft.com/windows/win32/api/psapi/nf-psapi-enumprocesses
 * @see https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-queryfullprocessimagenamew
 */
const DECLARATIONS = {
  'setupapi.dll': {
    SetupDiGetClassDevsW:
      'intptr_t SetupDiGetClassDevsW(void *guid, str16 enumerator, intptr_t parent, uint32_t flags)',
    SetupDiEnumDeviceInfo: 'int32_t SetupDiEnumDeviceInfo(intptr_t set, uint32_t index, void *data)',
    SetupDiGetDeviceInstanceIdW:
      'int32_t SetupDiGetDeviceInstanceIdW(intptr_t set, void *data, void *id, uint32_t characters, void *needed)',
    SetupDiDestroyDeviceInfoList: 'int32_t SetupDiDestroyDeviceInfoList(intptr_t set)',
  },
  'cfgmgr32.dll': {
    CM_Get_DevNode_Status:
      'uint32_t CM_Get_DevNode_Status(void *status, void *problem, uint32_t instance, uint32_t flags)',
  },
  'kernel32.dll': {
    GetLastError: 'uint32_t GetLastError()',
    K32EnumProcesses: 'int32_t K32EnumProcesses(void *ids, uint32_t bytes, void *needed)',
    OpenProcess: 'intptr_t OpenProcess(uint32_t access, int32_t inherit, uint32_t id)',
    QueryFullProcessImageNameW:
      'int32_t QueryFullProcessImageNameW(intptr_t process, uint32_t flags, void *name, void *characters)',
    CloseHandle: 'int32_t CloseHandle(intptr_t handle)',
  },
} as const;

type Declarations = typeof DECLARATIONS;
type FunctionName = { [L in keyof Declarations]: keyof Declarations[L] }[keyof Declarations];

export type WindowsFunctions = { readonly [N in FunctionName]: WindowsFunction };

export type LoadedFunctions =
  | { readonly kind: 'loaded'; readonly functions: WindowsFunctions }
  | { readonly kind: 'failed'; readonly why: string };

/** What is used of koffi, which calls functions of the system by their declarations. */
interface Koffi {
  load(path: string): { func(declaration: string): (...args: readonly Argument[]) => unknown };
}

/**
 * Loads koffi and binds the functions. It fails where the package was left out, where it has no program for this
 * processor, or where security software does not let it load. Of koffi only the programs for Windows are used, which are
 * packages of their own: its wrapper looks for one in many places and does nothing else. Called on Windows only.
 *
 * @see https://koffi.dev/
 */
export function loadWindowsFunctions(load: () => unknown = requireKoffi): LoadedFunctions {
  try {
    const koffi = load();
    if (!isKoffi(koffi)) return { kind: 'failed', why: 'koffi lacks a function that it should have' };
    return { kind: 'loaded', functions: bind(koffi) };
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { kind: 'failed', why: `koffi did not load: ${first}` };
  }
}

// At run time and by name, so that no bundle takes it in and no other system loads it.
function requireKoffi(): unknown {
  return createRequire(import.meta.url)(`@koromix/koffi-win32-${process.arch}`);
}

function isKoffi(loaded: unknown): loaded is Koffi {
  return typeof loaded === 'object' && loaded !== null && typeof Reflect.get(loaded, 'load') === 'function';
}

function bind(koffi: Koffi): WindowsFunctions {
  // By their full path: a library of that name in the folder that somebody works in is not Windows’.
  const system = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32');
  const bound = Object.entries(DECLARATIONS).flatMap(([library, functions]) => {
    const loaded = koffi.load(join(system, library));
    return Object.entries(functions).map(([name, text]) => [name, counting(name, loaded.func(text))] as const);
  });
  const all: object = Object.fromEntries(bound);
  if (!hasAll(all)) throw new TypeError('Every declared function was bound above');
  return all;
}

/** Every one of them gives a number back, and none of those is larger than a number holds. */
function counting(name: string, call: (...args: readonly Argument[]) => unknown): WindowsFunction {
  return (...args) => {
    const result = call(...args);
    if (typeof result !== 'number') throw new TypeError(`${name} gave back no number`);
    return result;
  };
}

function hasAll(all: object): all is WindowsFunctions {
  return Object.values(DECLARATIONS).every((functions) => Object.keys(functions).every((name) => name in all));
}
