import { describe, expect, test } from 'vitest';
import { absent, value } from '../../../../core/reading.ts';
import type { Machine } from '../../../../main/machine/machine.ts';
import { readChromiumProfiles } from '../../../../main/probes/browsers/chromium/profiles.ts';
import { openMachine } from '../../recorded-machines.ts';

/** A machine whose `Local State` holds this, and whose profile folder is otherwise as recorded. */
async function machineWith(localState: unknown): Promise<Machine> {
  const machine = await openMachine('linux-two-profiles');
  const bytes = Buffer.from(typeof localState === 'string' ? localState : JSON.stringify(localState));
  return { ...machine, files: { ...machine.files, read: async () => value(bytes) } };
}

async function read(localState: unknown) {
  return readChromiumProfiles(await machineWith(localState), '~/.config/chromium');
}

const profile = (folder: string, name: string, lastUsed: boolean) => ({ folder, name, lastUsed });

describe('the profiles of a Chromium browser', () => {
  test('are those of Local State, by name, with the one used last', async () => {
    const state = {
      profile: { info_cache: { Default: { name: 'Work' }, 'Profile 1': { name: 'Home' } }, last_used: 'Profile 1' },
    };
    expect(await read(state)).toEqual(value([profile('Default', 'Work', false), profile('Profile 1', 'Home', true)]));
  });

  test.each([
    ['cut off', '{"profile":{"info_c'],
    ['a list', []],
    ['without profiles', { profile: {} }],
    ['with a list of profiles', { profile: { info_cache: [] } }],
    ['with a number for everything', { profile: 7 }],
  ])('of a Local State that is %s are the folders that hold Preferences', async (_name, state) => {
    expect(await read(state)).toEqual(
      value([profile('Default', 'Default', true), profile('Profile 1', 'Profile 1', false)]),
    );
  });

  test('with a wrong type for a name keep their folder’s', async () => {
    expect(await read({ profile: { info_cache: { Default: 5, 'Profile 1': { name: {} } } } })).toEqual(
      value([profile('Default', 'Default', true), profile('Profile 1', 'Profile 1', false)]),
    );
  });

  test.each(['../../../etc', '..', '.', '', 'a/b', 'a\\b', 'nul\0'])(
    'a folder that leads elsewhere (%j) is passed over',
    async (folder) => {
      const state = { profile: { info_cache: { [folder]: { name: 'x' }, Default: { name: 'Own' } } } };
      expect(await read(state)).toEqual(value([profile('Default', 'Own', true)]));
    },
  );

  test('of a browser that was never started are absent', async () => {
    const machine = await openMachine('linux-healthy-browser-never-started');
    expect(await readChromiumProfiles(machine, '~/.config/chromium')).toEqual(absent);
  });
});
