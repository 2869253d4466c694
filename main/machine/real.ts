import { arch, homedir, hostname, release, userInfo } from 'node:os';
import { PLATFORMS, type Platform } from '../../core/platform.ts';
import { absent, mapReading, type Reading, unreadable, value } from '../../core/reading.ts';
import { macNative } from './mac-native.ts';
import type { Environment, Machine, Native, Process, Registry, User } from './machine.ts';
import { realFiles } from './real-files.ts';
import { runCommand } from './run-command.ts';
import { listPresentDevices } from './windows-devices.ts';
import { type LoadedFunctions, loadWindowsFunctions, type WindowsFunctions } from './windows-functions.ts';
import { asThePerson } from './windows-person.ts';
import { listWindowsProcesses } from './windows-processes.ts';
import { windowsRegistry } from './windows-registry.ts';

/** What only the app can tell of the computer; the terminal leaves it out. */
interface HostPart {
  readonly native?: Native;
  readonly captureTests?: Machine['captureTests'];
}

const ONLY_IN_THE_APP = unreadable('the system: only the app can ask it');

const ONLY_ON_MACOS = unreadable('the system: only macOS answers this');

const NO_NATIVE: Native = {
  mediaAccess: () => absent,
  macPermission: () => ONLY_ON_MACOS,
  freshMacPermissions: async () => ONLY_ON_MACOS,
  ownDecisions: () => absent,
  defaultBrowser: () => ONLY_IN_THE_APP,
};

const ONLY_ON_WINDOWS = unreadable('the registry: only Windows has one');

const NO_REGISTRY: Registry = { value: () => ONLY_ON_WINDOWS, subkeys: () => ONLY_ON_WINDOWS };

/** The computer this runs on; null for a system that the tool knows nothing about. */
export function realMachine({ native, captureTests = async () => absent }: HostPart = {}): Machine | null {
  const platform = knownPlatform(process.platform);
  if (platform === null) return null;
  const home = attempt('the home folder', homedir);
  const files = realFiles(home, platform);
  const windows = inWindows();
  const machine: Machine = {
    platform,
    release: release(),
    arch: value(arch()),
    home,
    locale: attempt('the language', () => new Intl.DateTimeFormat().resolvedOptions().locale),
    user: attempt('the user', currentUser),
    hostName: attempt('the name of the computer', hostname),
    ownProgram: value(process.execPath),
    env: realEnvironment,
    files,
    registry: platform === 'win32' ? windowsRegistry() : NO_REGISTRY,
    native: native ?? (platform === 'darwin' ? macNative() : NO_NATIVE),
    run: runCommand,
    processes: async () => (platform === 'win32' ? windows(listWindowsProcesses) : await listProcesses(files)),
    presentDevices: (setupClass) =>
      platform === 'win32'
        ? windows((functions) => listPresentDevices(functions, setupClass))
        : unreadable('the Plug and Play manager: only Windows has one'),
    captureTests,
  };
  return platform === 'win32' ? asThePerson(machine) : machine;
}

/** Asks the functions of Windows, which are loaded on first use. */
function inWindows(load: () => LoadedFunctions = loadWindowsFunctions) {
  let loaded: LoadedFunctions | undefined;
  return <T>(ask: (functions: WindowsFunctions) => Reading<T>): Reading<T> => {
    loaded ??= load();
    return loaded.kind === 'loaded' ? ask(loaded.functions) : unreadable(loaded.why);
  };
}

function knownPlatform(name: string): Platform | null {
  return PLATFORMS.find((platform) => platform === name) ?? null;
}

function attempt<T>(what: string, read: () => T): Reading<T> {
  try {
    return value(read());
  } catch (error) {
    return unreadable(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function currentUser(): User {
  const { username, uid } = userInfo();
  return { name: username, uid, groups: process.getgroups?.() ?? [] };
}

const realEnvironment: Environment = {
  get: (name) => {
    const text = process.env[name];
    return text === undefined || text === '' ? absent : value(text);
  },
};

const COMMAND_LINE_LIMIT = 1024 * 1024;

/** @see https://man7.org/linux/man-pages/man5/proc_pid_cmdline.5.html */
function splitArguments(commandLine: Uint8Array): readonly string[] {
  return new TextDecoder().decode(commandLine).split('\0').filter(Boolean);
}

/** On Linux from `/proc`; a program whose path this user may not see is left out. */
async function listProcesses(files: Machine['files']): Promise<Reading<readonly Process[]>> {
  const entries = await files.list('/proc');
  if (entries.kind !== 'value') return unreadable('the running programs: they cannot be listed on this system');
  const pids = entries.value.filter((name) => /^\d+$/.test(name)).map(Number);
  const processes = await Promise.all(
    pids.map(async (pid) => {
      const path = await files.realPath(`/proc/${pid}/exe`);
      if (path.kind !== 'value') return [];
      const args = mapReading(await files.read(`/proc/${pid}/cmdline`, COMMAND_LINE_LIMIT), splitArguments);
      return [{ pid, path: path.value, args }];
    }),
  );
  return value(processes.flat());
}
