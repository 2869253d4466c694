import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { value } from '../../../../core/reading.ts';
import { openMachine } from '../../../../main/app/machine.ts';
import { openChangingMachine } from '../../../../main/machine/changing.ts';
import { openMachine as openRecorded } from '../../recorded-machines.ts';

const describe = (locale: string): string => JSON.stringify({ platform: 'win32', release: '10.0.22631', locale });

test('a recorded machine is read anew as it changes, and stands while a change is half written', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'changing-'));
  await writeFile(join(folder, 'machine.json'), describe('de-DE'));
  const opened = await openChangingMachine(folder);
  if (opened.kind === 'invalid') throw new Error(opened.why);
  try {
    expect(opened.machine.locale).toEqual(value('de-DE'));
    await writeFile(join(folder, 'machine.json'), '{"platform":');
    await writeFile(join(folder, 'commands.json'), '[]');
    expect(opened.machine.locale).toEqual(value('de-DE'));
    await writeFile(join(folder, 'machine.json'), describe('fr-FR'));
    await vi.waitFor(() => expect(opened.machine.locale).toEqual(value('fr-FR')));
  } finally {
    opened.close();
    await rm(folder, { recursive: true });
  }
});

test('a folder that is no recorded machine is said to be none', async () => {
  expect(await openChangingMachine(join(tmpdir(), 'there is none'))).toMatchObject({ kind: 'invalid' });
});

test('only a development copy of the app takes a recorded machine for this computer', async () => {
  const { native } = await openRecorded('linux-healthy-laptop');
  const arg = `--machine=${join(import.meta.dirname, '../../../machines/linux-no-camera')}`;
  const inDevelopment = await openMachine(['electron', '.', arg], false, native);
  const packaged = await openMachine(['app', arg], true, native);
  expect(inDevelopment.kind === 'machine' && inDevelopment.machine.home).toEqual(value('/home/user'));
  expect(packaged.kind === 'machine' && packaged.machine.ownProgram).toEqual(value(process.execPath));
});
