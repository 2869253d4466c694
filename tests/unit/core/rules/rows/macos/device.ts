import type { Readings } from '../../../../../../core/facts/facts.ts';
import type { MacCamera } from '../../../../../../core/facts/macos.ts';
import { absent, value } from '../../../../../../core/reading.ts';
import { HOST } from '../../../facts.ts';
import { failed, input, macRows, NO, NO_SIGNAL, OWN, SILENCE, SOUND, test, VOICE } from './short.ts';

const cameras = (...kinds: readonly MacCamera['kind'][]): Readings => ({
  macCameras: value(kinds.map((kind) => ({ model: kind, kind }))),
});
const inputs = (...all: readonly ReturnType<typeof input>[]): Readings => ({ macAudioInputs: value([...all]) });
const CLOSED: Readings = { macLid: value('closed') };
const OPEN: Readings = { macLid: value('open') };
const SILICON: Readings = { host: value({ ...HOST, arch: value('arm64') }) };
const REMOTE: Readings = { host: value({ ...HOST, session: value('remote'), sessionSign: value('SSH_TTY') }) };
const HEARS = { ...OWN, ...SOUND };
const version = (darwin: number, product: string): Readings => ({
  macVersion: value({ darwin, release: '14', product: value(product), build: absent }),
});
const PLUG_IN: Readings = { macCameraPlugIns: value([{ name: 'AcmeCamera' }]) };

export const MAC_DEVICE_ROWS = macRows([
  ['device.macos-cameras', 'there is one', { ...cameras('built-in'), ...OPEN }, [], OWN],
  ['device.macos-cameras', 'there is none and no lid', { ...cameras(), macLid: absent }, ['device.none likely'], OWN],
  [
    'device.macos-cameras',
    'a laptop has none with its lid open',
    { ...cameras(), ...OPEN },
    ['device.none likely', 'device.stuck possible'],
    OWN,
  ],
  [
    'device.macos-cameras',
    'there is none and the lid is closed',
    { ...cameras(), ...CLOSED },
    ['device.lid-closed likely'],
    OWN,
  ],
  [
    'device.macos-cameras',
    'only the built-in one and the lid is closed',
    { ...cameras('built-in'), ...CLOSED },
    ['device.lid-closed possible'],
    OWN,
  ],
  [
    'device.macos-cameras',
    'one at a display and the lid is closed',
    { ...cameras('built-in', 'usb'), ...CLOSED },
    [],
    OWN,
  ],
  [
    'device.macos-cameras',
    'there is none and the lid could not be read',
    { ...cameras(), macLid: NO },
    ['device.none likely'],
    OWN,
  ],
  [
    'device.macos-cameras',
    'the session is elsewhere',
    { ...cameras(), macLid: absent, ...REMOTE },
    ['device.none likely', 'device.remote-session likely'],
    OWN,
  ],
  ['device.macos-cameras', 'they could not be read', { macCameras: NO }, ['undetermined'], OWN],
  [
    'device.macos-cameras',
    'an old plug-in on 14.1',
    { ...cameras('usb'), ...PLUG_IN, ...version(23, '14.1') },
    ['device.plug-in-blocked certain'],
    OWN,
  ],
  [
    'device.macos-cameras',
    'an old plug-in on 14.0',
    { ...cameras('usb'), ...PLUG_IN, ...version(23, '14.0') },
    [],
    OWN,
  ],
  [
    'device.macos-cameras',
    'an old plug-in on 10.15',
    { ...cameras('usb'), ...PLUG_IN, ...version(19, '10.15.7') },
    [],
    OWN,
  ],
  [
    'device.macos-cameras',
    'an old plug-in on 15',
    { ...cameras('usb'), ...PLUG_IN, ...version(24, '15.0') },
    ['device.plug-in-blocked certain'],
    OWN,
  ],

  ['device.macos-audio-inputs', 'there is one', { ...inputs(input('builtin', true)), ...OPEN }, [], HEARS],
  ['device.macos-audio-inputs', 'there is none', inputs(), ['device.none certain'], HEARS],
  [
    'device.macos-audio-inputs',
    'there is none and the session is elsewhere',
    { ...inputs(), ...REMOTE },
    ['device.none certain', 'device.remote-session likely'],
    HEARS,
  ],
  [
    'device.macos-audio-inputs',
    'the lid of Apple silicon is closed',
    { ...inputs(input('builtin', true), input('virtual')), ...CLOSED, ...SILICON },
    ['device.lid-closed certain'],
    HEARS,
  ],
  [
    'device.macos-audio-inputs',
    'the lid of another Mac is closed',
    { ...inputs(input('builtin', true)), ...CLOSED, ...version(23, '14.0'), host: value(HOST) },
    ['device.lid-closed likely'],
    HEARS,
  ],
  [
    'device.macos-audio-inputs',
    'the lid of a Mac that may have no T2 is closed',
    { ...inputs(input('builtin', true)), ...CLOSED, ...version(21, '12.7'), host: value(HOST) },
    ['device.lid-closed possible'],
    HEARS,
  ],
  [
    'device.macos-audio-inputs',
    'the lid of Apple silicon is closed and a headset is in the jack',
    { ...inputs(input('builtin', true), input('builtin')), ...CLOSED, ...version(25, '26.1'), ...SILICON },
    ['device.lid-closed possible'],
    HEARS,
  ],
  [
    'device.macos-audio-inputs',
    'the lid is closed, a headset is in the jack, and it is silent',
    {
      ...inputs(input('builtin', true), input('builtin')),
      ...CLOSED,
      ...SILICON,
      ...test('this-app', SILENCE, 'microphone'),
    },
    ['device.lid-closed likely'],
    HEARS,
  ],
  [
    'device.macos-audio-inputs',
    'the lid is closed and a program is the default',
    { ...inputs(input('builtin'), input('virtual', true)), ...CLOSED, ...SILICON },
    ['device.lid-closed possible'],
    HEARS,
  ],
  [
    'device.macos-audio-inputs',
    'the lid is closed over the default, and nothing was tested',
    { ...inputs(input('builtin', true), input('usb')), ...CLOSED },
    ['device.lid-closed possible'],
    HEARS,
  ],
  [
    'device.macos-audio-inputs',
    'the lid is closed over the default, which is silent',
    { ...inputs(input('builtin', true), input('usb')), ...CLOSED, ...test('this-app', SILENCE, 'microphone') },
    ['device.lid-closed likely'],
    HEARS,
  ],
  [
    'device.macos-audio-inputs',
    'the lid is closed and the default is outside',
    { ...inputs(input('builtin'), input('usb', true)), ...CLOSED },
    [],
    HEARS,
  ],
  [
    'device.macos-audio-inputs',
    'the lid could not be read over the only one',
    { ...inputs(input('builtin', true)), macLid: NO },
    ['undetermined'],
    HEARS,
  ],
  [
    'device.macos-audio-inputs',
    'the lid could not be read and one is outside',
    { ...inputs(input('usb', true)), macLid: NO },
    [],
    HEARS,
  ],
  ['device.macos-audio-inputs', 'they could not be read', { macAudioInputs: NO }, ['undetermined'], HEARS],

  ['device.macos-stuck', 'nothing was tested', { captureTests: absent }, [], OWN],
  [
    'device.macos-stuck',
    'the camera cannot be read',
    test('this-app', failed('NotReadableError')),
    ['device.stuck possible', 'undetermined'],
    OWN,
  ],
  [
    'device.macos-stuck',
    'the camera does not start',
    test('this-app', failed('AbortError')),
    ['device.stuck possible', 'undetermined'],
    OWN,
  ],
  ['device.macos-stuck', 'no frame comes', test('this-app', NO_SIGNAL), ['device.stuck possible', 'undetermined'], OWN],
  ['device.macos-stuck', 'it is refused', test('this-app', failed('NotAllowedError')), [], OWN],
  ['device.macos-stuck', 'it is heard', test('this-app', VOICE, 'microphone'), [], HEARS],

  ['signal.macos-volume-zero', 'it is up', { macInputVolume: value(75), captureTests: absent }, [], HEARS],
  [
    'signal.macos-volume-zero',
    'it is down',
    { macInputVolume: value(0), captureTests: absent },
    ['signal.volume-zero likely'],
    HEARS,
  ],
  [
    'signal.macos-volume-zero',
    'it is down and yet a voice was heard',
    { macInputVolume: value(0), ...test('this-app', VOICE, 'microphone') },
    [],
    HEARS,
  ],
  ['signal.macos-volume-zero', 'the device has none', { macInputVolume: absent }, [], HEARS],
  ['signal.macos-volume-zero', 'it could not be read', { macInputVolume: NO }, ['undetermined'], HEARS],

  [
    'signal.macos-wrong-input',
    'a program is the default and silent',
    { ...inputs(input('virtual', true), input('builtin')), ...test('this-app', SILENCE, 'microphone') },
    ['signal.wrong-device likely'],
    HEARS,
  ],
  [
    'signal.macos-wrong-input',
    'a headset is the default and silent',
    { ...inputs(input('bluetooth', true), input('builtin')), ...test('this-app', SILENCE, 'microphone') },
    ['signal.wrong-device possible'],
    HEARS,
  ],
  [
    'signal.macos-wrong-input',
    'a phone is the default and silent',
    { ...inputs(input('continuity', true), input('builtin')), ...test('this-app', SILENCE, 'microphone') },
    ['signal.wrong-device possible'],
    HEARS,
  ],
  [
    'signal.macos-wrong-input',
    'the built-in one is silent',
    { ...inputs(input('builtin', true), input('usb')), ...test('this-app', SILENCE, 'microphone') },
    [],
    HEARS,
  ],
  [
    'signal.macos-wrong-input',
    'there is no other',
    { ...inputs(input('virtual', true)), ...test('this-app', SILENCE, 'microphone') },
    [],
    HEARS,
  ],
  [
    'signal.macos-wrong-input',
    'a program is the default and heard',
    { ...inputs(input('virtual', true), input('builtin')), ...test('this-app', VOICE, 'microphone') },
    [],
    HEARS,
  ],

  [
    'signal.macos-wrong-camera',
    'a phone is among them and nothing is seen',
    { ...cameras('built-in', 'continuity'), ...test('this-app', NO_SIGNAL) },
    ['signal.wrong-device possible'],
    OWN,
  ],
  [
    'signal.macos-wrong-camera',
    'only real ones',
    { ...cameras('built-in', 'usb'), ...test('this-app', NO_SIGNAL) },
    [],
    OWN,
  ],
  [
    'signal.macos-wrong-camera',
    'nothing was tested',
    { ...cameras('built-in', 'continuity'), captureTests: absent },
    [],
    OWN,
  ],
]);
