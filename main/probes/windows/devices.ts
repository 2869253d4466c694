import { mapReading, type Reading, thenReading, unreadable, value } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { defineProbe } from '../probe.ts';
import { numberValue, textValue } from './registry-values.ts';

/** The interface of video cameras, KSCATEGORY_VIDEO_CAMERA. */
const CAMERAS = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\DeviceClasses\\{e5323777-f976-4f5b-9b55-b94699c46e44}';
const ENUM = 'HKLM\\SYSTEM\\CurrentControlSet\\Enum';
const INPUTS = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\MMDevices\\Audio\\Capture';
const ENDPOINT_NAME = '{a45c254e-df1c-4efd-8020-67d146a850e0},2';

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
      const known = [...paths].map((path) => readCamera(machine, `${ENUM}\\${path}`));
      const unknown = devices.flatMap((device) =>
        device.kind === 'unreadable' ? [{ name: device, disabled: device }] : [],
      );
      return [...known, ...unknown];
    }),
});

function readCamera(machine: Machine, key: string) {
  const friendly = textValue(machine, key, 'FriendlyName');
  const name = friendly.kind === 'absent' ? textValue(machine, key, 'DeviceDesc') : friendly;
  const flags = numberValue(machine, key, 'ConfigFlags');
  return {
    // `@oem12.inf,%name%;USB Camera`
    name: mapReading(name, (text) => text.split(';').at(-1) ?? text),
    disabled: flags.kind === 'absent' ? value(false) : mapReading(flags, (bits) => (bits & DISABLED) !== 0),
  };
}

/** @see https://learn.microsoft.com/windows/win32/coreaudio/device-state-xxx-constants */
const STATES: Readonly<Record<number, 'active' | 'disabled' | 'not-present' | 'unplugged'>> = {
  1: 'active',
  2: 'disabled',
  4: 'not-present',
  8: 'unplugged',
};

export const windowsAudioInputs = defineProbe({
  fact: 'windowsAudioInputs',
  on: ['win32'],
  speed: 'fast',
  read: async (machine) =>
    mapReading(machine.registry.subkeys(INPUTS), (endpoints) =>
      endpoints.map((endpoint) => readInput(machine, `${INPUTS}\\${endpoint}`)),
    ),
});

function readInput(machine: Machine, key: string) {
  return {
    name: textValue(machine, `${key}\\Properties`, ENDPOINT_NAME),
    state: thenReading(
      numberValue(machine, key, 'DeviceState'),
      (bits): Reading<'active' | 'disabled' | 'not-present' | 'unplugged'> => {
        // Higher bits are Windows’ own.
        const state = STATES[bits & 0xf];
        return state === undefined ? unreadable(`${key}: DeviceState is ${bits}, which means nothing`) : value(state);
      },
    ),
  };
}
