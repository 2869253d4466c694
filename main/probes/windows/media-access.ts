import type { Medium } from '../../../core/medium.ts';
import { absent, type Reading, thenReading, unreadable, value } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { defineProbe } from '../probe.ts';

const STATUSES = ['granted', 'denied', 'restricted', 'not-determined', 'unknown'] as const;

/**
 * What Windows answers this very program. It fails open: where it cannot be asked, Electron says `granted`.
 *
 * @see https://github.com/electron/electron/blob/main/shell/browser/api/electron_api_system_preferences_win.cc
 */
export const windowsMediaAccess = defineProbe({
  fact: 'windowsMediaAccess',
  on: ['win32'],
  speed: 'fast',
  read: async (machine) => {
    const answers = { camera: readStatus(machine, 'camera'), microphone: readStatus(machine, 'microphone') };
    const { camera, microphone } = answers;
    if (camera.kind === 'value' || microphone.kind === 'value') return value(answers);
    if (camera.kind === 'unreadable') return camera;
    return microphone.kind === 'unreadable' ? microphone : absent;
  },
});

function readStatus(machine: Machine, medium: Medium): Reading<(typeof STATUSES)[number]> {
  return thenReading(machine.native.mediaAccess(medium), (text): Reading<(typeof STATUSES)[number]> => {
    const status = STATUSES.find((each) => each === text);
    return status === undefined ? unreadable('Windows gave an answer that is not known') : value(status);
  });
}
