import { mapReading } from '../../../core/reading.ts';
import { readHiddenPages } from '../../settings/windows-pages.ts';
import { defineProbe } from '../probe.ts';

/** Which pages of the settings an administrator has hidden: a guide that leads to one says so beforehand. */
export const windowsHiddenPages = defineProbe({
  fact: 'windowsHiddenPages',
  on: ['win32'],
  speed: 'fast',
  read: async (machine) => mapReading(readHiddenPages(machine), (pages) => [...pages]),
});
