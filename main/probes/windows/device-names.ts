import { absent, mapReading, type Reading, thenReading, value } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { textValue } from './registry-values.ts';

const ENUM = 'HKLM\\SYSTEM\\CurrentControlSet\\Enum';

/**
 * Buses whose devices are called what the maker of the device or of its driver calls them. What hangs on another, such
 * as a headset over Bluetooth or the camera of a phone, is called what its owner calls it.
 */
const BUSES_OF_MAKERS: ReadonlySet<string> = new Set([
  'USB',
  'PCI',
  'ACPI',
  'ROOT',
  'HDAUDIO',
  'INTELAUDIO',
  'SOUNDWIRE',
]);

/** What the Device Manager calls a device; absent where that would be its owner’s own name for it. */
export function deviceName(machine: Machine, id: string): Reading<string> {
  if (!isNamedByMaker(id)) return absent;
  const friendly = textValue(machine, `${ENUM}\\${id}`, 'FriendlyName');
  const name = friendly.kind === 'absent' ? textValue(machine, `${ENUM}\\${id}`, 'DeviceDesc') : friendly;
  // `@oem12.inf,%name%;USB Camera`
  return mapReading(name, (text) => text.split(';').at(-1) ?? text);
}

/** Whether a device, by its id, is called what its maker calls it. */
export function isNamedByMaker(id: string): boolean {
  return BUSES_OF_MAKERS.has(id.split('\\', 1)[0]?.toUpperCase() ?? '');
}

const MICROPHONE =
  /^(?:(?:internal|external|headset|front|rear|built-in) )?(?:microphone|mikrofon|mikrofoni|micr[oó]fono|microfone|микрофон|マイク)(?: array)?$/iu;
const OTHER_INPUT = /^(?:stereo mix|line in|headset|headset mic|mic in|digital audio interface)$/iu;

/** What Windows calls an input; absent where it has another name, as anybody can give it one in the sound settings. */
export function inputName(name: Reading<string>): Reading<string> {
  return thenReading(name, (text): Reading<string> => {
    return MICROPHONE.test(text) || OTHER_INPUT.test(text) ? value(text) : absent;
  });
}
