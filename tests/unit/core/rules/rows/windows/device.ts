import { absent, unreadable, value } from '../../../../../../core/reading.ts';
import { input, SOUND, windowsRows } from './short.ts';

export const WINDOWS_DEVICE_ROWS = windowsRows([
  [
    'device.windows-audio-inputs',
    'one is active',
    { windowsAudioInputs: value([input('unplugged'), input('active')]) },
    [],
    SOUND,
  ],
  [
    'device.windows-audio-inputs',
    'none is plugged in',
    { windowsAudioInputs: value([input('unplugged')]) },
    ['device.unplugged certain'],
    SOUND,
  ],
  [
    'device.windows-audio-inputs',
    'one is disabled',
    { windowsAudioInputs: value([input('disabled')]) },
    ['device.disabled likely'],
    SOUND,
  ],
  [
    'device.windows-audio-inputs',
    'only ghosts are left',
    { windowsAudioInputs: value([input('not-present')]) },
    ['device.none likely'],
    SOUND,
  ],
  [
    'device.windows-audio-inputs',
    'a state is unreadable',
    { windowsAudioInputs: value([input('active', { state: unreadable('x') })]) },
    ['undetermined'],
    SOUND,
  ],
  [
    'device.windows-cameras',
    'every one is disabled, and a ghost may be enabled',
    {
      windowsCameras: value([
        { name: absent, disabled: value(true) },
        { name: absent, disabled: value(false) },
      ]),
    },
    [],
  ],
  [
    'device.windows-cameras',
    'every one is disabled',
    { windowsCameras: value([{ name: absent, disabled: value(true) }]) },
    ['device.disabled likely'],
  ],
  [
    'device.windows-cameras',
    'none was ever connected',
    { windowsCameras: value([]) },
    ['device.none possible', 'undetermined'],
  ],
  [
    'device.windows-cameras',
    'none of its class is known',
    { windowsCameras: absent },
    ['device.none possible', 'undetermined'],
  ],
  ['device.windows-cameras', 'they cannot be read', { windowsCameras: unreadable('EACCES') }, ['undetermined']],
  ['device.windows-pnp', 'none is connected', { windowsPnpDevices: value([]) }, ['device.none certain']],
  [
    'device.windows-pnp',
    'it is disabled',
    { windowsPnpDevices: value([{ name: 'C', kind: 'camera', problem: 22 }]) },
    ['device.disabled certain'],
  ],
  [
    'device.windows-pnp',
    'its driver fails',
    { windowsPnpDevices: value([{ name: 'C', kind: 'camera', problem: 10 }]) },
    ['device.driver-problem certain'],
  ],
  [
    'device.windows-pnp',
    'what fails may be a scanner',
    { windowsPnpDevices: value([{ name: 'S', kind: 'image', problem: 10 }]) },
    ['device.driver-problem possible'],
  ],
  [
    'device.windows-in-use',
    'another program runs',
    {
      windowsUsage: value({
        camera: [{ program: 'zoom.exe', using: value(true), running: value(true) }],
        microphone: [],
      }),
    },
    ['device.in-use possible'],
  ],
  [
    'device.windows-in-use',
    'when another program used it cannot be read',
    {
      windowsUsage: value({
        camera: [{ program: 'a.exe', using: unreadable('no time'), running: value(true) }],
        microphone: [],
      }),
    },
    ['undetermined'],
  ],
  [
    'device.windows-in-use',
    'the program has ended',
    {
      windowsUsage: value({
        camera: [{ program: 'zoom.exe', using: value(true), running: value(false) }],
        microphone: [],
      }),
    },
    [],
  ],
]);
