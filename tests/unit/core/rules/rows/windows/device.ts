import { absent, unreadable, value } from '../../../../../../core/reading.ts';
import { chosenOn, input, SOUND, windowsRows } from './short.ts';

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
    'one is disabled, as "Stereo Mix" often is, and another not plugged in',
    { windowsAudioInputs: value([input('disabled'), input('unplugged')]) },
    ['device.unplugged likely', 'device.disabled possible'],
    SOUND,
  ],
  [
    'device.windows-audio-inputs',
    'one is disabled, as "Stereo Mix" often is, and another is gone',
    { windowsAudioInputs: value([input('disabled'), input('not-present')]) },
    ['device.none likely', 'device.disabled possible'],
    SOUND,
  ],
  [
    'device.windows-audio-inputs',
    'the default is disabled, and another not plugged in',
    { windowsAudioInputs: value([input('unplugged', chosenOn(1)), input('disabled', chosenOn(2))]) },
    ['device.disabled likely', 'device.unplugged possible'],
    SOUND,
  ],
  [
    'device.windows-audio-inputs',
    'the default is disabled, and another is gone',
    { windowsAudioInputs: value([input('disabled', chosenOn(2)), input('not-present', chosenOn(1))]) },
    ['device.disabled likely', 'device.none possible'],
    SOUND,
  ],
  [
    'device.windows-audio-inputs',
    'the default is not plugged in, and what was it before is disabled',
    { windowsAudioInputs: value([input('disabled', chosenOn(1)), input('unplugged', chosenOn(2))]) },
    ['device.unplugged likely', 'device.disabled possible'],
    SOUND,
  ],
  [
    'device.windows-audio-inputs',
    'one is disabled and was the default, and whether another was it later cannot be read',
    {
      windowsAudioInputs: value([
        input('disabled', chosenOn(1)),
        input('unplugged', { chosenAt: unreadable('no time') }),
      ]),
    },
    ['device.unplugged likely', 'device.disabled possible'],
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
    ['undetermined'],
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
    'device.windows-pnp',
    'Windows itself and PowerShell differ, of whom the former is asked anew',
    {
      windowsPresentDevices: value([{ name: 'C', kind: 'camera', problem: 0 }]),
      windowsPnpDevices: value([]),
    },
    [],
  ],
  [
    'device.windows-pnp',
    'Windows itself could not be asked, and PowerShell could',
    {
      windowsPresentDevices: unreadable('koffi did not load'),
      windowsPnpDevices: value([{ name: 'C', kind: 'camera', problem: 43 }]),
    },
    ['device.driver-problem certain'],
  ],
  [
    'device.windows-pnp',
    'none is connected, and a program may be one',
    { windowsPresentDevices: value([]), windowsVirtualCameras: value([{ name: value('OBS Virtual Camera') }]) },
    ['device.none possible'],
  ],
  [
    'device.windows-cameras',
    'none is connected, and a program may be one',
    { windowsPresentDevices: value([]), windowsVirtualCameras: value([{ name: value('OBS Virtual Camera') }]) },
    ['undetermined'],
  ],
  [
    'device.windows-pnp',
    'neither could be asked',
    { windowsPresentDevices: unreadable('koffi did not load'), windowsPnpDevices: unreadable('forbidden') },
    ['undetermined'],
  ],
  [
    'device.windows-cameras',
    'one of two is disabled, and the other is there',
    {
      windowsPresentDevices: value([
        { name: 'A', kind: 'camera', problem: 22 },
        { name: 'B', kind: 'camera', problem: 0 },
      ]),
    },
    [],
  ],
  [
    'device.windows-cameras',
    'what works may be a scanner',
    {
      windowsPresentDevices: value([
        { name: 'A', kind: 'camera', problem: 22 },
        { name: 'S', kind: 'image', problem: 0 },
      ]),
    },
    ['undetermined'],
  ],
  [
    'device.windows-audio-inputs',
    'only ghosts are left, and every sound card is switched off',
    {
      windowsAudioInputs: value([input('not-present')]),
      windowsPresentDevices: value([{ name: 'S', kind: 'sound-card', problem: 22 }]),
    },
    ['device.disabled likely'],
    SOUND,
  ],
  [
    'device.windows-audio-inputs',
    'only ghosts are left, and one of two sound cards works',
    {
      windowsAudioInputs: value([input('not-present')]),
      windowsPresentDevices: value([
        { name: 'S', kind: 'sound-card', problem: 10 },
        { name: 'T', kind: 'sound-card', problem: 0 },
      ]),
    },
    ['device.none likely'],
    SOUND,
  ],
  [
    'device.windows-pnp',
    'the camera is disabled, beside a scanner without a driver',
    {
      windowsPresentDevices: value([
        { name: 'C', kind: 'camera', problem: 22 },
        { name: 'S', kind: 'image', problem: 28 },
      ]),
    },
    ['device.disabled certain'],
  ],
  [
    'device.windows-pnp',
    'the camera fails, beside a scanner that is disabled',
    {
      windowsPresentDevices: value([
        { name: 'S', kind: 'image', problem: 22 },
        { name: 'C', kind: 'camera', problem: 43 },
      ]),
    },
    ['device.driver-problem certain'],
  ],
  [
    'device.windows-cameras',
    'all that is connected is faulty, and may be a scanner',
    { windowsPresentDevices: value([{ name: 'S', kind: 'image', problem: 28 }]) },
    ['undetermined'],
  ],
  [
    'device.windows-audio-inputs',
    'one is active in the registry, and Windows lists none that works',
    {
      windowsAudioInputs: value([input('active')]),
      windowsPresentDevices: value([{ name: '', kind: 'microphone', problem: 10 }]),
    },
    ['undetermined'],
    SOUND,
  ],
]);
