import { describe, expect, test } from 'vitest';
import { absent, unreadable, value } from '../../../../core/reading.ts';
import type { Registry } from '../../../../main/machine/machine.ts';
import { asThePerson } from '../../../../main/machine/windows-person.ts';
import { openMachine } from '../../recorded-machines.ts';

const CONSENT =
  'Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\webcam\\NonPackaged';

const ELSES = { kind: 'unreadable', why: 'this runs as another account than that of the person at the computer' };

describe('run as another account', () => {
  test.each(['HKCU', 'hkcu', 'HKEY_CURRENT_USER'])('%s is the person’s', async (root) => {
    const machine = await openMachine('windows10-administrator-where-the-person-denies');
    expect(machine.registry.value(`${root}\\${CONSENT}`, 'Value')).toEqual(value({ type: 'REG_SZ', data: 'Deny' }));
    // What only begins like it is another key.
    expect(machine.registry.value(`${root}X\\${CONSENT}`, 'Value')).toEqual(absent);
  });

  test('the home folder and those in it are unreadable, and what is everybody’s is not', async () => {
    const machine = await openMachine('windows10-healthy-administrator');
    expect(machine.home).toEqual(ELSES);
    for (const name of ['LOCALAPPDATA', 'AppData', 'UserProfile']) expect(machine.env.get(name), name).toEqual(ELSES);
    expect(machine.env.get('SESSIONNAME')).toEqual(value('Console'));
  });

  test('the id of the person’s account is not in what cannot be read', async () => {
    const machine = await openMachine('windows10-administrator-where-the-person-denies');
    const registry: Registry = {
      subkeys: (key) => machine.registry.subkeys(key),
      value: (key, name) =>
        /^HKU/i.test(key) ? unreadable(`${key}: access denied (5)`) : machine.registry.value(key, name),
    };
    const asked = asThePerson({ ...machine, registry }).registry.value(`HKCU\\${CONSENT}`, 'Value');
    expect(asked).toEqual(unreadable(`HKCU\\${CONSENT}: access denied (5)`));
  });

  test('what Windows was not asked stays absent', async () => {
    const machine = await openMachine('windows10-healthy-administrator');
    const unasked = asThePerson({ ...machine, native: { ...machine.native, mediaAccess: () => absent } });
    expect(unasked.native.mediaAccess('camera')).toEqual(absent);
  });
});

test('run as the person, everything is as it is', async () => {
  const machine = await openMachine('windows10-desktop-apps-off-at-two-sessions');
  expect(machine.home).toEqual(value('C:\\Users\\user'));
  expect(machine.registry.value(`HKCU\\${CONSENT}`, 'Value')).toEqual(value({ type: 'REG_SZ', data: 'Deny' }));
});
