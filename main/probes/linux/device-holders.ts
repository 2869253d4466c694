import type { AlsaInput, DeviceHolder } from '../../../core/facts/linux.ts';
import { unreadable, value, valueOr } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { defineProbe } from '../probe.ts';
import { readText } from '../read-text.ts';

const MAPS_LIMIT = 16 * 1024 * 1024;

/**
 * Who has a camera node open, from `/proc/PID/fd`, and who has a microphone’s stream running, from ALSA. Programs of
 * other users hide their open files; how many did is told, so that "nobody" is not read out of "nobody I can see".
 */
export const linuxDeviceHolders = defineProbe({
  fact: 'deviceHolders',
  on: ['linux'],
  speed: 'fast',
  after: ['cameraNodes', 'alsaInputs'],
  read: async (machine, { known }) => {
    const inputs = valueOr(known.alsaInputs, []);
    const microphone = (await Promise.all(inputs.map((input) => readMicrophoneHolders(machine, input)))).flat();
    if (known.cameraNodes?.kind === 'value' && known.cameraNodes.value.length === 0) {
      return value({ camera: [], microphone, hiddenProcesses: 0 });
    }
    const entries = await machine.files.list('/proc');
    if (entries.kind !== 'value') return unreadable('/proc: the running programs cannot be listed');
    const camera: DeviceHolder[] = [];
    let hiddenProcesses = 0;
    for (const pid of entries.value.filter((name) => /^\d+$/.test(name)).map(Number)) {
      const open = await machine.files.linkTargets(`/proc/${pid}/fd`);
      if (open.kind === 'unreadable') hiddenProcesses += 1;
      if (open.kind !== 'value') continue;
      const nodes = new Set([...open.value.values()].filter((target) => /^\/dev\/video\d+$/.test(target)));
      if (nodes.size > 0) camera.push(...(await readCameraHolders(machine, pid, nodes)));
    }
    return value({ camera, microphone, hiddenProcesses });
  },
});

/** A program that streams has the driver’s buffers mapped, and the kernel lists the mapping under the node’s name. */
async function readCameraHolders(machine: Machine, pid: number, nodes: ReadonlySet<string>): Promise<DeviceHolder[]> {
  const program = await readProgram(machine, pid);
  if (program === null) return [];
  const maps = valueOr(await readText(machine, `/proc/${pid}/maps`, MAPS_LIMIT), '');
  const mapped = new Set(maps.split('\n').map((line) => line.slice(line.lastIndexOf(' ') + 1)));
  return [...nodes].map((node) => ({ node, pid, ...program, streaming: mapped.has(node) }));
}

/** ALSA tells the thread that opened a stream, which may have ended since: then nobody can be named, and nobody is. */
async function readMicrophoneHolders(machine: Machine, { card, device, node }: AlsaInput): Promise<DeviceHolder[]> {
  const folder = `/proc/asound/card${card}/pcm${device}c`;
  const streams = valueOr(await machine.files.list(folder), []).filter((name) => /^sub\d+$/.test(name));
  const holders = await Promise.all(
    streams.map(async (stream) => {
      const thread = await readStreamOwner(machine, `${folder}/${stream}/status`);
      const pid = thread === null ? null : await readProcessOf(machine, thread);
      const program = pid === null ? null : await readProgram(machine, pid);
      return pid === null || program === null ? [] : [{ node, pid, ...program, streaming: true }];
    }),
  );
  return holders.flat();
}

/** Who has a stream running; null while it is closed, merely open, or held from another process namespace. */
async function readStreamOwner(machine: Machine, path: string): Promise<number | null> {
  const status = valueOr(await readText(machine, path), '');
  if (!/^state: (RUNNING|DRAINING|PAUSED)$/m.test(status)) return null;
  const owner = /^owner_pid\s*:\s*(\d+)$/m.exec(status)?.[1];
  return owner === undefined || owner === '0' ? null : Number(owner);
}

/** The process that a thread belongs to. */
async function readProcessOf(machine: Machine, thread: number): Promise<number | null> {
  const status = valueOr(await readText(machine, `/proc/${thread}/status`), '');
  const group = /^Tgid:\s*(\d+)$/m.exec(status)?.[1];
  return group === undefined ? null : Number(group);
}

/** The program’s name, without a path that could tell whose it is; null where the process cannot be looked at. */
async function readProgram(machine: Machine, pid: number): Promise<{ program: string; own: boolean } | null> {
  const links = await machine.files.linkTargets(`/proc/${pid}`);
  const path = valueOr(links, new Map<string, string>())
    .get('exe')
    ?.replace(/ \(deleted\)$/, '');
  if (path === undefined) return null;
  const { ownProgram, files } = machine;
  const own = ownProgram.kind === 'value' && files.abbreviate(ownProgram.value) === path;
  return { program: path.slice(path.lastIndexOf('/') + 1), own };
}
