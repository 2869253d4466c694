import { build } from 'plist';
import { VOLUME_COMMAND } from '../main/probes/macos/input-volume.ts';
import { LID_COMMAND } from '../main/probes/macos/lid.ts';
import { ENROLMENT_COMMAND } from '../main/probes/macos/management.ts';
import { AUDIO_COMMAND, CAMERA_COMMAND } from '../main/probes/macos/profiler.ts';
import { EXTENSIONS_COMMAND } from '../main/probes/macos/virtual-cameras.ts';
import { type AccessRow, type Columns, tccDatabase } from './tcc-database.ts';

/** Releases of macOS with their kernel, an exact version, and the columns of TCC’s table. */
export const RELEASES = {
  '10.15': { darwin: '19.6.0', product: '10.15.7', build: '19H2026', columns: 12 },
  '12': { darwin: '21.6.0', product: '12.7.6', build: '21H1320', columns: 13 },
  '13': { darwin: '22.6.0', product: '13.7.8', build: '22H730', columns: 13 },
  '14': { darwin: '23.6.0', product: '14.8.1', build: '23J220', columns: 17 },
  '15': { darwin: '24.6.0', product: '15.7.2', build: '24G325', columns: 17 },
  '26': { darwin: '25.2.0', product: '26.2', build: '25C56', columns: 17 },
  '27': { darwin: '26.0.0', product: '27.0', build: '26A100', columns: 19 },
} as const satisfies Record<string, { darwin: string; product: string; build: string; columns: Columns }>;

export type Release = keyof typeof RELEASES;

interface Command {
  readonly run: readonly string[];
  readonly stdout?: string;
  readonly stderr?: string;
  readonly code?: number;
  readonly hangs?: boolean;
}

export interface Camera {
  readonly _name: string;
  readonly 'spcamera_model-id': string;
  readonly 'spcamera_unique-id': string;
}

const camera = (_name: string, model: string, id: string): Camera => ({
  _name,
  'spcamera_model-id': model,
  'spcamera_unique-id': id,
});

export const CAMERAS = {
  builtIn: camera('MacBook Pro Camera', 'MacBook Pro Camera', '6C707041-05AC-0010-0006-000000000001'),
  builtInFrench: camera('Caméra MacBook Pro', 'Caméra MacBook Pro', '6C707041-05AC-0010-0006-000000000001'),
  usb: camera('Logi C310 HD WebCam', 'UVC Camera VendorID_1133 ProductID_2075', '0x110000046d081b'),
  appleUsb: camera('FaceTime HD Camera', 'UVC Camera VendorID_1452 ProductID_34068', '0x1420000005ac8514'),
  obs: camera('OBS Virtual Camera', 'OBS Camera Extension', '7626645E-4425-469E-9D8B-97E0FA59AC75'),
  phone: camera('Anna’s iPhone Camera', 'iPhone14,4', 'E46361EB-14D9-4A38-A639-3C2F00000001'),
} as const;

type AudioDevice = Readonly<Record<string, string | number>>;

const input = (_name: string, transport: string, more: AudioDevice = {}): AudioDevice => ({
  _name,
  coreaudio_device_input: 1,
  coreaudio_device_srate: 48_000,
  coreaudio_device_transport: `coreaudio_device_type_${transport}`,
  ...more,
});

export const isDefault = { coreaudio_default_audio_input_device: 'spaudio_yes' } as const;

export const SPEAKERS: AudioDevice = {
  _name: 'MacBook Pro Speakers',
  coreaudio_default_audio_output_device: 'spaudio_yes',
  coreaudio_device_output: 2,
  coreaudio_device_srate: 48_000,
  coreaudio_device_transport: 'coreaudio_device_type_builtin',
};

export const INPUTS = {
  builtIn: input('MacBook Pro Microphone', 'builtin'),
  usb: input('Blue Yeti', 'usb'),
  headset: input('Anna’s AirPods Pro', 'bluetooth', { coreaudio_device_srate: 16_000 }),
  blackHole: input('BlackHole 2ch', 'virtual', { coreaudio_device_output: 2 }),
  phone: input('Anna’s iPhone Microphone', 'continuity_capture'),
} as const;

/** What `system_profiler` prints of sound; older releases nest once more. */
export function sound(devices: readonly AudioDevice[], nesting = 1): string {
  let items: readonly object[] = [{ _name: 'coreaudio_device', _items: devices }];
  for (let level = 1; level < nesting; level += 1) items = [{ _name: 'Devices', _items: items }];
  return `${JSON.stringify({ SPAudioDataType: items }, null, 2)}\n`;
}

export function pictures(cameras: readonly Camera[]): string {
  return `${JSON.stringify({ SPCameraDataType: cameras }, null, 2)}\n`;
}

export function lid(closed: boolean): string {
  return `+-o IOPMrootDomain  <class IOPMrootDomain, id 0x100000114, registered, matched, active, busy 0 (0 ms), retain 31>\n    {\n      "AppleClamshellState" = ${closed ? 'Yes' : 'No'}\n      "AppleClamshellCausesSleep" = No\n    }\n`;
}

export type Said = string | Omit<Command, 'run'>;

/** What each command says; a text is what it prints and ends well with. */
export interface Says {
  readonly cameras?: Said;
  readonly sound?: Said;
  readonly lid?: Said;
  readonly volume?: Said;
  readonly enrolment?: Said;
  readonly extensions?: Said;
}

const HEALTHY: Required<Says> = {
  cameras: pictures([CAMERAS.builtIn]),
  sound: sound([{ ...INPUTS.builtIn, ...isDefault }, SPEAKERS]),
  lid: lid(false),
  volume: '75\n',
  enrolment: 'Enrolled via DEP: No\nMDM enrollment: No\n',
  extensions: '0 extension(s)\n',
};

export function commandsOf(says: Says): readonly Command[] {
  const said = { ...HEALTHY, ...says };
  const command = (run: readonly string[], what: Said): Command =>
    typeof what === 'string' ? { run, stdout: what } : { run, ...what };
  return [
    command(CAMERA_COMMAND, said.cameras),
    command(AUDIO_COMMAND, said.sound),
    command(LID_COMMAND, said.lid),
    command(VOLUME_COMMAND, said.volume),
    command(ENROLMENT_COMMAND, said.enrolment),
    command(EXTENSIONS_COMMAND, said.extensions),
  ];
}

export function systemVersion(product: string, buildNumber: string): Record<string, string> {
  const content = { ProductBuildVersion: buildNumber, ProductName: 'macOS', ProductVersion: product };
  return { 'System/Library/CoreServices/SystemVersion.plist': `${build(content)}\n` };
}

const TCC = 'Library/Application Support/com.apple.TCC/TCC.db';
export const SYSTEM_DATABASE = TCC;
export const USER_DATABASE = `Users/user/${TCC}`;

/** Both databases as the release has them: the person’s rows, and those of the computer. */
export function databases(
  release: Release,
  user: readonly AccessRow[],
  system: readonly AccessRow[] = [],
): Record<string, Uint8Array> {
  const { columns } = RELEASES[release];
  return {
    [SYSTEM_DATABASE]: tccDatabase(columns, system),
    // This person’s has moved there.
    ...(release === '27' ? {} : { [USER_DATABASE]: tccDatabase(columns, user) }),
  };
}

/** What macOS shows to a program without Full Disk Access: that the databases are there, and no more. */
export const NO_FULL_DISK_ACCESS = {
  [`/${SYSTEM_DATABASE}`]: { unreadable: 'EPERM' },
  [`/${USER_DATABASE}`]: { unreadable: 'EPERM' },
};
