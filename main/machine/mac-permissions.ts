import { createRequire } from 'node:module';
import type { Medium } from '../../core/medium.ts';
import { type Reading, unreadable, value } from '../../core/reading.ts';

/**
 * What is used of the package node-mac-permissions 2.5.0: the status of a device, which asks nobody, and asking for it.
 * Its own types promise other results than it gives, so that these are all that is believed.
 *
 * `getAuthStatus` answers `authorized`, `denied`, `restricted` or `not determined`. The two that ask show the system’s
 * question where nobody has answered yet; after a refusal they open the settings instead, and they wait for ever for
 * somebody who does not answer.
 *
 * @see https://github.com/codebytere/node-mac-permissions
 */
export interface PermissionsAddon {
  getAuthStatus(kind: Medium): unknown;
  askForCameraAccess(): unknown;
  askForMicrophoneAccess(): unknown;
}

export type LoadedPermissions =
  | { readonly kind: 'loaded'; readonly addon: PermissionsAddon }
  | { readonly kind: 'failed'; readonly why: string };

/**
 * Loads the package. It fails where npm left it out or did not compile it, and where it was compiled for another
 * processor. To be called on macOS only: elsewhere there is none.
 */
export function loadPermissionsAddon(load: () => unknown = requireAddon): LoadedPermissions {
  try {
    const loaded = load();
    if (isAddon(loaded)) return { kind: 'loaded', addon: loaded };
    return { kind: 'failed', why: 'node-mac-permissions lacks a function that it should have' };
  } catch (error) {
    return { kind: 'failed', why: `node-mac-permissions did not load: ${firstLine(error)}` };
  }
}

// At run time and by name, so that no bundle takes it in and no other system loads it.
function requireAddon(): unknown {
  // It would name another folder with a program to load, into an app that is sealed against just that.
  delete process.env['NODE_BINDINGS_COMPILED_DIR'];
  return createRequire(import.meta.url)('node-mac-permissions');
}

const FUNCTIONS = [
  'getAuthStatus',
  'askForCameraAccess',
  'askForMicrophoneAccess',
] as const satisfies (keyof PermissionsAddon)[];

function isAddon(loaded: unknown): loaded is PermissionsAddon {
  if (typeof loaded !== 'object' || loaded === null) return false;
  return FUNCTIONS.every((name) => typeof Reflect.get(loaded, name) === 'function');
}

/** The status of a device as the package tells it, and asking for it; loaded when it is first wanted. */
export interface MacPermissions {
  readonly status: (medium: Medium) => Reading<string>;
  /** Shows the system’s question and waits for the answer. Only for somebody who has just pressed a button for it. */
  readonly ask: (medium: Medium) => Promise<Reading<string>>;
}

export function macPermissions(load: () => LoadedPermissions = loadPermissionsAddon): MacPermissions {
  let loaded: LoadedPermissions | undefined;
  const open = (): LoadedPermissions => {
    loaded ??= load();
    return loaded;
  };
  const status = (medium: Medium): Reading<string> => {
    const { addon, why } = addonOf(open());
    if (addon === null) return unreadable(why);
    try {
      return textOf(addon.getAuthStatus(medium));
    } catch (error) {
      return unreadable(`node-mac-permissions: ${firstLine(error)}`);
    }
  };
  return {
    status,
    ask: async (medium) => {
      const { addon, why } = addonOf(open());
      if (addon === null) return unreadable(why);
      // Asked after a refusal it would open the settings by itself.
      const now = status(medium);
      if (now.kind !== 'value' || now.value !== 'not determined') return now;
      try {
        return textOf(await (medium === 'camera' ? addon.askForCameraAccess() : addon.askForMicrophoneAccess()));
      } catch (error) {
        return unreadable(`node-mac-permissions: ${firstLine(error)}`);
      }
    },
  };
}

function addonOf(loaded: LoadedPermissions): { addon: PermissionsAddon | null; why: string } {
  return loaded.kind === 'loaded' ? { addon: loaded.addon, why: '' } : { addon: null, why: loaded.why };
}

function textOf(status: unknown): Reading<string> {
  return typeof status === 'string' ? value(status) : unreadable('node-mac-permissions: its answer is no text');
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
