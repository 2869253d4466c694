import { describe, expect, test } from 'vitest';
import { absent, unreadable, value } from '../../../../../core/reading.ts';
import type { Machine } from '../../../../../main/machine/machine.ts';
import { gather } from '../../../../../main/probes/gather.ts';
import { loadProbes } from '../../../../../main/probes/index.ts';
import { dword, readWith, text, withBad } from './bad-registry.ts';

/** What Windows writes and means nothing to us: it changes nothing, and takes nothing away. */

const INPUTS = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\MMDevices\\Audio\\Capture';
const VERSION = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';

describe('on Windows', () => {
  test.each([
    [0x10000001, 'active'],
    [0x10000002, 'disabled'],
    [0x10000004, 'not-present'],
    [0x10000008, 'unplugged'],
  ])('an input in state %d is %s', async (bits, state) => {
    const { windowsAudioInputs } = await readWith({
      subkeys: { [INPUTS]: value(['{a}']) },
      values: { [`${INPUTS}\\{a}\\DeviceState`]: dword(bits) },
    });
    expect(windowsAudioInputs).toMatchObject({ value: [{ state: value(state) }] });
  });

  test.each([
    ['16299', 'absent', 'value'],
    ['17133', 'absent', 'value'],
    ['17134', 'value', 'absent'],
  ])('of build %s the switches are %s, and those of before it %s', async (build, consent, deviceAccess) => {
    const machine = await withBad({ values: { [`${VERSION}\\CurrentBuild`]: text(build) } });
    const { readings } = await gather(
      { ...machine, release: `10.0.${build}` },
      { site: null, probes: await loadProbes('win32') },
    );
    expect([readings.windowsConsent?.kind, readings.windowsDeviceAccess?.kind]).toEqual([consent, deviceAccess]);
  });

  test('devices that are no longer connected are left out of what PowerShell lists', async () => {
    const camera = { PNPClass: 'Camera', PNPDeviceID: 'USB\\VID_046D&PID_0825\\1' };
    const stdout = JSON.stringify([
      { ...camera, Name: 'Here', ConfigManagerErrorCode: 0, Present: true },
      { ...camera, Name: 'Gone', ConfigManagerErrorCode: 45, Present: null },
      { ...camera, Name: 'Away', ConfigManagerErrorCode: 0, Present: false },
    ]);
    const machine = await withBad({ run: async () => value({ code: 0, stdout, stderr: '' }) });
    const { readings } = await gather(
      { ...machine, presentDevices: () => unreadable('koffi did not load') },
      { site: null, probes: await loadProbes('win32') },
    );
    expect(readings.windowsPnpDevices).toMatchObject({ value: [{ name: 'Here' }] });
  });

  test('devices that are no longer connected are left out of what Windows lists', async () => {
    const machine: Machine = {
      ...(await withBad({})),
      presentDevices: () =>
        value([
          { id: 'USB\\{0.0.1.00000000}\\1', problem: 0 },
          { id: 'USB\\{0.0.1.00000000}\\2', problem: 45 },
        ]),
    };
    const { readings } = await gather(machine, { site: null, probes: await loadProbes('win32') });
    expect(readings.windowsPresentDevices).toMatchObject({ value: { length: 4 } });
    expect(readings.windowsPnpDevices).toEqual(absent);
  });

  test.each([
    [value('D:\\Win'), 'D:\\Win'],
    [absent, 'C:\\Windows'],
  ])('PowerShell is started by its full path', async (systemRoot, folder) => {
    const programs: string[] = [];
    const machine = await withBad({
      run: async ([program]) => {
        programs.push(program);
        return unreadable('not here');
      },
    });
    const env = { get: (name: string) => (name === 'SystemRoot' ? systemRoot : machine.env.get(name)) };
    await gather(
      { ...machine, env, presentDevices: () => unreadable('koffi did not load') },
      { site: null, probes: await loadProbes('win32') },
    );
    expect(programs).toEqual([`${folder}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`]);
  });
});
