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
  }),
);

function parseOutput<S extends z.ZodType>(ran: Reading<CommandOutput>, schema: S): Reading<z.infer<S>> {
  const content = thenReading(outputOf('pactl', ran), (printed) => parseJsonText('pactl', printed));
  return thenReading(content, (parsed) => checked('pactl', schema, parsed));
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
