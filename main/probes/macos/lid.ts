import { absent, type Reading, thenReading, unreadable, value } from '../../../core/reading.ts';
import { outputOf } from '../../parse/command-output.ts';
import { defineProbe } from '../probe.ts';

export const LID_COMMAND = ['/usr/sbin/ioreg', '-r', '-k', 'AppleClamshellState', '-d', '4'] as const;

/** The registry of devices has the key on laptops alone. */
export const macLid = defineProbe({
  fact: 'macLid',
  on: ['darwin'],
  speed: 'slow',
  read: async (machine) => {
    const ran = await machine.run(LID_COMMAND, { milliseconds: 3_000, bytes: 8 * 1024 * 1024 });
    return thenReading(outputOf('ioreg', ran), (text): Reading<'open' | 'closed'> => {
      const [, answer] = /"AppleClamshellState"\s*=\s*(\w+)/.exec(text) ?? [];
      if (answer === undefined) return absent;
      if (answer === 'Yes') return value('closed');
      return answer === 'No' ? value('open') : unreadable('ioreg: it says of the lid neither Yes nor No');
    });
  },
});
