import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PNP_COMMAND } from '../main/probes/windows/pnp-devices.ts';

const MACHINES = join(import.meta.dirname, '..', 'tests', 'machines');

export const LM = 'HKEY_LOCAL_MACHINE';
export const CU = 'HKEY_CURRENT_USER';
export const CONSENT = 'Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore';
const VERSION = `${LM}\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion`;
export const APP_PRIVACY = `${LM}\\SOFTWARE\\Policies\\Microsoft\\Windows\\AppPrivacy`;
export const MDM = `${LM}\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device`;
export const SERVICES = `${LM}\\SYSTEM\\CurrentControlSet\\Services`;
export const INPUT = `${LM}\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\MMDevices\\Audio\\Capture\\{0a1b2c3d-0000-4000-8000-000000000001}`;
const DEVICE = 'USB\\VID_046D&PID_0825&MI_00\\6&1A2B3C4D&0&0000';
export const CAMERA = `${LM}\\SYSTEM\\CurrentControlSet\\Enum\\${DEVICE}`;
const INTERFACE = `${LM}\\SYSTEM\\CurrentControlSet\\Control\\DeviceClasses\\{e5323777-f976-4f5b-9b55-b94699c46e44}\\##?#USB#VID_046D&PID_0825&MI_00#6&1A2B3C4D&0&0000#{e5323777-f976-4f5b-9b55-b94699c46e44}`;

/** Lines of a .reg file, by key; null takes the key away. */
export type Keys = Readonly<Record<string, readonly string[] | null>>;

export const text = (name: string, data: string): string => `"${name}"="${data.replaceAll('\\', '\\\\')}"`;
export const number = (name: string, data: number): string => `"${name}"=dword:${data.toString(16).padStart(8, '0')}`;
export const setting = (data: string): readonly string[] => [text('Value', data)];

function ordinary(build: number, revision: number): Keys {
  const consent = ['webcam', 'microphone'].flatMap((capability) => [
    [`${LM}\\${CONSENT}\\${capability}`, setting('Allow')] as const,
    [`${CU}\\${CONSENT}\\${capability}`, setting('Allow')] as const,
    [`${CU}\\${CONSENT}\\${capability}\\NonPackaged`, setting('Allow')] as const,
  ]);
  return {
    [VERSION]: [text('CurrentBuild', `${build}`), number('UBR', revision), text('ProductName', 'Windows 10 Pro')],
    ...Object.fromEntries(consent),
    [`${SERVICES}\\camsvc`]: [number('Start', 3)],
    [`${SERVICES}\\FrameServer`]: [number('Start', 3)],
    [`${SERVICES}\\Audiosrv`]: [number('Start', 2)],
    [`${SERVICES}\\AudioEndpointBuilder`]: [number('Start', 2)],
    [INPUT]: [number('DeviceState', 1)],
    [INTERFACE]: [text('DeviceInstance', DEVICE)],
    [CAMERA]: [text('FriendlyName', 'HD Webcam C270'), number('ConfigFlags', 0)],
  };
}

export type Verdict = readonly [state: string, rootCause: string | null];

export interface Change {
  readonly keys: Keys;
  readonly camera?: Verdict;
  readonly microphone?: Verdict;
  readonly native?: Readonly<Record<string, string>>;
  /** With Google Chrome by its installer and Firefox from the Store, and their verdicts. */
  readonly chrome?: readonly [camera: Verdict, microphone: Verdict];
  readonly firefox?: readonly [camera: Verdict, microphone: Verdict];
  /** What PowerShell prints of the connected devices; null where it never ends. */
  readonly pnp?: string | null;
}

export const CHROME = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
export const FAMILY = 'Mozilla.Firefox_n80bbvh6b1yt2';
const PACKAGE = 'Mozilla.Firefox_153.0.1.0_x64__n80bbvh6b1yt2';
const CLIENT = `${LM}\\SOFTWARE\\Clients\\StartMenuInternet\\Google Chrome`;
const PACKAGES = `${CU}\\Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel\\Repository\\Packages`;

const BROWSERS: Keys = {
  [CLIENT]: ['@="Google Chrome"'],
  [`${CLIENT}\\shell\\open\\command`]: [`@="${CHROME.replaceAll('\\', '\\\\')}"`],
  [`${PACKAGES}\\${PACKAGE}`]: [text('PackageRootFolder', `C:\\Program Files\\WindowsApps\\${PACKAGE}`)],
};

const BROWSER_FILES = [
  'C/Program Files/Google/Chrome/Application/chrome.exe',
  `C/Program Files/WindowsApps/${PACKAGE}/VFS/ProgramFiles/Firefox Package Root/firefox.exe`,
];

export const list = (name: string, families: readonly string[]): string => {
  const bytes = Buffer.from(`${families.join('\0')}\0\0`, 'utf16le');
  return `"${name}"=hex(7):${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(',')}`;
};

interface Entity {
  readonly name: string;
  readonly kind: string;
  readonly id: string;
  readonly code: number;
}

export const printed = (...entities: readonly Entity[]): string =>
  `${JSON.stringify(
    entities.map(({ name, kind, id, code }) => {
      return { Name: name, PNPClass: kind, PNPDeviceID: id, ConfigManagerErrorCode: code, Present: true };
    }),
  )}\r\n`;

export const webcam = (code: number): string => printed({ name: 'HD Webcam C270', kind: 'Camera', id: DEVICE, code });

export const READY: Verdict = ['ready', null];
export const ASKS: Verdict = ['will-ask', null];
export const UNKNOWN: Verdict = ['unknown', null];
export const blocked = (cause: string): Verdict => ['blocked', cause];

/** Writes an ordinary computer with the change. */
export async function write(name: string, [build, revision]: readonly [number, number], change: Change): Promise<void> {
  const folder = join(MACHINES, name);
  await mkdir(folder, { recursive: true });
  const browsers = change.chrome !== undefined || change.firefox !== undefined;
  const keys = Object.entries({ ...ordinary(build, revision), ...(browsers ? BROWSERS : {}), ...change.keys });
  const blocks = keys.flatMap(([key, lines]) => (lines === null ? [] : [[`[${key}]`, ...lines, ''].join('\r\n')]));
  await writeFile(
    join(folder, 'registry.reg'),
    ['Windows Registry Editor Version 5.00', '', ...blocks, ''].join('\r\n'),
  );
  const machine = {
    platform: 'win32',
    release: `10.0.${build}`,
    arch: 'x64',
    home: 'C:\\Users\\user',
    env: {
      SESSIONNAME: 'Console',
      LOCALAPPDATA: 'C:\\Users\\user\\AppData\\Local',
      ...(browsers ? { APPDATA: 'C:\\Users\\user\\AppData\\Roaming' } : {}),
    },
    locale: 'en-GB',
    user: { name: 'user', uid: 0, groups: [] },
    ...(change.native === undefined ? {} : { native: { mediaAccess: change.native } }),
    processes: [],
  };
  await writeFile(join(folder, 'machine.json'), `${JSON.stringify(machine, null, 2)}\n`);
  for (const file of browsers ? BROWSER_FILES : []) {
    await mkdir(dirname(join(folder, 'files', file)), { recursive: true });
    await writeFile(join(folder, 'files', file), 'MZ');
  }
  if (change.pnp !== undefined) {
    const answer = change.pnp === null ? { hangs: true } : { stdout: change.pnp };
    await writeFile(join(folder, 'commands.json'), `${JSON.stringify([{ run: PNP_COMMAND, ...answer }], null, 2)}\n`);
  }
  const bySubject = {
    'this-app': [change.camera ?? READY, change.microphone ?? READY],
    ...(browsers ? { chrome: change.chrome ?? [READY, READY], firefox: change.firefox ?? [READY, READY] } : {}),
  };
  const expected = Object.entries(bySubject).flatMap(([subject, verdicts]) =>
    verdicts.map(([state, rootCause], place) => {
      return { subject, medium: place === 0 ? 'camera' : 'microphone', state, rootCause };
    }),
  );
  await writeFile(join(folder, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
}
