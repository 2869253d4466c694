import { z } from 'zod';
import type { AudioServer } from '../../../core/facts/linux.ts';
import { absent, mapReading, type Reading, thenReading, value } from '../../../core/reading.ts';
import type { CommandOutput } from '../../machine/machine.ts';
import { checked } from '../../parse/checked.ts';
import { outputOf } from '../../parse/command-output.ts';
import { parseJsonText } from '../../parse/json.ts';

/** What `pactl --format=json` printed about the server and its sources. */
export function parseAudioServer(info: Reading<CommandOutput>, sources: Reading<CommandOutput>): Reading<AudioServer> {
  return thenReading(parseOutput(info, infoSchema), (server) =>
    mapReading(parseOutput(sources, sourcesSchema), (listed) => toAudioServer(server, listed)),
  );
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
    ports: z.array(z.object({ availability: z.string().optional() })).default([]),
  }),
);

function parseOutput<S extends z.ZodType>(ran: Reading<CommandOutput>, schema: S): Reading<z.infer<S>> {
  const content = thenReading(outputOf('pactl', ran), (printed) => parseJsonText('pactl', printed));
  return thenReading(content, (parsed) => checked('pactl', schema, parsed));
}

/** Names of sources carry serial numbers of devices, so they are used here and go no further. */
function toAudioServer(info: z.infer<typeof infoSchema>, sources: z.infer<typeof sourcesSchema>): AudioServer {
  const isMonitor = ({ monitor_source, properties }: (typeof sources)[number]): boolean =>
    monitor_source !== '' || properties['device.class'] === 'monitor';
  const preferred = sources.find(({ name }) => name === info.default_source_name);
  return {
    name: info.server_name,
    defaultIs: preferred === undefined ? 'none' : isMonitor(preferred) ? 'monitor' : 'input',
    sources: sources
      .filter((source) => !isMonitor(source))
      .map(({ name, description, mute, volume, properties, ports }) => ({
        description,
        isDefault: name === info.default_source_name,
        plugged: isPlugged(ports),
        muted: mute,
        volumePercent: loudest(volume),
        alsaCard: cardNumber(properties['alsa.card']),
      })),
  };
}

/** Sockets with a switch in them say "available" or "not available"; the others, that it is unknown. */
function isPlugged(ports: readonly { availability?: string | undefined }[]): Reading<boolean> {
  if (ports.some(({ availability }) => availability === 'available')) return value(true);
  const empty = ports.length > 0 && ports.every(({ availability }) => availability === 'not available');
  return empty ? value(false) : absent;
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
