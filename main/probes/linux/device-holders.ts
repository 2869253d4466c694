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
    const microphone = (await Promise.all(inputs.map((input) => readMicrophoneHolder(machine, input)))).flat();
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
  const maps = valueOr(await readText(machine, `/proc/${pid}/maps`, MAPS_LIMIT), '');
  const mapped = new Set(maps.split('\n').map((line) => line.slice(line.lastIndexOf(' ') + 1)));
  const own = isOwn(machine, program);
  return [...nodes].map((node) => ({ node, own, pid, program, streaming: mapped.has(node) }));
}

async function readMicrophoneHolder(machine: Machine, input: AlsaInput): Promise<DeviceHolder[]> {
  const pid = await readStreamOwner(machine, input);
  if (pid === null) return [];
  const program = await readProgram(machine, pid);
  return [{ node: input.node, own: isOwn(machine, program), pid, program, streaming: true }];
}

function isOwn({ ownProgram, files }: Machine, program: string): boolean {
  return ownProgram.kind === 'value' && files.abbreviate(ownProgram.value) === program;
}

async function readProgram(machine: Machine, pid: number): Promise<string> {
  const links = await machine.files.linkTargets(`/proc/${pid}`);
  const path = valueOr(links, new Map<string, string>()).get('exe');
  if (path !== undefined) return path.replace(/ \(deleted\)$/, '');
  return valueOr(await readText(machine, `/proc/${pid}/comm`), `process ${pid}`);
}

/** Who has the stream of an input running, as the kernel tells it; null while it is closed. */
async function readStreamOwner(machine: Machine, { card, device }: AlsaInput): Promise<number | null> {
  const path = `/proc/asound/card${card}/pcm${device}c/sub0/status`;
  const status = valueOr(await readText(machine, path), '');
  if (!/^state: (RUNNING|DRAINING|PAUSED)$/m.test(status)) return null;
  const owner = /^owner_pid\s*:\s*(\d+)$/m.exec(status)?.[1];
  return owner === undefined || owner === '0' ? null : Number(owner);
}
