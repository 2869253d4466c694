import { mapReading, value } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { defineProbe } from '../probe.ts';
import { deviceName } from './device-names.ts';
import { numberValue, textValue } from './registry-values.ts';

/** The interface of video cameras, KSCATEGORY_VIDEO_CAMERA. */
const CAMERAS = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\DeviceClasses\\{e5323777-f976-4f5b-9b55-b94699c46e44}';
const ENUM = 'HKLM\\SYSTEM\\CurrentControlSet\\Enum';

/** CONFIGFLAG_DISABLED. */
const DISABLED = 1;

export const windowsCameras = defineProbe({
  fact: 'windowsCameras',
  on: ['win32'],
  speed: 'fast',
  read: async (machine) =>
    mapReading(machine.registry.subkeys(CAMERAS), (interfaces) => {
      const devices = interfaces.map((name) => textValue(machine, `${CAMERAS}\\${name}`, 'DeviceInstance'));
      const paths = new Set(devices.flatMap((device) => (device.kind === 'value' ? [device.value] : [])));
      const known = [...paths].map((path) => readCamera(machine, path));
      const unknown = devices.flatMap((device) =>
        device.kind === 'unreadable' ? [{ name: device, disabled: device }] : [],
      );
      return [...known, ...unknown];
    }),
});

function readCamera(machine: Machine, id: string) {
  const flags = numberValue(machine, `${ENUM}\\${id}`, 'ConfigFlags');
  return {
    name: deviceName(machine, id),
    disabled: flags.kind === 'absent' ? value(false) : mapReading(flags, (bits) => (bits & DISABLED) !== 0),
  };
}

/** The category of video inputs of DirectShow, and in it one key for each filter that is a program of its own. */
const FILTERS = 'HKLM\\SOFTWARE\\Classes\\CLSID\\{860bb310-5d01-11d0-bd3b-00a0c911ce86}\\Instance';

/**
 * Programs that offer themselves to others as a camera. Browsers list them beside the devices.
 *
 * @see https://learn.microsoft.com/windows/win32/directshow/filter-categories
 */
export const windowsVirtualCameras = defineProbe({
  fact: 'windowsVirtualCameras',
  on: ['win32'],
  speed: 'fast',
  read: async (machine) =>
    mapReading(machine.registry.subkeys(FILTERS), (filters) =>
      filters.map((filter) => ({ name: textValue(machine, `${FILTERS}\\${filter}`, 'FriendlyName') })),
    ),
});
