import type { OwnDecision } from '../../core/facts/own-decisions.ts';
import type { Medium } from '../../core/medium.ts';
import type { Platform } from '../../core/platform.ts';
import type { Reading } from '../../core/reading.ts';
import type { FreshMacPermissions } from './fresh-mac-permissions.ts';

/**
 * The one seam to the outside. Everything that reads a computer reads it through a `Machine`: the real one, or a
 * recorded one that stands for a computer of any system on any other. Nothing here writes.
 */
export interface Machine {
  readonly platform: Platform;
  /** What the kernel calls its release, e.g. `10.0.19045`. */
  readonly release: string;
  readonly arch: Reading<string>;
  readonly home: Reading<string>;
  readonly locale: Reading<string>;
  readonly user: Reading<User>;
  readonly hostName: Reading<string>;
  /** Path of the program that this tool runs in. */
  readonly ownProgram: Reading<string>;
  readonly env: Environment;
  readonly files: Files;
  readonly registry: Registry;
  readonly native: Native;
  /**
   * Runs a program without a shell and waits for it. `absent`: there is no such program. An exit status other than 0
   * is a value: only the caller knows what it means. Over the time limit the program is killed.
   */
  run(command: readonly [string, ...string[]], limit: RunLimit): Promise<Reading<CommandOutput>>;
  /** The running programs, as far as this user may see them. */
  processes(): Promise<Reading<readonly Process[]>>;
  /**
   * The devices of a setup class that are connected now; `unreadable` where Windows could not be asked, and on other
   * systems. The class by its GUID in braces.
   */
  presentDevices(setupClass: string): Reading<readonly PresentDevice[]>;
  /** What earlier capture tests saw, in the facts’ own form; not yet checked against its schema. */
  captureTests(): Promise<Reading<unknown>>;
}

export interface User {
  readonly name: string;
  readonly uid: number;
  /** Ids of all groups of this process, its own included. */
  readonly groups: readonly number[];
}

export interface Environment {
  /** `absent`: not set, or empty, which every program treats alike. */
  get(name: string): Reading<string>;
}

/**
 * The file system. A path may begin with `~/` for the home folder, and facts are written with it, so that no fact
 * carries a person’s name. Every method answers `absent` for what is not there and `unreadable` for what it may not see.
 */
export interface Files {
  /** The whole file. Larger than `limit` bytes is `unreadable`, and so is a folder or a device. */
  read(path: string, limit: number): Promise<Reading<Uint8Array>>;
  /** Names of the entries of a folder, sorted. */
  list(path: string): Promise<Reading<readonly string[]>>;
  /** What a path leads to, links followed. */
  status(path: string): Promise<Reading<FileStatus>>;
  /** The path with every link resolved. */
  realPath(path: string): Promise<Reading<string>>;
  /** Where each link in a folder points, by its name: one call for a folder such as `/proc/1/fd` with its hundreds. */
  linkTargets(path: string): Promise<Reading<ReadonlyMap<string, string>>>;
  /** The path with the home folder written as `~`. */
  abbreviate(path: string): string;
}

export interface FileStatus {
  readonly type: 'file' | 'folder' | 'char' | 'other';
  readonly size: number;
  readonly modifiedAt: Date;
  /** Permission bits, e.g. 0o660; with owner and group as ids. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Whether this process may open it for reading and writing: the kernel’s own answer, which knows groups and ACLs. */
  readonly openable: Reading<boolean>;
}

/** The Windows registry. Keys and value names are case-insensitive. On other systems everything is `unreadable`. */
export interface Registry {
  /** One value of a key, e.g. `HKCU\Software\X`; the empty name is the key’s default value. */
  value(key: string, name: string): Reading<RegistryValue>;
  /** Names of the keys directly under a key. */
  subkeys(key: string): Reading<readonly string[]>;
}

export type RegistryValue =
  | { readonly type: 'REG_SZ' | 'REG_EXPAND_SZ'; readonly data: string }
  | { readonly type: 'REG_DWORD'; readonly data: number }
  | { readonly type: 'REG_QWORD'; readonly data: bigint }
  | { readonly type: 'REG_MULTI_SZ'; readonly data: readonly string[] }
  | { readonly type: 'REG_BINARY' | 'REG_NONE'; readonly data: Uint8Array }
  | { readonly type: 'other'; readonly number: number; readonly data: Uint8Array };

/** Answers that only the system’s own programming interface gives. */
export interface Native {
  /** Electron’s `systemPreferences.getMediaAccessStatus`; `absent` where there is no Electron to ask. */
  mediaAccess(medium: Medium): Reading<string>;
  /** `getAuthStatus` of node-mac-permissions. Of Full Disk Access it gives false answers, so that it is not asked. */
  macPermission(medium: Medium): Reading<string>;
  /** The same, as a process is told that is started for it and remembers nothing. */
  freshMacPermissions(): Promise<Reading<FreshMacPermissions>>;
  /** What the app answered its own page, the last for each device; `absent` where it has no window. */
  ownDecisions(): Reading<readonly OwnDecision[]>;
  /** The browser the system itself names as its default, as a browser id. */
  defaultBrowser(): Reading<string>;
}

export interface CommandOutput {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunLimit {
  readonly milliseconds: number;
  /** Output beyond this many bytes makes the reading `unreadable`. */
  readonly bytes: number;
}

export interface PresentDevice {
  /** Where it is among the devices of the registry, e.g. `USB\\VID_046D&PID_0825\\…`. */
  readonly id: string;
  /** Problem code of the Device Manager; 0 for none. */
  readonly problem: number;
}

export interface Process {
  readonly pid: number;
  readonly path: string;
  /** What it was started with, its own name first; `unreadable` where this user may not see it. */
  readonly args: Reading<readonly string[]>;
}
