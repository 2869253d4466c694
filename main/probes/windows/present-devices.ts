import type { FactValue } from '../../../core/facts/facts.ts';
import { allReadings, mapReading, valueOr } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { defineProbe } from '../probe.ts';
import { deviceName } from './device-names.ts';

type PresentDevice = FactValue<'windowsPresentDevices'>[number];

/**
 * The setup classes that capture devices are in.
 *
 * @see https://learn.microsoft.com/windows-hardware/drivers/stream/camera-driver-inf-file-class-setting
 * @see https://learn.microsoft.com/windows-hardware/drivers/install/system-defined-device-setup-classes-available-to-vendors
 */
const CLASSES = {
  camera: '{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}',
  image: '{6bdd1fc6-810f-11d0-bec7-08002be2092f}',
  microphone: '{c166523c-fe0c-4a94-a586-f1a80cfbbf3e}',
  'sound-card': '{4d36e96c-e325-11ce-bfc1-08002be10318}',
} as const satisfies Record<PresentDevice['kind'], string>;

/**
 * CM_PROB_PHANTOM: it is not connected.
 *
 * @see https://learn.microsoft.com/windows-hardware/drivers/install/device-manager-error-messages
 */
export const PHANTOM = 45;

/** The devices that are connected, with what the Device Manager says is the matter with them. */
export const windowsPresentDevices = defineProbe({
  fact: 'windowsPresentDevices',
  on: ['win32'],
  speed: 'fast',
  read: async (machine) => {
    const read = (kind: PresentDevice['kind']) => readClass(machine, kind);
    const classes = [read('camera'), read('image'), read('microphone'), read('sound-card')];
    return mapReading(allReadings(classes), (all) => all.flat());
  },
});

function readClass(machine: Machine, kind: PresentDevice['kind']) {
  return mapReading(machine.presentDevices(CLASSES[kind]), (devices) =>
    devices
      .filter(({ problem }) => problem !== PHANTOM)
      .filter(({ id }) => kind !== 'microphone' || isInputEndpoint(id))
      .map(({ id, problem }) => ({ name: valueOr(deviceName(machine, id), ''), kind, problem })),
  );
}

/** Endpoints that take sound in have this in front of their id; those that give it out have `{0.0.0.`. */
export function isInputEndpoint(id: string): boolean {
  return /\{0\.0\.1\.00000000\}/.test(id);
}
