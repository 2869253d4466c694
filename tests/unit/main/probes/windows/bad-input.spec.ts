import { describe, expect, test } from 'vitest';
import type { Facts } from '../../../../../core/facts/facts.ts';
import { type Reading, value } from '../../../../../core/reading.ts';
import { type Bad, bytes, DENIED, dword, PROGRAMS, readWith, text, time, WEBCAM } from './bad-registry.ts';

const POLICY = 'HKLM\\SOFTWARE\\Policies\\Microsoft\\Windows\\AppPrivacy';
const SERVICES = 'HKLM\\SYSTEM\\CurrentControlSet\\Services';
const INPUTS = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\MMDevices\\Audio\\Capture';
const ENUM = 'HKLM\\SYSTEM\\CurrentControlSet\\Enum\\USB\\VID_046D&PID_0825&MI_00\\6&1A2B3C4D&0&0000';

type Look = (readings: Facts['readings']) => Reading<unknown> | undefined;

function partOf<T>(reading: Reading<T> | undefined, part: (of: T) => Reading<unknown> | undefined) {
  return reading?.kind === 'value' ? part(reading.value) : reading;
}

const consent = (part: 'device' | 'apps' | 'desktopApps'): Look => {
  return ({ windowsConsent }) => partOf(windowsConsent, ({ camera }) => camera[part]);
};
const policy = (part: 'all' | 'forceDeny'): Look => {
  return ({ windowsPolicies }) => partOf(windowsPolicies, ({ camera }) => camera.group[part]);
};

const INPUT = `${INPUTS}\\{0a1b2c3d-0000-4000-8000-000000000001}`;
const MUTE = `${INPUT}\\Properties\\{9855c4cd-df8c-449c-a181-8191b68bd06c},1`;
const VOLUME = `${INPUT}\\Properties\\{9855c4cd-df8c-449c-a181-8191b68bd06c},0`;
const inputPart = (part: 'muted' | 'decibels' | 'chosenAt'): Look => {
  return ({ windowsAudioInputs }) => partOf(windowsAudioInputs, ([first]) => first?.[part]);
};

const user = (program: string): Record<string, Reading<readonly string[]>> => ({ [PROGRAMS]: value([program]) });

/** What is wrong, where it shows, and a part of the reason that must be told. */
const ROWS: readonly (readonly [what: string, bad: Bad, look: Look, why: string])[] = [
  ['a switch is a DWORD', { values: { [`${WEBCAM}\\Value`]: dword(0) } }, consent('apps'), 'Value is not text'],
  [
    'a switch is an unknown word',
    { values: { [`${PROGRAMS}\\Value`]: text('Maybe') } },
    consent('desktopApps'),
    'none that is known',
  ],
  [
    'a switch may not be read',
    { values: { [`${WEBCAM.replace('HKCU', 'HKLM')}\\Value`]: DENIED } },
    consent('device'),
    'access denied',
  ],
  [
    'a list of a policy is DWORD 0',
    { values: { [`${POLICY}\\LetAppsAccessCamera_ForceDenyTheseApps`]: dword(0) } },
    policy('forceDeny'),
    'not a list but REG_DWORD',
  ],
  [
    'a policy is text',
    { values: { [`${POLICY}\\LetAppsAccessCamera`]: text('2') } },
    policy('all'),
    'not a number but REG_SZ',
  ],
  [
    'a policy is a number without a meaning',
    { values: { [`${POLICY}\\LetAppsAccessCamera`]: dword(7) } },
    policy('all'),
    'means nothing',
  ],
  [
    'the start of a service is text',
    { values: { [`${SERVICES}\\camsvc\\Start`]: text('4') } },
    ({ windowsServices }) => partOf(windowsServices, ({ camsvc }) => camsvc),
    'not a number',
  ],
  [
    'the flags of a camera may not be read',
    { values: { [`${ENUM}\\ConfigFlags`]: DENIED } },
    ({ windowsCameras }) => partOf(windowsCameras, ([first]) => first?.disabled),
    'access denied',
  ],
  [
    'one input among good ones may not be read',
    {
      subkeys: { [INPUTS]: value(['{a}', '{b}']) },
      values: { [`${INPUTS}\\{a}\\DeviceState`]: dword(1), [`${INPUTS}\\{b}\\DeviceState`]: DENIED },
    },
    ({ windowsAudioInputs }) => partOf(windowsAudioInputs, ([, second]) => second?.state),
    'access denied',
  ],
  [
    'the state of an input means nothing',
    { subkeys: { [INPUTS]: value(['{a}']) }, values: { [`${INPUTS}\\{a}\\DeviceState`]: dword(3) } },
    ({ windowsAudioInputs }) => partOf(windowsAudioInputs, ([first]) => first?.state),
    'means nothing',
  ],
  [
    'whether an input is muted is a number',
    { values: { [MUTE]: dword(1) } },
    inputPart('muted'),
    'not a row of bytes but REG_DWORD',
  ],
  [
    'whether an input is muted is of another type inside',
    { values: { [MUTE]: bytes(0x13, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0) } },
    inputPart('muted'),
    'of another type',
  ],
  [
    'whether an input is muted is cut off',
    { values: { [MUTE]: bytes(0x0b, 0, 0, 0, 1, 0, 0, 0, 0xff) } },
    inputPart('muted'),
    'cut off',
  ],
  [
    'the level of an input has nothing in it',
    { values: { [VOLUME]: bytes(0x41, 0, 0, 0, 1, 0, 0, 0) } },
    inputPart('decibels'),
    'no level',
  ],
  [
    'the level of an input is no number',
    { values: { [VOLUME]: bytes(0x41, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0xc0, 0x7f) } },
    inputPart('decibels'),
    'no level',
  ],
  [
    'when an input was chosen is the 45th of a month',
    { values: { [`${INPUT}\\Role:0`]: bytes(0xea, 7, 11, 0, 0, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0) } },
    inputPart('chosenAt'),
    'no time',
  ],
  [
    'when an input was chosen is at 30 o’clock',
    { values: { [`${INPUT}\\Role:0`]: bytes(0xea, 7, 11, 0, 0, 0, 4, 0, 30, 0, 0, 0, 0, 0, 0, 0) } },
    inputPart('chosenAt'),
    'no time',
  ],
  [
    'when an input was chosen is cut off',
    { values: { [`${INPUT}\\Role:0`]: bytes(0xea, 7) } },
    inputPart('chosenAt'),
    'no time',
  ],
  [
    'security software may not be listed',
    { subkeys: { 'HKLM\\SOFTWARE\\Microsoft\\Security Center\\Provider\\Av': DENIED } },
    ({ windowsSecurityProducts }) => windowsSecurityProducts,
    'access denied',
  ],
  [
    'who uses the camera may not be listed',
    { subkeys: { [PROGRAMS]: DENIED } },
    ({ windowsUsage }) => windowsUsage,
    'access denied',
  ],
  [
    'since when a program uses it is text',
    { subkeys: user('C:#x.exe'), values: { [`${PROGRAMS}\\C:#x.exe\\LastUsedTimeStart`]: text('now') } },
    ({ windowsUsage }) => partOf(windowsUsage, ({ camera }) => camera[0]?.using),
    'not a time but REG_SZ',
  ],
  [
    'until when a program used it may not be read',
    {
      subkeys: user('C:#x.exe'),
      values: {
        [`${PROGRAMS}\\C:#x.exe\\LastUsedTimeStart`]: time(5n),
        [`${PROGRAMS}\\C:#x.exe\\LastUsedTimeStop`]: DENIED,
      },
    },
    ({ windowsUsage }) => partOf(windowsUsage, ({ camera }) => camera[0]?.using),
    'access denied',
  ],
  [
    'PowerShell prints nothing',
    { run: async () => value({ code: 0, stdout: '', stderr: '' }) },
    ({ windowsPnpDevices }) => windowsPnpDevices,
    'not JSON',
  ],
  [
    'PowerShell prints text before the JSON',
    { run: async () => value({ code: 0, stdout: 'Loading profile…\r\n[]', stderr: '' }) },
    ({ windowsPnpDevices }) => windowsPnpDevices,
    'not JSON',
  ],
  [
    'PowerShell prints other JSON',
    { run: async () => value({ code: 0, stdout: '{"Name":"x"}', stderr: '' }) },
    ({ windowsPnpDevices }) => windowsPnpDevices,
    'powershell.exe',
  ],
  [
    'PowerShell is forbidden',
    { run: async () => value({ code: 1, stdout: '', stderr: 'disabled by policy' }) },
    ({ windowsPnpDevices }) => windowsPnpDevices,
    'it failed with 1',
  ],
  [
    'PowerShell hangs',
    { run: () => new Promise(() => {}) },
    ({ windowsPnpDevices }) => windowsPnpDevices,
    'no answer within',
  ],
];

describe('on Windows', () => {
  test.each(ROWS)('where %s, that is unreadable, and the rest stands', async (_what, bad, look, why) => {
    const readings = await readWith(bad);
    const found = look(readings);
    expect(found?.kind === 'unreadable' ? found.why : found).toContain(why);
    const healthy = await readWith({});
    const changed = Object.keys(healthy).filter(
      (key) => JSON.stringify(Reflect.get(readings, key)) !== JSON.stringify(Reflect.get(healthy, key)),
    );
    expect(changed).toHaveLength(1);
  });
});
