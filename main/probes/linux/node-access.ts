import type { CameraNode } from '../../../core/facts/linux.ts';
import { mapReading, thenReading } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';

/** Whether this user may open a device node, told without opening it. */
export async function readNodeAccess(machine: Machine, node: string): Promise<CameraNode['access']> {
  return thenReading(await machine.files.status(node), ({ uid, gid, mode, openable }) =>
    mapReading(openable, (may) => ({ openable: may, ownership: `${uid}:${gid} ${mode.toString(8).padStart(4, '0')}` })),
  );
}
