import { expect, test } from 'vitest';
import { value } from '../../../../../core/reading.ts';
import type { Registry } from '../../../../../main/machine/machine.ts';
import { gather } from '../../../../../main/probes/gather.ts';
import { loadProbes } from '../../../../../main/probes/index.ts';
import { openMachine } from '../../../recorded-machines.ts';
import { dword } from './bad-registry.ts';

test('a program whose setting cannot be read is called by its name, and not by its key, which holds its whole path', async () => {
  const machine = await openMachine('windows-chrome-per-user');
  const registry: Registry = {
    ...machine.registry,
    subkeys: (key) => machine.registry.subkeys(key),
    value: (key, name) =>
      key.includes('NonPackaged\\C:#') && name === 'Value' ? dword(0) : machine.registry.value(key, name),
  };
  const { readings } = await gather({ ...machine, registry }, { site: null, probes: await loadProbes('win32') });
  const consent = readings.windowsConsent;
  const programs = consent?.kind === 'value' ? consent.value.camera.programs : null;
  expect(programs).toMatchObject(
    value([{ setting: { kind: 'unreadable', why: expect.stringMatching(/^~\/.*chrome\.exe: Value is not text/) } }]),
  );
  expect(JSON.stringify(readings)).not.toContain('#Users#');
});
