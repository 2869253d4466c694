import { absent, unreadable, value } from '../../../../../core/reading.ts';
import { CAMERA, HOST, SOUND_CARD } from '../../facts.ts';
import type { Row } from '../row.ts';

const SOURCE = {
  description: 'Built-in microphone',
  isDefault: true,
  plugged: absent,
  muted: false,
  volumePercent: value(74),
  alsaCard: value(0),
};

const NO_SERVER = absent;

const closed = value({ openable: false, ownership: '0:44 0660' });

export const DEVICE_ROWS: readonly Row[] = [
  { rule: 'device.linux-camera', when: 'a camera opens', readings: { cameraNodes: value([CAMERA]) }, says: [] },
  {
    rule: 'device.linux-camera',
    when: 'there is no node',
    readings: { cameraNodes: value([]) },
    says: ['device.none certain'],
  },
  {
    rule: 'device.linux-camera',
    when: 'the only node gives metadata',
    readings: { cameraNodes: value([{ ...CAMERA, givesPictures: value(false) }]) },
    says: ['device.none certain'],
  },
  {
    rule: 'device.linux-camera',
    when: 'what the only node gives is not known',
    readings: { cameraNodes: value([{ ...CAMERA, givesPictures: unreadable('udev has not described it') }]) },
    says: ['undetermined'],
  },
  {
    rule: 'device.linux-camera',
    when: 'the node may not be opened',
    readings: { cameraNodes: value([{ ...CAMERA, access: closed }]) },
    says: ['device.not-readable-by-user certain'],
  },
  {
    rule: 'device.linux-camera',
    when: 'one of two may be opened',
    readings: { cameraNodes: value([{ ...CAMERA, access: closed }, CAMERA]) },
    says: [],
  },
  {
    rule: 'device.linux-camera',
    when: 'the node is not in this container',
    readings: { cameraNodes: value([{ ...CAMERA, access: absent }]) },
    says: ['device.not-readable-by-user likely'],
  },
  {
    rule: 'device.linux-camera',
    when: 'whether it may be opened is not known',
    readings: { cameraNodes: value([{ ...CAMERA, access: unreadable('EACCES') }]) },
    says: ['undetermined'],
  },
  {
    rule: 'device.linux-microphone',
    when: 'the sound server offers one',
    medium: 'microphone',
    readings: {
      alsaInputs: value([]),
      audioServer: value({ name: 'PipeWire', defaultIs: 'input', sources: [SOURCE] }),
    },
    says: [],
  },
  {
    rule: 'device.linux-microphone',
    when: 'neither server nor cards have one',
    medium: 'microphone',
    readings: { alsaInputs: value([]), audioServer: value({ name: 'PipeWire', defaultIs: 'input', sources: [] }) },
    says: ['device.none certain'],
  },
  {
    rule: 'device.linux-microphone',
    when: 'a card has one that the server does not offer',
    medium: 'microphone',
    readings: {
      alsaInputs: value([SOUND_CARD]),
      audioServer: value({ name: 'PipeWire', defaultIs: 'input', sources: [] }),
    },
    says: ['device.pipewire-missing likely'],
  },
  {
    rule: 'device.linux-microphone',
    when: 'a card has one that neither the server offers nor the user may open',
    medium: 'microphone',
    readings: {
      alsaInputs: value([{ ...SOUND_CARD, access: closed }]),
      audioServer: value({ name: 'PipeWire', defaultIs: 'input', sources: [] }),
    },
    says: ['device.not-readable-by-user certain', 'device.pipewire-missing likely'],
  },
  {
    rule: 'device.linux-microphone',
    when: 'there is neither server nor card',
    medium: 'microphone',
    readings: { alsaInputs: value([]), audioServer: NO_SERVER },
    says: ['device.none certain'],
  },
  {
    rule: 'device.linux-microphone',
    when: 'a server runs that cannot be asked, and no card has one',
    medium: 'microphone',
    readings: { alsaInputs: value([]), audioServer: unreadable('pactl: it is not installed') },
    says: ['undetermined'],
  },
  {
    rule: 'device.linux-microphone',
    when: 'without a server the card may not be opened',
    medium: 'microphone',
    readings: { alsaInputs: value([{ ...SOUND_CARD, access: closed }]), audioServer: NO_SERVER },
    says: ['device.not-readable-by-user certain'],
  },
  {
    rule: 'device.linux-camera',
    when: 'a remote session has none',
    readings: {
      host: value({ ...HOST, session: value('remote'), sessionSign: value('SSH_CONNECTION') }),
      cameraNodes: value([]),
    },
    says: ['device.none certain', 'device.remote-session likely'],
  },
  {
    rule: 'device.linux-camera',
    when: 'a virtual machine has none',
    readings: { host: value({ ...HOST, virtual: value('KVM') }), cameraNodes: value([]) },
    says: ['device.none certain', 'device.remote-session likely'],
  },
  {
    rule: 'device.linux-camera',
    when: 'a virtual machine has a camera passed on',
    readings: { host: value({ ...HOST, virtual: value('KVM') }), cameraNodes: value([CAMERA]) },
    says: [],
  },
  {
    rule: 'device.linux-camera',
    when: 'one is refused and what another gives is not known',
    readings: {
      cameraNodes: value([
        { ...CAMERA, access: closed },
        { ...CAMERA, givesPictures: unreadable('udev has not described it') },
      ]),
    },
    says: ['undetermined'],
  },
  {
    rule: 'device.linux-microphone',
    when: 'the sound server of a virtual machine cannot be asked',
    medium: 'microphone',
    readings: {
      host: value({ ...HOST, virtual: value('WSL') }),
      alsaInputs: value([]),
      audioServer: unreadable('pactl: it is not installed'),
    },
    says: ['undetermined'],
  },
  {
    rule: 'device.linux-microphone',
    when: 'nothing is plugged into the only socket',
    medium: 'microphone',
    readings: {
      alsaInputs: value([SOUND_CARD]),
      audioServer: value({ name: 'PipeWire', defaultIs: 'input', sources: [{ ...SOURCE, plugged: value(false) }] }),
    },
    says: ['device.unplugged likely'],
  },
  {
    rule: 'device.linux-microphone',
    when: 'one of two sockets has something in it',
    medium: 'microphone',
    readings: {
      alsaInputs: value([SOUND_CARD]),
      audioServer: value({
        name: 'PipeWire',
        defaultIs: 'input',
        sources: [{ ...SOURCE, plugged: value(false) }, SOURCE],
      }),
    },
    says: [],
  },
];
