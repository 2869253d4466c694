import { mapReading, type Reading, unreadable, value } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { defineProbe } from '../probe.ts';

const LIMIT = { milliseconds: 4_000, bytes: 8 * 1024 * 1024 };

/**
 * The inputs that PipeWire or PulseAudio offers, asked with `pactl`. It is asked only where a server’s socket exists:
 * the client library may otherwise start a server of its own, which opens devices.
 *
 * JSON output came with PulseAudio 16; an older `pactl` is `unreadable` here, not empty.
 *
 * @see https://www.freedesktop.org/wiki/Software/PulseAudio/Documentation/User/CLI/
 */
export const audioServer = defineProbe({
  fact: 'audioServer',
  on: ['linux'],
  speed: 'slow',
  read: async (machine) => {
    const running = await isServerRunning(machine);
    if (running.kind !== 'value') return running;
    const [info, sources] = await Promise.all([
      machine.run(['pactl', '--format=json', 'info'], LIMIT),
      machine.run(['pactl', '--format=json', 'list', 'sources'], LIMIT),
    ]);
    const { parseAudioServer } = await import('./pactl-output.ts');
    return parseAudioServer(info, sources);
  },
});

async function isServerRunning(machine: Machine): Promise<Reading<true>> {
  if (machine.env.get('PULSE_SERVER').kind === 'value') return value(true);
  const folder = runtimeFolder(machine);
  if (folder.kind !== 'value') return folder;
  const root = folder.value;
  const socket = await machine.files.status(`${root}/pulse/native`);
  if (socket.kind !== 'absent') return mapReading(socket, () => true);
  const pipewire = await machine.files.status(`${root}/pipewire-0`);
  if (pipewire.kind === 'value') {
    return unreadable(`${root}/pulse/native: PipeWire runs without its PulseAudio service, which programs talk to`);
  }
  return mapReading(pipewire, () => true);
}

/** @see https://specifications.freedesktop.org/basedir-spec/latest/ */
function runtimeFolder(machine: Machine): Reading<string> {
  const told = machine.env.get('XDG_RUNTIME_DIR');
  return told.kind === 'value' ? told : mapReading(machine.user, ({ uid }) => `/run/user/${uid}`);
}
