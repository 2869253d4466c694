import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pnpCommand } from '../../main/probes/windows/pnp-devices.ts';

const MACHINES = join(import.meta.dirname, '../../tests/machines');

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

const ENDPOINT = 'SWD\\MMDEVAPI\\{0.0.1.00000000}.{0a1b2c3d-0000-4000-8000-000000000001}';
const SOUND_CARD = 'HDAUDIO\\FUNC_01&VEN_10EC&DEV_0256\\4&1A2B3C4D&0&0001';

/** The problem code of each connected device by what it is; null for what is not connected. */
export interface Present {
  readonly camera?: number | null;
  readonly soundCard?: number;
  /** A scanner, or a camera of an older kind. */
  readonly image?: number;
}

function presentDevices({ camera = 0, soundCard = 0, image }: Present) {
  return {
    '{ca3e7ab9-b4c3-4ae6-8251-579ef933890f}': camera === null ? [] : [{ id: DEVICE, problem: camera }],
    '{6bdd1fc6-810f-11d0-bec7-08002be2092f}':
      image === undefined ? [] : [{ id: 'USB\\VID_04A9&PID_190F\\5&1A2B3C4D&0&1', problem: image }],
    '{c166523c-fe0c-4a94-a586-f1a80cfbbf3e}': [{ id: ENDPOINT, problem: 0 }],
    '{4d36e96c-e325-11ce-bfc1-08002be10318}': [{ id: SOUND_CARD, problem: soundCard }],
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
  /** What PowerShell prints of the connected devices, where Windows cannot be asked itself; null where it never ends. */
  readonly pnp?: string | null;
  /** What Windows itself says of the connected devices; null where neither can be asked. */
  readonly present?: Present | null;
  /** The session, where it is not at the computer itself. */
  readonly session?: string;
  /** The account that this runs as, where it is not the person’s own. */
  readonly account?: string;
  readonly files?: readonly string[];
  readonly processes?: readonly string[];
  /** What capture tests saw. */
  readonly captures?: readonly unknown[];
}

export const CHROME = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
export const FAMILY = 'Mozilla.Firefox_n80bbvh6b1yt2';
const PACKAGE = 'Mozilla.Firefox_153.0.1.0_x64__n80bbvh6b1yt2';
const CLIENT = `${LM}\\SOFTWARE\\Clients\\StartMenuInternet\\Google Chrome`;
const PACKAGES = `${CU}\\Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel\\Repository\\Packages`;

export const BROWSERS: Keys = {
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

/** The account of the system itself; as it is called in a French Windows. */
export const SYSTEM = 'Système';

/** Writes an ordinary computer with the change. */
export async function write(name: string, system: readonly [number, number], change: Change): Promise<void> {
  const folder = join(MACHINES, name);
  const json = (content: unknown): string => `${JSON.stringify(content, null, 2)}\n`;
  const files: Readonly<Record<string, string>> = {
    'registry.reg': registryOf(system, change),
    'machine.json': json(machineOf(system, change)),
    'expected.json': json(expectedOf(change)),
    ...(change.pnp === undefined
      ? {}
      : { 'commands.json': json([{ run: pnpCommand('C:\\Windows'), ...answerOf(change.pnp) }]) }),
    ...(change.captures === undefined ? {} : { 'capture.json': json(change.captures) }),
    ...Object.fromEntries(
      [...(hasBrowsers(change) ? BROWSER_FILES : []), ...(change.files ?? [])].map((file) => [`files/${file}`, 'MZ']),
    ),
  };
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), content);
  }
}

function hasBrowsers({ chrome, firefox }: Change): boolean {
  return chrome !== undefined || firefox !== undefined;
}

function registryOf([build, revision]: readonly [number, number], change: Change): string {
  const keys = Object.entries({
    ...ordinary(build, revision),
    ...(hasBrowsers(change) ? BROWSERS : {}),
    ...change.keys,
  });
  const blocks = keys.flatMap(([key, lines]) => (lines === null ? [] : [[`[${key}]`, ...lines, ''].join('\r\n')]));
  return ['Windows Registry Editor Version 5.00', '', ...blocks, ''].join('\r\n');
}

function machineOf([build]: readonly [number, number], change: Change) {
  const roaming = hasBrowsers(change) ? { APPDATA: 'C:\\Users\\user\\AppData\\Roaming' } : {};
  const isAsked = change.pnp === undefined && change.present !== null;
  return {
    platform: 'win32',
    release: `10.0.${build}`,
    arch: 'x64',
    home: change.account === SYSTEM ? 'C:\\Windows\\system32\\config\\systemprofile' : 'C:\\Users\\user',
    env: { SESSIONNAME: change.session ?? 'Console', LOCALAPPDATA: 'C:\\Users\\user\\AppData\\Local', ...roaming },
    locale: 'en-GB',
    user: { name: change.account ?? 'user', uid: 0, groups: [] },
    ...(change.native === undefined ? {} : { native: { mediaAccess: change.native } }),
    processes: (change.processes ?? []).map((path, place) => ({ pid: 4 * (place + 1), path })),
    ...(isAsked ? { presentDevices: presentDevices(change.present ?? {}) } : {}),
  };
}

function answerOf(printed: string | null) {
  return printed === null ? { hangs: true } : { stdout: printed };
}

function expectedOf(change: Change) {
  const bySubject = {
    'this-app': [change.camera ?? READY, change.microphone ?? READY],
    ...(hasBrowsers(change)
      ? { chrome: change.chrome ?? [READY, READY], firefox: change.firefox ?? [READY, READY] }
      : {}),
  };
  return Object.entries(bySubject).flatMap(([subject, verdicts]) =>
    verdicts.map(([state, rootCause], place) => {
      return { subject, medium: place === 0 ? 'camera' : 'microphone', state, rootCause };
    }),
  );
}
