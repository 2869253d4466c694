import { expect, test } from 'vitest';
import { unreadable, value } from '../../../../../core/reading.ts';
import { gather } from '../../../../../main/probes/gather.ts';
import { loadProbes } from '../../../../../main/probes/index.ts';
import { text, withBad } from './bad-registry.ts';

const ENUM = 'HKLM\\SYSTEM\\CurrentControlSet\\Enum';
const CLASSES = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\DeviceClasses';
const CAMERAS = `${CLASSES}\\{e5323777-f976-4f5b-9b55-b94699c46e44}`;
const INPUTS = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\MMDevices\\Audio\\Capture';
const INPUT_NAME = '{a45c254e-df1c-4efd-8020-67d146a850e0},2';

const DEVICES: readonly (readonly [id: string, name: string])[] = [
  ['USB\\VID_046D&PID_0825\\1', 'HD Webcam C270'],
  ['HDAUDIO\\FUNC_01\\1', 'Realtek Audio'],
  ['SWD\\VCAMDEVAPI\\1', 'bobby iPhone Camera'],
  ['BTHHFENUM\\BTHHFPAUDIO\\1', 'bobby’s AirPods'],
  ['SWD\\MMDEVAPI\\{0.0.1.00000000}.{a}', 'bobby’s microphone (HD Webcam C270)'],
];

async function readNames(asksWindows: boolean) {
  const stdout = JSON.stringify(
    DEVICES.map(([PNPDeviceID, Name]) => ({
      Name,
      PNPClass: PNPDeviceID.includes('MMDEVAPI') ? 'AudioEndpoint' : 'Camera',
      PNPDeviceID,
      ConfigManagerErrorCode: 0,
      Present: true,
    })),
  );
  const machine = await withBad({
    subkeys: { [CAMERAS]: value(DEVICES.map((_, place) => `${place}`)), [INPUTS]: value(['{a}', '{b}']) },
    values: {
      ...Object.fromEntries(DEVICES.map(([id], place) => [`${CAMERAS}\\${place}\\DeviceInstance`, text(id)])),
      ...Object.fromEntries(DEVICES.map(([id, name]) => [`${ENUM}\\${id}\\FriendlyName`, text(name)])),
      [`${INPUTS}\\{a}\\Properties\\${INPUT_NAME}`]: text('bobby’s microphone'),
      [`${INPUTS}\\{b}\\Properties\\${INPUT_NAME}`]: text('Mikrofon'),
    },
    run: async () => value({ code: 0, stdout, stderr: '' }),
  });
  const presentDevices = () =>
    asksWindows ? value(DEVICES.map(([id]) => ({ id, problem: 0 }))) : unreadable('koffi did not load');
  const { readings } = await gather({ ...machine, presentDevices }, { site: null, probes: await loadProbes('win32') });
  return JSON.stringify(readings);
}

test.each([
  ['Windows', true],
  ['PowerShell', false],
])('of what %s lists only the names that makers gave are kept', async (_who, asksWindows) => {
  const said = await readNames(asksWindows);
  expect(said).not.toContain('bobby');
  expect(said.split('HD Webcam C270').length).toBeGreaterThan(2);
  expect(said).toContain('Realtek Audio');
  expect(said).toContain('Mikrofon');
});
