import type { CameraNode } from '../../../core/facts/linux.ts';
import { mapReading, type Reading, unreadable, value } from '../../../core/reading.ts';
import type { Machine } from '../../machine/machine.ts';
import { defineProbe } from '../probe.ts';
import { readText } from '../read-text.ts';
import { readNodeAccess } from './node-access.ts';

const CLASS = '/sys/class/video4linux';

/** Every V4L2 node, from sysfs and udev’s database. No node is opened: that could wake the camera’s light. */
export const linuxCameras = defineProbe({
  fact: 'cameraNodes',
  on: ['linux'],
  speed: 'fast',
  read: async (machine) => {
    const listed = await machine.files.list(CLASS);
    if (listed.kind === 'absent') return noClass(machine);
    if (listed.kind === 'unreadable') return listed;
    const names = listed.value.filter((name) => /^video\d+$/.test(name)).sort(byNumber);
    return value(await Promise.all(names.map((name) => readNode(machine, name))));
  },
});

/** The class is missing until a driver registers a device, so without it there is none; without sysfs nobody knows. */
async function noClass(machine: Machine): Promise<Reading<CameraNode[]>> {
  const classes = await machine.files.list('/sys/class');
  if (classes.kind === 'value') return value([]);
  return classes.kind === 'absent' ? unreadable('/sys/class: it is not there, so devices cannot be listed') : classes;
}

function byNumber(a: string, b: string): number {
  return Number(a.slice('video'.length)) - Number(b.slice('video'.length));
}

async function readNode(machine: Machine, name: string): Promise<CameraNode> {
  const [label, toldByUdev, realPath, access] = await Promise.all([
    readText(machine, `${CLASS}/${name}/name`),
    readGivesPictures(machine, name),
    machine.files.realPath(`${CLASS}/${name}`),
    readNodeAccess(machine, `/dev/${name}`),
  ]);
  // The kernel puts devices without hardware behind them here, v4l2loopback’s among them.
  const virtual = realPath.kind === 'value' && realPath.value.startsWith('/sys/devices/virtual/');
  return {
    node: `/dev/${name}`,
    name: label,
    givesPictures: virtual ? whileFed(toldByUdev) : toldByUdev,
    virtual,
    access,
  };
}

/**
 * A virtual camera gives pictures only while a program feeds it, and udev does not notice that change: its yes stands,
 * its no may be out of date.
 *
 * @see https://github.com/v4l2loopback/v4l2loopback (exclusive_caps)
 */
function whileFed(toldByUdev: Reading<boolean>): Reading<boolean> {
  if (toldByUdev.kind === 'value' && !toldByUdev.value) {
    return unreadable('a virtual camera: whether a program feeds it now cannot be told without opening it');
  }
  return toldByUdev;
}

/**
 * Udev asks each node what it can do when it appears, and keeps the answer: `:capture:` for one that gives pictures,
 * `:` for one that gives only metadata.
 *
 * @see https://github.com/systemd/systemd/blob/main/src/udev/v4l_id/v4l_id.c
 */
async function readGivesPictures(machine: Machine, name: string): Promise<Reading<boolean>> {
  const device = await readText(machine, `${CLASS}/${name}/dev`);
  if (device.kind !== 'value') return device;
  if (!/^\d+:\d+$/.test(device.value)) return unreadable(`${CLASS}/${name}/dev: it names no device`);
  const path = `/run/udev/data/c${device.value}`;
  const entry = await readText(machine, path);
  if (entry.kind === 'absent') return unreadable(`${path}: udev has not described this device`);
  const capabilities = mapReading(entry, (lines) => /^E:ID_V4L_CAPABILITIES=(.*)$/m.exec(lines)?.[1]);
  if (capabilities.kind !== 'value') return capabilities;
  if (capabilities.value === undefined) return unreadable(`${path}: udev could not ask this device what it can do`);
  return value(capabilities.value.split(':').includes('capture'));
}
