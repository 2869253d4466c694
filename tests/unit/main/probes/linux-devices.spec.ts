import { describe, expect, test } from 'vitest';
import type { FactKey } from '../../../../core/facts/facts.ts';
import { type Reading, unreadable, value } from '../../../../core/reading.ts';
import type { Machine } from '../../../../main/machine/machine.ts';
import { gather, probesFor } from '../../../../main/probes/gather.ts';
import { loadProbes } from '../../../../main/probes/index.ts';
import { openMachine } from '../../recorded-machines.ts';

/** The machine with these files in place of its own, the others as recorded. */
async function machineWith(name: string, files: Readonly<Record<string, Reading<string>>>): Promise<Machine> {
  const machine = await openMachine(name);
  const read: Machine['files']['read'] = async (path, limit) => {
    const content = files[path];
    if (content === undefined) return machine.files.read(path, limit);
    return content.kind === 'value' ? value(Buffer.from(content.value)) : content;
  };
  return { ...machine, files: { ...machine.files, read } };
}

async function readFact(machine: Machine, fact: FactKey) {
  const { readings } = await gather(machine, {
    site: null,
    probes: probesFor([fact], await loadProbes(machine.platform)),
  });
  return readings[fact];
}

const STATUS = '/proc/asound/card0/pcm0c/sub0/status';

describe('who has the microphone', () => {
  test.each([
    ['RUNNING', 1],
    ['DRAINING', 1],
    ['PAUSED', 1],
    ['OPEN', 0],
    ['SETUP', 0],
    ['PREPARED', 0],
  ])('of a stream that is %s is told: %i', async (state, count) => {
    const machine = await machineWith('linux-microphone-held', {
      [STATUS]: value(`state: ${state}\nowner_pid   : 777\n`),
    });
    const holders = await readFact(machine, 'deviceHolders');
    expect(holders).toMatchObject({ kind: 'value', value: { microphone: { length: count } } });
  });

  test.each(['closed', 'state: RUNNING\nowner_pid   : 0\n', 'error -5', ''])('of %j is nobody', async (status) => {
    const machine = await machineWith('linux-microphone-held', { [STATUS]: value(status) });
    expect(await readFact(machine, 'deviceHolders')).toMatchObject({ value: { microphone: [] } });
  });

  test('is still told by name when its program was replaced by an update', async () => {
    const machine = await openMachine('linux-microphone-held');
    const linkTargets: Machine['files']['linkTargets'] = async (path) =>
      path === '/proc/777' ? value(new Map([['exe', '/usr/bin/arecord (deleted)']])) : machine.files.linkTargets(path);
    const updated = { ...machine, files: { ...machine.files, linkTargets } };
    expect(await readFact(updated, 'deviceHolders')).toMatchObject({ value: { microphone: [{ program: 'arecord' }] } });
  });
});

const METADATA = '/var/lib/flatpak/app/org.chromium.Chromium/current/active/metadata';
const OVERRIDE = '/var/lib/flatpak/overrides/org.chromium.Chromium';
const OWN_OVERRIDE = '~/.local/share/flatpak/overrides/org.chromium.Chromium';
const context = (devices: string): Reading<string> => value(`[Context]\ndevices=${devices}\nsockets=pulseaudio;\n`);

describe('what a flatpak may reach', () => {
  test.each([
    ['all devices', { [METADATA]: context('all;') }, { kind: 'value', value: true }],
    ['some devices', { [METADATA]: context('dri;') }, { kind: 'value', value: false }],
    [
      'less by an override',
      { [METADATA]: context('all;'), [OVERRIDE]: context('!all;') },
      { kind: 'value', value: false },
    ],
    [
      'more by the person’s own, which is the last word',
      { [METADATA]: context('dri;'), [OVERRIDE]: context('!all;'), [OWN_OVERRIDE]: context('all;') },
      { kind: 'value', value: true },
    ],
    ['on a condition', { [METADATA]: context('all;if:all:!has-usb-portal;') }, { kind: 'unreadable' }],
    [
      'by an override nobody may read',
      { [METADATA]: context('all;'), [OVERRIDE]: unreadable('EACCES') },
      { kind: 'unreadable' },
    ],
  ])('is %s', async (_name, files, camera) => {
    const machine = await machineWith('linux-healthy-flatpak', files);
    expect(await readFact(machine, 'sandboxes')).toMatchObject({ kind: 'value', value: [{ camera }] });
  });
});

test('a Preferences file of over 64 MB is too large, and not read', async () => {
  const machine = await openMachine('linux-healthy-never-asked');
  const asked: number[] = [];
  const read: Machine['files']['read'] = async (path, limit) => {
    if (path.endsWith('/Preferences')) asked.push(limit);
    return machine.files.read(path, limit);
  };
  await readFact({ ...machine, files: { ...machine.files, read } }, 'browserPermissions');
  expect(asked).toEqual([64 * 1024 * 1024]);
});
