import type { MacAudioInput, MacTransport } from '../../../core/facts/macos.ts';
import { absent, type Reading, thenReading, unreadable, value } from '../../../core/reading.ts';
import { checked } from '../../parse/checked.ts';
import { defineProbe } from '../probe.ts';
import { AUDIO_COMMAND, runProfiler } from './profiler.ts';
import type { AudioDevice } from './profiler-schema.ts';

/** Its names are in the language of the system, so that nothing is judged by them. */
export const macAudioInputs = defineProbe({
  fact: 'macAudioInputs',
  on: ['darwin'],
  speed: 'slow',
  read: async (machine) => {
    const json = await runProfiler(machine, AUDIO_COMMAND);
    const { audioLevelSchema, audioSchema } = await import('./profiler-schema.ts');
    return thenReading(json, (content) =>
      thenReading(checked('system_profiler', audioSchema, content), ({ SPAudioDataType: items }) =>
        thenReading(leavesOf(items, audioLevelSchema), toInputs),
      ),
    );
  },
});

const DEEPEST = 8;
const MOST_IN_A_LEVEL = 1000;

/** Older releases nest the devices one level more, so the leaves of the tree count. */
function leavesOf(
  items: readonly unknown[],
  audioLevelSchema: typeof import('./profiler-schema.ts').audioLevelSchema,
): Reading<readonly AudioDevice[]> {
  const leaves: AudioDevice[] = [];
  let level = items;
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return unreadable('system_profiler: it nests sound devices deeper than is known');
    if (level.length > MOST_IN_A_LEVEL)
      return unreadable('system_profiler: it lists more sound devices than any Mac has');
    const nodes = checked('system_profiler', audioLevelSchema, level);
    if (nodes.kind !== 'value') return nodes;
    leaves.push(...nodes.value.filter(({ _items }) => _items === undefined));
    level = nodes.value.flatMap(({ _items = [] }) => _items);
  }
  return value(leaves);
}

/** A Mac without a microphone still has something that sounds, and says so of all that it lists. */
function toInputs(devices: readonly AudioDevice[]): Reading<MacAudioInput[]> {
  const inputs = devices.filter(({ coreaudio_device_input: channels = 0 }) => channels > 0);
  const isDescribed = (device: AudioDevice): boolean =>
    device.coreaudio_device_input !== undefined || device.coreaudio_device_output !== undefined;
  if (inputs.length === 0 && !(devices.length > 0 && devices.every(isDescribed)))
    return unreadable('system_profiler: it describes a sound device in no known form');
  return value(inputs.map(toInput));
}

const TRANSPORTS: Readonly<Record<string, MacTransport>> = {
  builtin: 'builtin',
  usb: 'usb',
  bluetooth: 'bluetooth',
  virtual: 'virtual',
  aggregate: 'virtual',
  continuity_capture: 'continuity',
  displayport: 'displayport',
  hdmi: 'hdmi',
  airplay: 'airplay',
  avb: 'avb',
  firewire: 'firewire',
  thunderbolt: 'thunderbolt',
  pci: 'pci',
};

/** What these are called people have chosen, and their own name is often in it; of programs, sets of devices are such. */
const NAMED_BY_PEOPLE: ReadonlySet<MacTransport> = new Set([
  'bluetooth',
  'virtual',
  'continuity',
  'airplay',
  'avb',
  'unknown',
]);

function toInput(device: AudioDevice): MacAudioInput {
  const type = device.coreaudio_device_transport?.replace(/^coreaudio_device_type_/, '') ?? '';
  const transport = Object.hasOwn(TRANSPORTS, type) ? (TRANSPORTS[type] ?? 'unknown') : 'unknown';
  const rate = device.coreaudio_device_srate;
  return {
    name: NAMED_BY_PEOPLE.has(transport) ? '' : (device._name ?? ''),
    transport,
    isDefault: device.coreaudio_default_audio_input_device === 'spaudio_yes',
    sampleRate: rate === undefined ? absent : value(rate),
  };
}
