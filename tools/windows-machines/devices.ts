import { camera, microphone } from './changes.ts';
import { blocked, type Change, INPUT, type Keys, LM, number, printed, text, UNKNOWN, webcam } from './computer.ts';

const VOLUME = '{9855c4cd-df8c-449c-a181-8191b68bd06c},0';
const MUTE = '{9855c4cd-df8c-449c-a181-8191b68bd06c},1';
const NAME = '{a45c254e-df1c-4efd-8020-67d146a850e0},2';
const SECOND_INPUT = `${INPUT.slice(0, -2)}2}`;

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(',');

const muted = (is: boolean): string => `"${MUTE}"=hex:0b,00,00,00,01,00,00,00,${is ? 'ff,ff' : '00,00'},00,00`;

/** As of a stereo device: the same for both channels. */
const level = (decibels: number): string =>
  `"${VOLUME}"=hex:41,00,00,00,01,00,00,00,${hex(new Uint8Array(Float32Array.of(decibels, decibels).buffer))}`;

/** Noon of a day in November 2026, when the endpoint was made the default. */
const chosen = (day: number): string =>
  `"Role:0"=hex:${hex(new Uint8Array(Uint16Array.of(2026, 11, 0, day, 12, 0, 0, 0).buffer))}`;

const named = (name: string): string => text(NAME, name);

const TWO_INPUTS = (defaultIsMuted: boolean): Change['keys'] => ({
  [INPUT]: [number('DeviceState', 1), chosen(2)],
  [`${INPUT}\\Properties`]: [named('Microphone Array'), level(-8.5), muted(defaultIsMuted)],
  [SECOND_INPUT]: [number('DeviceState', 1), chosen(1)],
  [`${SECOND_INPUT}\\Properties`]: [named('Headset'), level(-8.5), muted(!defaultIsMuted)],
});

const gone = { [INPUT]: [number('DeviceState', 4)] };

const PROVIDER = `${LM}\\SOFTWARE\\Microsoft\\Security Center\\Provider\\Av\\{0a1b2c3d-1111-4000-8000-000000000001}`;
const DEFENDER = `${LM}\\SOFTWARE\\Microsoft\\Security Center\\Provider\\Av\\{0a1b2c3d-1111-4000-8000-000000000002}`;

const SUITE: Change['keys'] = {
  [PROVIDER]: [
    text('DISPLAYNAME', 'Kaspersky Total Security'),
    text('PRODUCTEXE', 'C:\\Program Files (x86)\\Kaspersky Lab\\avpui.exe'),
  ],
  [DEFENDER]: [text('DISPLAYNAME', 'Windows Defender'), text('PRODUCTEXE', 'windowsdefender://')],
};
const SUITE_FILE = 'C/Program Files (x86)/Kaspersky Lab/avpui.exe';

const VIRTUAL: Change['keys'] = {
  [`${LM}\\SOFTWARE\\Classes\\CLSID\\{860BB310-5D01-11d0-BD3B-00A0C911CE86}\\Instance\\{A3FCE0F5-3493-419F-958A-ABA1250EC20B}`]:
    [text('FriendlyName', 'OBS Virtual Camera'), text('CLSID', '{A3FCE0F5-3493-419F-958A-ABA1250EC20B}')],
};

const FAILED = [
  {
    version: 2,
    subject: 'this-app',
    medium: 'camera',
    origin: null,
    takenAt: '2026-11-20T09:01:00Z',
    engine: { name: 'chromium', version: 156 },
    device: 'unnamed',
    request: {
      attempts: 2,
      milliseconds: 310,
      permissionBefore: 'granted',
      permissionAfter: 'granted',
      secure: true,
      allowed: true,
      visible: true,
      focused: true,
      listed: 1,
    },
    outcome: { kind: 'failed', error: 'NotReadableError', message: 'Could not start video source', constraint: null },
    others: [],
  },
];

const ZOOM = 'C:\\Program Files\\Zoom\\bin\\Zoom.exe';
const USAGE =
  'HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\CapabilityAccessManager\\ConsentStore\\webcam\\NonPackaged\\C:#Program Files#Zoom#bin#Zoom.exe';
const IN_USE = [
  '"LastUsedTimeStart"=hex(b):00,c0,83,ed,8a,49,da,01',
  '"LastUsedTimeStop"=hex(b):00,00,00,00,00,00,00,00',
];

/** What the firmware calls the computer. */
const firmware = (maker: string, product: string): Keys => ({
  [`${LM}\\HARDWARE\\DESCRIPTION\\System\\BIOS`]: [
    text('SystemManufacturer', maker),
    text('SystemProductName', product),
  ],
});

/** What is connected, how loud, in use, and guarded. */
export const DEVICE_CHANGES: Readonly<Record<string, Change>> = {
  'camera-without-driver': { ...camera({}, 'device.driver-problem'), pnp: webcam(28) },
  'camera-disabled-in-device-manager': { ...camera({}, 'device.disabled'), pnp: webcam(22) },
  'camera-unplugged': { ...camera({}, 'device.none'), pnp: printed() },
  'camera-code-10': { ...camera({}, 'device.driver-problem'), present: { camera: 10 } },
  'camera-code-22': { ...camera({}, 'device.disabled'), present: { camera: 22 } },
  'camera-code-28': { ...camera({}, 'device.driver-problem'), present: { camera: 28 } },
  'camera-code-29': { ...camera({}, 'device.disabled'), present: { camera: 29 } },
  'camera-code-43': { ...camera({}, 'device.driver-problem'), present: { camera: 43 } },
  'camera-not-connected': { ...camera({}, 'device.none'), present: { camera: null } },
  'scanner-alone': { keys: {}, camera: UNKNOWN, present: { camera: null, image: 0 } },
  'faulty-scanner-alone': { keys: {}, camera: UNKNOWN, present: { camera: null, image: 28 } },
  'imaging-camera-disabled': { keys: {}, camera: UNKNOWN, present: { camera: null, image: 22 } },
  'healthy-scanner-beside-camera': { keys: {}, present: { image: 0 } },
  'virtual-camera-alone': { keys: VIRTUAL, camera: UNKNOWN, present: { camera: null } },
  'healthy-virtual-camera-beside-camera': { keys: VIRTUAL },
  'sound-card-disabled': { ...microphone(gone, 'device.disabled'), present: { soundCard: 22 } },
  'sound-card-without-driver': { ...microphone(gone, 'device.driver-problem'), present: { soundCard: 28 } },
  'microphone-muted': microphone(
    { [`${INPUT}\\Properties`]: [named('Microphone'), level(-8.5), muted(true)] },
    'signal.volume-zero',
  ),
  'default-microphone-muted': { keys: TWO_INPUTS(true) },
  'healthy-other-microphone-muted': { keys: TWO_INPUTS(false) },
  'microphone-turned-down': { keys: { [`${INPUT}\\Properties`]: [level(-96), muted(false)] } },
  'healthy-microphone-at-a-fifth': { keys: { [`${INPUT}\\Properties`]: [level(-24.4), muted(false)] } },
  'camera-used-by-another': {
    ...camera({ [USAGE]: IN_USE }, 'device.in-use'),
    processes: [ZOOM],
    captures: FAILED,
  },
  'healthy-use-that-outlived-a-crash': { keys: { [USAGE]: IN_USE } },
  'camera-guarded': { keys: SUITE, files: [SUITE_FILE], captures: FAILED, camera: UNKNOWN },
  'camera-fails-after-a-guard-is-gone': { keys: SUITE, captures: FAILED, camera: UNKNOWN },
  'healthy-with-a-guard': { keys: SUITE, files: [SUITE_FILE] },
  'remote-desktop-without-devices': {
    keys: gone,
    camera: blocked('device.none'),
    microphone: blocked('device.none'),
    present: { camera: null },
    session: 'RDP-Tcp#3',
  },
  'virtual-machine-without-devices': {
    keys: { ...gone, ...firmware('VMware, Inc.', 'VMware20,1') },
    camera: blocked('device.none'),
    microphone: blocked('device.none'),
    present: { camera: null },
  },
  'healthy-surface': { keys: firmware('Microsoft Corporation', 'Surface Laptop 5') },
  'healthy-plain': { keys: {}, pnp: webcam(0) },
  'healthy-asked-itself': { keys: {} },
};
