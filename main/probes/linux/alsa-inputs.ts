import type { AlsaInput } from '../../../core/facts/linux.ts';
import { type Reading, unreadable, value } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { defineProbe } from '../probe.ts';
import { readText } from '../read-text.ts';
import { readNodeAccess } from './node-access.ts';

const SOUND = '/proc/asound';

/** The inputs of every sound card, from `/proc/asound/pcm`: one line a device, `capture N` where it has an input. */
export const alsaInputs = defineProbe({
  fact: 'alsaInputs',
  on: ['linux'],
  speed: 'fast',
  read: async (machine) => {
    const listed = await readText(machine, `${SOUND}/pcm`);
    if (listed.kind === 'absent') return noSound(machine);
    if (listed.kind === 'unreadable') return listed;
    const inputs = listed.value.split('\n').flatMap(parseLine);
    return value(
      await Promise.all(inputs.map(async (input) => ({ ...input, access: await readNodeAccess(machine, input.node) }))),
    );
  },
});

/** No sound driver is loaded, so there is no card; without `/proc` nobody knows. */
async function noSound(machine: Machine): Promise<Reading<AlsaInput[]>> {
  const proc = await machine.files.list('/proc');
  if (proc.kind === 'value') return value([]);
  return unreadable('/proc: it is not there, so sound cards cannot be listed');
}

/** `00-00: ALC257 Analog : ALC257 Analog : playback 1 : capture 1` */
function parseLine(line: string): readonly Omit<AlsaInput, 'access'>[] {
  const match = /^(\d+)-(\d+): (.*)$/.exec(line);
  const [, card = '', device = '', rest = ''] = match ?? [];
  const [id = '', ...fields] = rest.split(' : ').map((field) => field.trim());
  if (match === null || !fields.some((field) => /^capture \d+$/.test(field))) return [];
  const node = `/dev/snd/pcmC${Number(card)}D${Number(device)}c`;
  return [{ card: Number(card), device: Number(device), name: fields[0] || id, node }];
}
