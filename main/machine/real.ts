import { arch, homedir, hostname, release, userInfo } from 'node:os';
import { PLATFORMS, type Platform } from '../../core/platform.ts';
import { absent, type Reading, unreadable, value } from '../../core/reading.ts';
import type { Environment, Machine, Process, User } from './machine.ts';
import { realFiles } from './real-files.ts';
import { runCommand } from './run-command.ts';

/** The computer this runs on; null for a system that the tool knows nothing about. */
export function realMachine(): Machine | null {
  const platform = knownPlatform(process.platform);
  if (platform === null) return null;
  const home = attempt('the home folder', homedir);
  const files = realFiles(home);
  return {
    platform,
    release: release(),
    arch: value(arch()),
    home,
    locale: attempt('the language', () => new Intl.DateTimeFormat().resolvedOptions().locale),
    user: attempt('the user', currentUser),
    hostName: attempt('the name of the computer', hostname),
    env: realEnvironment,
    files,
    registry: {
      value: () => unreadable('the registry: this version cannot read it'),
      subkeys: () => unreadable('the registry: this version cannot read it'),
    },
    native: {
      mediaAccess: () => unreadable('the system: asked only from within the app'),
      macPermission: () => unreadable('the system: asked only from within the app'),
      defaultBrowser: () => absent,
    },
    run: runCommand,
    processes: () => listProcesses(files),
    captures: async () => absent,
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

/** On Linux from `/proc`; a program whose path this user may not see is left out. */
async function listProcesses(files: Machine['files']): Promise<Reading<readonly Process[]>> {
  const entries = await files.list('/proc');
  if (entries.kind !== 'value') return unreadable('the running programs: they cannot be listed on this system');
  const pids = entries.value.filter((name) => /^\d+$/.test(name)).map(Number);
  const processes = await Promise.all(
    pids.map(async (pid) => {
      const path = await files.realPath(`/proc/${pid}/exe`);
      return path.kind === 'value' ? [{ pid, path: path.value }] : [];
    }),
  );
  return value(processes.flat());
}
