import { z } from 'zod';
import type { AudioServer } from '../../../core/facts/linux.ts';
import { absent, mapReading, type Reading, thenReading, unreadable, value } from '../../../core/reading.ts';
import { describeIssue } from '../../../core/schema-issue.ts';
import { parseJson } from '../../machine/json.ts';
import type { CommandOutput, Machine } from '../../machine/machine.ts';
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
    const server = parseOutput(info, infoSchema);
    return thenReading(server, (known) =>
      mapReading(parseOutput(sources, sourcesSchema), (listed) => toAudioServer(known, listed)),
    );
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

const infoSchema = z.object({ server_name: z.string(), default_source_name: z.string().optional() });

const sourcesSchema = z.array(
  z.object({
    name: z.string(),
    description: z.string().default(''),
    mute: z.boolean(),
    volume: z.record(z.string(), z.object({ value_percent: z.string() })).optional(),
    monitor_source: z.string().default(''),
    properties: z.record(z.string(), z.unknown()).default({}),
  }),
);

function parseOutput<S extends z.ZodType>(output: Reading<CommandOutput>, schema: S): Reading<z.infer<S>> {
  if (output.kind === 'absent') return unreadable('pactl: it is not installed, so the sound server cannot be asked');
  if (output.kind === 'unreadable') return output;
  const { code, stdout, stderr } = output.value;
  if (code !== 0) return unreadable(`pactl: it failed with ${code} (${firstLine(stderr)})`);
  const content = parseJson('pactl', new TextEncoder().encode(stdout));
  return thenReading(content, (parsed) => {
    const checked = schema.safeParse(parsed);
    return checked.success ? value(checked.data) : unreadable(`pactl: ${describeIssue(checked.error)}`);
  });
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.slice(0, 200) ?? '';
}

/** Names of sources carry serial numbers of devices, so they are used here and go no further. */
function toAudioServer(info: z.infer<typeof infoSchema>, sources: z.infer<typeof sourcesSchema>): AudioServer {
  const inputs = sources.filter(
    ({ monitor_source, properties }) => monitor_source === '' && properties['device.class'] !== 'monitor',
  );
  return {
    name: info.server_name,
    sources: inputs.map(({ name, description, mute, volume, properties }) => ({
      description,
      isDefault: name === info.default_source_name,
      muted: mute,
      volumePercent: loudest(volume),
      alsaCard: cardNumber(properties['alsa.card']),
    })),
  };
}

function loudest(volume: Readonly<Record<string, { value_percent: string }>> | undefined): Reading<number> {
  const percents = Object.values(volume ?? {}).map(({ value_percent }) => Number.parseInt(value_percent, 10));
  const known = percents.filter((percent) => !Number.isNaN(percent));
  return known.length === 0 ? absent : value(Math.max(...known));
}

function cardNumber(card: unknown): Reading<number> {
  const text = typeof card === 'number' ? String(card) : card;
  return typeof text === 'string' && /^\d+$/.test(text) ? value(Number(text)) : absent;
}
