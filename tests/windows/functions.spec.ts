import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { importRegistry, WINDOWS_NODE, wine } from '../setup/wine.ts';
import { CLEAN } from './inputs.ts';
import { HEADER } from './registry-text.ts';

/** The functions of Windows as the app calls them, in a real node.exe: a wrong declaration would end the program. */

const INSIDE = join(import.meta.dirname, 'inside');

const CAMERAS = '{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}';
const ENDPOINTS = '{c166523c-fe0c-4a94-a586-f1a80cfbbf3e}';
const NONE = '{00112233-4455-6677-8899-aabbccddeeff}';

const ENUM = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Enum';

/** Two of one class and one of another, with a name beyond ASCII. */
const DEVICES: readonly (readonly [id: string, setupClass: string])[] = [
  ['USB\\VID_046D&PID_0825&MI_00\\6&1A2B3C4D&0&0000', CAMERAS],
  ['ROOT\\CAMERA\\Kamera Größe 日本', CAMERAS],
  ['SWD\\MMDEVAPI\\{0.0.1.00000000}.{0A1B2C3D-0000-4000-8000-000000000001}', ENDPOINTS],
];

const imported = DEVICES.map(
  ([id, setupClass]) => `[${ENUM}\\${id}]\r\n"ClassGUID"="${setupClass}"\r\n"ConfigFlags"=dword:00000000\r\n`,
).join('\r\n');
const REMOVED = DEVICES.map(([id]) => `[-${ENUM}\\${id}]\r\n`).join('\r\n');

const answersSchema = z.object({
  pid: z.number(),
  ownProgram: z.unknown(),
  processes: z.object({
    kind: z.literal('value'),
    value: z.array(z.object({ pid: z.number(), path: z.string(), args: z.object({ kind: z.literal('unreadable') }) })),
  }),
  devices: z.array(z.unknown()),
});

function inWindows(script: string, args: readonly string[] = []): unknown {
  const { status, stdout, stderr } = wine([WINDOWS_NODE, join(INSIDE, script), ...args]);
  if (status !== 0) throw new Error(`${script} ended with ${status}:\n${stderr}`);
  return JSON.parse(stdout);
}

const ask = (...setupClasses: readonly string[]) => answersSchema.parse(inWindows('ask-windows.ts', setupClasses));

describe('Windows tells', () => {
  beforeAll(() => importRegistry(`${HEADER}${REMOVED}\r\n${imported}`));
  afterAll(() => importRegistry(HEADER + REMOVED));

  test('the devices of each class that is asked for, and no others', () => {
    const { devices } = ask(CAMERAS, ENDPOINTS, NONE);
    const told = (setupClass: string) => ({
      kind: 'value',
      value: expect.toSatisfy((found: readonly { id: string; problem: number }[]) => {
        const wanted = DEVICES.filter(([, of]) => of === setupClass).map(([id]) => id.toUpperCase());
        const got = found.map(({ id }) => id.toUpperCase());
        return JSON.stringify(got.toSorted()) === JSON.stringify(wanted.toSorted());
      }),
    });
    expect(devices).toEqual([told(CAMERAS), told(ENDPOINTS), told(NONE)]);
  });

  test('the programs that run, each with its path', () => {
    const { pid, processes, ownProgram } = ask();
    const own = processes.value.find((process) => process.pid === pid);
    expect({ kind: 'value', value: own?.path }).toEqual(ownProgram);
    expect(processes.value.map(({ path }) => path.toLowerCase())).toContain('c:\\windows\\system32\\services.exe');
  });
});

const STORE = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore';
const INPUTS = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\MMDevices\\Audio\\Capture';
const INPUT = `${INPUTS}\\{0a1b2c3d-0000-4000-8000-000000000009}`;
const used = (program: string): string => `[${STORE}\\webcam\\NonPackaged\\${program.replaceAll('\\', '#')}]
"LastUsedTimeStart"=hex(b):00,c0,83,ed,8a,49,da,01
"LastUsedTimeStop"=hex(b):00,00,00,00,00,00,00,00

`;

describe('the whole diagnosis of the computer itself, with nothing recorded in it', () => {
  const keys = `[${STORE}\\webcam\\NonPackaged]
"Value"="Deny"

${used(`Z:${WINDOWS_NODE.replaceAll('/', '\\')}`)}${used('C:\\gone\\zoom.exe')}[${ENUM}\\${DEVICES[0]?.[0]}]
"FriendlyName"="HD Webcam C270"
"ClassGUID"="${CAMERAS}"

[${INPUT}]
"DeviceState"=dword:00000001
"Role:0"=hex:ea,07,0b,00,00,00,02,00,0c,00,00,00,00,00,00,00

[${INPUT}\\Properties]
"{9855c4cd-df8c-449c-a181-8191b68bd06c},0"=hex:41,00,00,00,01,00,00,00,8c,a3,58,c0,8c,a3,58,c0
"{9855c4cd-df8c-449c-a181-8191b68bd06c},1"=hex:0b,00,00,00,01,00,00,00,ff,ff,00,00
`.replaceAll('\n', '\r\n');
  const clean = `${CLEAN}${REMOVED}\r\n[-${INPUT}]\r\n`;

  beforeAll(() => importRegistry(`${HEADER}${clean}\r\n${keys}`));
  afterAll(() => importRegistry(HEADER + clean));

  test('is what was put into it', () => {
    const report = inWindows('examine.ts');
    const is = (of: unknown) => ({ kind: 'value', value: of });
    expect(report).toMatchObject({
      subjects: [
        {
          id: 'this-app',
          camera: { state: 'blocked', rootCause: 'windows.desktop-apps-off' },
          microphone: { state: 'blocked', rootCause: 'signal.volume-zero' },
        },
      ],
      facts: {
        readings: {
          windowsPresentDevices: is([{ name: 'HD Webcam C270', kind: 'camera', problem: 0 }]),
          // Nobody asked PowerShell, which in Wine says nothing.
          windowsPnpDevices: { kind: 'absent' },
          windowsUsage: is({
            camera: expect.toSatisfy((users: readonly object[]) => {
              const running = users.map((user) => JSON.stringify(user));
              return (
                running.length === 2 &&
                running.some(
                  (user) => user.includes('node.exe') && user.includes('"running":{"kind":"value","value":true}'),
                ) &&
                running.some(
                  (user) => user.includes('zoom.exe') && user.includes('"running":{"kind":"value","value":false}'),
                )
              );
            }),
            microphone: [],
          }),
          windowsAudioInputs: is(
            expect.arrayContaining([
              expect.objectContaining({
                chosenAt: is('2026-11-02T12:00:00.000Z'),
                muted: is(true),
                decibels: is(-3.4),
              }),
            ]),
          ),
        },
      },
    });
  });
});
