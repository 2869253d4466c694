import { absent, value } from '../../../core/reading.ts';
import { defineProbe } from '../probe.ts';
import { FIRST_BUILD_WITH_CONSENT, readSetting } from './consent.ts';

/** By the interface classes of cameras and of microphones. */
const KEYS = {
  camera: '{E5323777-F976-4F5B-9B55-B94699C46E44}',
  microphone: '{2EEF81BE-33FA-4800-9670-1CD474972C3F}',
} as const;

const GLOBAL = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\DeviceAccess\\Global';

/**
 * Where the switches were before version 1803. On later builds only programs that clean up write here, and nobody reads
 * it.
 *
 * @see https://github.com/undergroundwires/privacy.sexy/blob/master/src/application/collections/windows.yaml
 */
export const windowsDeviceAccess = defineProbe({
  fact: 'windowsDeviceAccess',
  on: ['win32'],
  speed: 'fast',
  after: ['windowsVersion'],
  read: async (machine, { known: { windowsVersion } }) => {
    if (windowsVersion?.kind !== 'value') return windowsVersion ?? absent;
    if (windowsVersion.value.build >= FIRST_BUILD_WITH_CONSENT) return absent;
    const read = (key: string) => readSetting(machine, `${GLOBAL}\\${key}`);
    return value({ camera: read(KEYS.camera), microphone: read(KEYS.microphone) });
  },
});
