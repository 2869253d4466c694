import { absent, type Reading, thenReading, unreadable, value } from '../../../core/reading.ts';
import { outputOf } from '../../parse/command-output.ts';
import { defineProbe } from '../probe.ts';

/** Asks the scripting of macOS itself and no other program, so that nobody is asked for leave. */
export const VOLUME_COMMAND = ['/usr/bin/osascript', '-e', 'input volume of (get volume settings)'] as const;

/** A device whose level no program can set has a `missing value`, which is not 0. */
export const macInputVolume = defineProbe({
  fact: 'macInputVolume',
  on: ['darwin'],
  speed: 'slow',
  read: async (machine) => {
    const ran = await machine.run(VOLUME_COMMAND, { milliseconds: 4_000, bytes: 4096 });
    return thenReading(outputOf('osascript', ran), (text): Reading<number> => {
      const answer = text.trim();
      if (answer === 'missing value') return absent;
      const level = /^\d{1,3}$/.test(answer) ? Number(answer) : Number.NaN;
      return level <= 100 ? value(level) : unreadable('osascript: it gave no level from 0 to 100');
    });
  },
});
