import type { FactReading } from '../../../../../../core/facts/facts.ts';
import { unreadable, value } from '../../../../../../core/reading.ts';
import { captureOf } from '../../../captures.ts';
import { consent, microphoneOff, OWN, windowsRows } from './short.ts';

const failed = (error: string): FactReading<'captureTests'> =>
  value([captureOf({ outcome: { kind: 'failed', error, message: '', constraint: null } })]);
const FAILED = failed('NotReadableError');
const REFUSED = failed('NotAllowedError');

const windowsSecurityProducts = value([{ name: 'ESET Security', guard: 'Webcam Protection' }]);

const usage = (program: string, running: boolean) =>
  value({ camera: [{ program, using: value(true), running: value(running) }], microphone: [] });

export const WINDOWS_IN_USE_ROWS = windowsRows([
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
  [
    'device.windows-in-use',
    'another program runs, and this one could not open the camera',
    { windowsUsage: usage('zoom.exe', true), captureTests: FAILED },
    ['device.in-use likely'],
    OWN,
  ],
  [
    'device.windows-in-use',
    'whether the other program runs cannot be told',
    {
      windowsUsage: value({
        camera: [{ program: 'zoom.exe', using: value(true), running: unreadable('koffi did not load') }],
        microphone: [],
      }),
      captureTests: FAILED,
    },
    ['device.in-use possible'],
    OWN,
  ],
  [
    'security-software.windows',
    'the camera could not be opened, and nobody has it',
    { windowsSecurityProducts, captureTests: FAILED, windowsUsage: usage('zoom.exe', false) },
    ['security-software.shield possible'],
    OWN,
  ],
  [
    'security-software.windows',
    'the camera could not be opened, and who has it cannot be read',
    { windowsSecurityProducts, captureTests: FAILED, windowsUsage: unreadable('denied') },
    ['security-software.shield possible'],
    OWN,
  ],
  [
    'security-software.windows',
    'another program has the camera',
    { windowsSecurityProducts, captureTests: FAILED, windowsUsage: usage('zoom.exe', true) },
    [],
    OWN,
  ],
  ['security-software.windows', 'nothing has failed', { windowsSecurityProducts }, [], OWN],
  [
    'security-software.windows',
    'the camera was refused, which a guard does not say',
    { windowsSecurityProducts, captureTests: REFUSED },
    [],
    OWN,
  ],
  ['security-software.windows', 'another subject has failed', { windowsSecurityProducts, captureTests: FAILED }, []],
  [
    'windows.microphone-switches-of-camera',
    'the camera could not be opened, and the microphone is off for desktop apps',
    { ...microphoneOff(), captureTests: FAILED },
    ['undetermined'],
    OWN,
  ],
  [
    'windows.microphone-switches-of-camera',
    'the camera could not be opened, and the microphone is on',
    { ...consent({}), captureTests: FAILED },
    [],
    OWN,
  ],
  [
    'windows.microphone-switches-of-camera',
    'the camera was refused, and the microphone is off for desktop apps',
    { ...microphoneOff(), captureTests: REFUSED },
    [],
    OWN,
  ],
]);
