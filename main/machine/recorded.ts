import { join } from 'node:path';
import type { z } from 'zod';
import type { Platform } from '../../core/platform.ts';
import { absent, mapReading, type Reading, thenReading, unreadable, value } from '../../core/reading.ts';
import { checked } from '../parse/checked.ts';
import { parseJson } from '../parse/json.ts';
import { type FreshMacPermissions, readFreshMessage } from './fresh-mac-permissions.ts';
import type { Files, Machine, Registry } from './machine.ts';
import { filesAsNamed } from './real-files.ts';
import { recordedFiles } from './recorded-files.ts';
import { type CommandsFile, commandsFileSchema, fileNotesSchema, machineFileSchema } from './recorded-schema.ts';
import { parseRegistryFile } from './registry-file.ts';
import { asThePerson } from './windows-person.ts';

const LIMIT = 64 * 1024 * 1024;

export type OpenedMachine =
  | { readonly kind: 'machine'; readonly machine: Machine }
  | { readonly kind: 'invalid'; readonly why: string };

/**
 * Opens a folder that stands for a computer. Every probe runs against it unchanged, on any system: that is how Windows
 * is tested on Linux, and how a problem from the field becomes a test. docs/ARCHITECTURE.md has the format. Another
 * registry may stand in for the recorded one.
 */
export async function openRecordedMachine(folder: string, registry?: Registry): Promise<OpenedMachine> {
  const disk = filesAsNamed;
  const described = await readJson(disk, folder, 'machine.json', machineFileSchema);
  const notes = await readJson(disk, folder, 'files.json', fileNotesSchema);
  const commands = await readJson(disk, folder, 'commands.json', commandsFileSchema);
  if (described.kind === 'absent') return { kind: 'invalid', why: `${join(folder, 'machine.json')}: it is not there` };
  for (const reading of [described, notes, commands]) {
    if (reading.kind === 'unreadable') return { kind: 'invalid', why: reading.why };
  }
  if (described.kind !== 'value') throw new TypeError('machine.json was checked above');

  const { platform, release, native, ...told } = described.value;
  const known = <T>(key: keyof typeof told, part: T | undefined): Reading<T> =>
    part === undefined ? unreadable(`machine.json: it does not tell ${key}`) : value(part);
  const home = known('home', told.home);
  const user = known('user', told.user);
  const env = known('env', told.env);
  const machine: Machine = {
    platform,
    release,
    arch: known('arch', told.arch),
    home,
    locale: known('locale', told.locale),
    user,
    hostName: known('hostName', told.hostName),
    env: { get: (name) => thenReading(env, (all) => variable(all, name, platform)) },
    ownProgram: known('ownProgram', told.ownProgram),
    files: recordedFiles(join(folder, 'files'), notes.kind === 'value' ? notes.value : {}, { platform, home, user }),
    registry: registry ?? lazyRegistry(await disk.read(join(folder, 'registry.reg'), LIMIT)),
    native: {
      mediaAccess: (medium) => toldNative(native?.mediaAccess?.[medium], `native.mediaAccess.${medium}`),
      macPermission: (kind) => toldNative(native?.macPermissions?.[kind], `native.macPermissions.${kind}`),
      freshMacPermissions: async () => freshlyTold(native?.freshMacPermissions),
      ownDecisions: () => (native?.ownDecisions === undefined ? absent : value(native.ownDecisions)),
      defaultBrowser: () => known('defaultBrowser', told.defaultBrowser),
    },
    run: async (command, { milliseconds }) =>
      replay(commands.kind === 'value' ? commands.value : [], command, milliseconds),
    processes: async () =>
      mapReading(known('processes', told.processes), (list) =>
        list.map(({ pid, path, args }) => ({ pid, path, args: known('processes', args) })),
      ),
    presentDevices: (setupClass) =>
      mapReading(known('presentDevices', told.presentDevices), (classes) => classes[setupClass.toLowerCase()] ?? []),
    captureTests: async () =>
      thenReading(await disk.read(join(folder, 'capture.json'), LIMIT), (bytes) => parseJson('capture.json', bytes)),
  };
  return { kind: 'machine', machine: platform === 'win32' ? asThePerson(machine) : machine };
}

/** On Windows the names of variables have no case. */
function variable(all: Readonly<Record<string, string>>, name: string, platform: Platform): Reading<string> {
  const same = (other: string): boolean =>
    platform === 'win32' ? other.toLowerCase() === name.toLowerCase() : other === name;
  const text = Object.entries(all).find(([other]) => same(other))?.[1];
  return text === undefined || text === '' ? absent : value(text);
}

function toldNative(part: string | undefined, key: string): Reading<string> {
  return part === undefined ? unreadable(`machine.json: it does not tell ${key}`) : value(part);
}

function freshlyTold(told: Readonly<Record<string, string>> | undefined): Reading<FreshMacPermissions> {
  return told === undefined
    ? unreadable('machine.json: it does not tell native.freshMacPermissions')
    : readFreshMessage(told);
}

async function readJson<S extends z.ZodType>(
  disk: Files,
  folder: string,
  name: string,
  schema: S,
): Promise<Reading<z.infer<S>>> {
  const path = join(folder, name);
  const content = thenReading(await disk.read(path, LIMIT), (bytes) => parseJson(path, bytes));
  return thenReading(content, (json) => checked(path, schema, json));
}

/** Parsed on first use: most recorded machines have none, and most probes do not ask. */
function lazyRegistry(bytes: Reading<Uint8Array>): Registry {
  let parsed: Reading<Registry> | undefined;
  const registry = (): Reading<Registry> => {
    parsed ??=
      bytes.kind === 'absent'
        ? unreadable('registry.reg: the recorded machine has none')
        : thenReading(bytes, parseRegistryFile);
    return parsed;
  };
  return {
    value: (key, name) => thenReading(registry(), (open) => open.value(key, name)),
    subkeys: (key) => thenReading(registry(), (open) => open.subkeys(key)),
  };
}

function replay(commands: CommandsFile, command: readonly string[], milliseconds: number) {
  const recorded = commands.find(
    ({ run }) => run.length === command.length && run.every((part, place) => part === command[place]),
  );
  if (recorded === undefined) return absent;
  if (recorded.hangs) return unreadable(`${command[0]}: no answer within ${milliseconds} ms`);
  const { code, stdout, stderr } = recorded;
  return value({ code, stdout, stderr });
}
