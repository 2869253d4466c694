import { mapReading, value } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { defineProbe } from '../probe.ts';
import { numberValue } from './registry-values.ts';

const SERVICES = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';

/** @see https://learn.microsoft.com/windows-hardware/drivers/install/hklm-system-currentcontrolset-services-registry-tree */
const DISABLED = 4;

export const windowsServices = defineProbe({
  fact: 'windowsServices',
  on: ['win32'],
  speed: 'fast',
  read: async (machine) =>
    value({
      camsvc: readStart(machine, 'camsvc'),
      FrameServer: readStart(machine, 'FrameServer'),
      Audiosrv: readStart(machine, 'Audiosrv'),
      AudioEndpointBuilder: readStart(machine, 'AudioEndpointBuilder'),
    }),
});

function readStart(machine: Machine, name: string) {
  return mapReading(numberValue(machine, `${SERVICES}\\${name}`, 'Start'), (start) =>
    start === DISABLED ? 'disabled' : 'enabled',
  );
}
