import { value } from '../../../../../core/reading.ts';
import { CAMERA, SOUND_CARD } from '../../facts.ts';
import type { Row } from '../row.ts';

const holder = { node: '/dev/video0', own: false, pid: 7, program: 'zoom', streaming: true };

export const IN_USE_ROWS: readonly Row[] = [
  {
    rule: 'device.camera-in-use',
    when: 'another program streams one of two cameras',
    readings: {
      cameraNodes: value([CAMERA, { ...CAMERA, node: '/dev/video2' }]),
      deviceHolders: value({ camera: [holder], microphone: [], hiddenProcesses: 0 }),
    },
    says: ['device.in-use possible'],
  },
  {
    rule: 'device.camera-in-use',
    when: 'other programs stream both cameras',
    readings: {
      cameraNodes: value([CAMERA, { ...CAMERA, node: '/dev/video2' }]),
      deviceHolders: value({
        camera: [holder, { ...holder, node: '/dev/video2' }],
        microphone: [],
        hiddenProcesses: 0,
      }),
    },
    says: ['device.in-use likely', 'device.in-use likely'],
  },
  {
    rule: 'device.camera-in-use',
    when: 'a player has a video decoder open, which is no camera',
    readings: {
      cameraNodes: value([CAMERA, { ...CAMERA, node: '/dev/video10', givesPictures: value(false) }]),
      deviceHolders: value({ camera: [{ ...holder, node: '/dev/video10' }], microphone: [], hiddenProcesses: 0 }),
    },
    says: [],
  },
  {
    rule: 'device.camera-in-use',
    when: 'a program holds the virtual camera that it feeds',
    readings: {
      cameraNodes: value([{ ...CAMERA, virtual: true }]),
      deviceHolders: value({ camera: [{ ...holder, program: 'obs' }], microphone: [], hiddenProcesses: 0 }),
    },
    says: ['device.in-use possible'],
  },
  {
    rule: 'device.camera-in-use',
    when: 'nobody is seen, but some could not be looked at',
    readings: {
      cameraNodes: value([CAMERA]),
      deviceHolders: value({ camera: [], microphone: [], hiddenProcesses: 2 }),
    },
    says: ['undetermined'],
  },
  {
    rule: 'device.microphone-in-use',
    when: 'another program has the only input',
    medium: 'microphone',
    readings: {
      alsaInputs: value([SOUND_CARD]),
      deviceHolders: value({
        camera: [],
        microphone: [{ ...holder, node: SOUND_CARD.node, program: 'arecord' }],
        hiddenProcesses: 0,
      }),
    },
    says: ['device.in-use likely'],
  },
  {
    rule: 'device.microphone-in-use',
    when: 'it has one of two',
    medium: 'microphone',
    readings: {
      alsaInputs: value([SOUND_CARD, { ...SOUND_CARD, node: '/dev/snd/pcmC1D0c' }]),
      deviceHolders: value({
        camera: [],
        microphone: [{ ...holder, node: SOUND_CARD.node, program: 'arecord' }],
        hiddenProcesses: 0,
      }),
    },
    says: ['device.in-use possible'],
  },
  ...['pipewire', 'wireplumber', 'pipewire-media-session', 'pipewire-pulse', 'pulseaudio'].map(
    (program): Row => ({
      rule: 'device.microphone-in-use',
      when: `${program} has it, for everybody`,
      medium: 'microphone',
      readings: {
        alsaInputs: value([SOUND_CARD]),
        deviceHolders: value({
          camera: [],
          microphone: [{ ...holder, node: SOUND_CARD.node, program }],
          hiddenProcesses: 0,
        }),
      },
      says: [],
    }),
  ),
  {
    rule: 'device.camera-in-use',
    when: 'another program streams',
    readings: {
      cameraNodes: value([CAMERA]),
      deviceHolders: value({ camera: [holder], microphone: [], hiddenProcesses: 0 }),
    },
    says: ['device.in-use likely'],
  },
  {
    rule: 'device.camera-in-use',
    when: 'another program merely has the node open',
    readings: {
      cameraNodes: value([CAMERA]),
      deviceHolders: value({ camera: [{ ...holder, streaming: false }], microphone: [], hiddenProcesses: 0 }),
    },
    says: ['device.in-use possible'],
  },
  {
    rule: 'device.camera-in-use',
    when: 'the browser itself streams',
    readings: {
      cameraNodes: value([CAMERA]),
      deviceHolders: value({
        camera: [{ ...holder, program: 'chromium' }],
        microphone: [],
        hiddenProcesses: 0,
      }),
    },
    says: [],
  },
  {
    rule: 'device.camera-in-use',
    when: 'this app itself streams',
    subject: 'this-app',
    readings: {
      cameraNodes: value([CAMERA]),
      deviceHolders: value({ camera: [{ ...holder, own: true }], microphone: [], hiddenProcesses: 0 }),
    },
    says: [],
  },
  {
    rule: 'device.camera-in-use',
    when: 'the video server holds it for all',
    readings: {
      cameraNodes: value([CAMERA]),
      deviceHolders: value({
        camera: [{ ...holder, program: 'pipewire' }],
        microphone: [],
        hiddenProcesses: 0,
      }),
    },
    says: [],
  },
];
