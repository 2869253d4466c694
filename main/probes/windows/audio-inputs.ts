import type { AudioInput } from '../../../core/facts/windows.ts';
import { mapReading, type Reading, thenReading, unreadable, value } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { defineProbe } from '../probe.ts';
import { inputName } from './device-names.ts';
import { bytesValue, numberValue, textValue } from './registry-values.ts';

const INPUTS = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\MMDevices\\Audio\\Capture';
const ENDPOINT_NAME = '{a45c254e-df1c-4efd-8020-67d146a850e0},2';
const VOLUME = '{9855c4cd-df8c-449c-a181-8191b68bd06c},0';
const MUTE = '{9855c4cd-df8c-449c-a181-8191b68bd06c},1';

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

function readInput(machine: Machine, key: string): AudioInput {
  return {
    name: inputName(textValue(machine, `${key}\\Properties`, ENDPOINT_NAME)),
    state: thenReading(
      numberValue(machine, key, 'DeviceState'),
      (bits): Reading<'active' | 'disabled' | 'not-present' | 'unplugged'> => {
        // Higher bits are Windows’ own.
        const state = STATES[bits & 0xf];
        return state === undefined ? unreadable(`${key}: DeviceState is ${bits}, which means nothing`) : value(state);
      },
    ),
    chosenAt: thenReading(bytesValue(machine, key, 'Role:0'), (bytes) => parseSystemTime(bytes, `${key}: Role:0`)),
    muted: thenReading(property(machine, key, MUTE, VT_BOOL), (data): Reading<boolean> => {
      return data.byteLength < 2 ? unreadable(`${key}: ${MUTE} is cut off`) : value(data.getInt16(0, true) !== 0);
    }),
    decibels: thenReading(property(machine, key, VOLUME, VT_BLOB), (data) => loudest(data, `${key}: ${VOLUME}`)),
  };
}

/**
 * Windows writes the time into an endpoint when somebody makes it the default; of those that are there the last such
 * counts.
 *
 * @see http://codemachine.com/article_how_windows_sets_default_audio_device.html
 * @see https://learn.microsoft.com/windows/win32/api/minwinbase/ns-minwinbase-systemtime
 */
function parseSystemTime(bytes: Uint8Array, what: string): Reading<string> {
  if (bytes.byteLength !== 16) return unreadable(`${what} is no time`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [year, month, , day, hour, minute, second, milliseconds] = Array.from({ length: 8 }, (_, place) =>
    view.getUint16(2 * place, true),
  );
  const time = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second, milliseconds));
  return time.getUTCFullYear() >= 2000 && time.getUTCMonth() + 1 === month && time.getUTCDate() === day
    ? value(time.toISOString())
    : unreadable(`${what} is no time`);
}

const VT_BOOL = 0xb;
const VT_BLOB = 0x41;

/**
 * A property of an endpoint as it is stored: the number of its type in 4 bytes, 4 bytes that are always the same, and
 * what it says.
 *
 * @see https://learn.microsoft.com/windows/win32/api/propidlbase/ns-propidlbase-propvariant
 */
function property(machine: Machine, key: string, name: string, type: number): Reading<DataView> {
  return thenReading(bytesValue(machine, `${key}\\Properties`, name), (bytes): Reading<DataView> => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.byteLength < 8 || view.getUint32(0, true) !== type)
      return unreadable(`${key}: ${name} is of another type`);
    return value(new DataView(bytes.buffer, bytes.byteOffset + 8, bytes.byteLength - 8));
  });
}

/** One number of 32 bits for each channel. */
function loudest(data: DataView, what: string): Reading<number> {
  const levels = Array.from({ length: Math.floor(data.byteLength / 4) }, (_, place) =>
    data.getFloat32(4 * place, true),
  );
  const level = Math.max(...levels);
  return Number.isFinite(level) ? value(Math.round(level * 10) / 10) : unreadable(`${what} is no level`);
}
