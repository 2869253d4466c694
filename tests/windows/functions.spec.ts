import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { importRegistry, WINDOWS_NODE, wine } from '../setup/wine.ts';
import { HEADER } from './registry-text.ts';

/** The functions of Windows as the app calls them, in a real node.exe: a wrong declaration would end the program. */

const ASK = join(import.meta.dirname, 'inside/ask-windows.ts');

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

function ask(...setupClasses: readonly string[]): z.infer<typeof answersSchema> {
  const { status, stdout, stderr } = wine([WINDOWS_NODE, ASK, ...setupClasses]);
  if (status !== 0) throw new Error(`it ended with ${status}:\n${stderr}`);
  return answersSchema.parse(JSON.parse(stdout));
}

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
