import { createRequire } from 'node:module';

/**
 * What is used of the package native-reg: the registry’s own functions in this process. Its prebuilt programs are in the
 * package, so nothing is compiled or fetched.
 *
 * @see https://github.com/simonbuchan/native-reg
 */
export interface RegistryAddon {
  /** Null where there is no such key; every other failure is thrown, with the system’s number as `errno`. */
  openKey(root: number, path: string, access: number): object | null;
  enumKeyNames(key: object): string[];
  /** The bytes as stored, with the number of their type; null where there is no such value. */
  queryValueRaw(key: object, name: string): (Uint8Array & { readonly type: number }) | null;
  closeKey(key: object): void;
}

export type LoadedAddon =
  | { readonly kind: 'loaded'; readonly addon: RegistryAddon }
  | { readonly kind: 'failed'; readonly why: string };

/**
 * Loads native-reg. It fails where the package was left out, where it has no program for this processor, or where
 * security software does not let it load. To be called on Windows only: elsewhere it loads and then fails when used.
 */
export function loadRegistryAddon(load: () => unknown = requireAddon): LoadedAddon {
  try {
    const loaded = load();
    if (isAddon(loaded)) return { kind: 'loaded', addon: loaded };
    return { kind: 'failed', why: 'native-reg lacks a function that it should have' };
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { kind: 'failed', why: `native-reg did not load: ${first}` };
  }
}

// At run time and by name, so that no bundle takes it in and no other system loads it.
function requireAddon(): unknown {
  // It would name another program to load, into an app that is sealed against just that.
  delete process.env['NATIVE_REG_PREBUILD'];
  return createRequire(import.meta.url)('native-reg');
}

const FUNCTIONS = ['openKey', 'enumKeyNames', 'queryValueRaw', 'closeKey'] as const satisfies (keyof RegistryAddon)[];

function isAddon(loaded: unknown): loaded is RegistryAddon {
  if (typeof loaded !== 'object' || loaded === null) return false;
  return FUNCTIONS.every((name) => typeof Reflect.get(loaded, name) === 'function');
}
