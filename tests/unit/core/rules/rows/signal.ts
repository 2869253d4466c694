import { absent, value } from '../../../../../core/reading.ts';
import type { Row } from '../row.ts';

const SOURCE = {
  description: 'Built-in microphone',
  isDefault: true,
  plugged: absent,
  muted: false,
  volumePercent: value(74),
  alsaCard: value(0),
};

export const SIGNAL_ROWS: readonly Row[] = [
  {
    rule: 'signal.monitor-as-default',
    when: 'programs record the speakers',
    medium: 'microphone',
    readings: { audioServer: value({ name: 'PipeWire', defaultIs: 'monitor', sources: [SOURCE] }) },
    says: ['signal.wrong-device likely'],
  },
  {
    rule: 'signal.monitor-as-default',
    when: 'there is nothing but the speakers',
    medium: 'microphone',
    readings: { audioServer: value({ name: 'PipeWire', defaultIs: 'monitor', sources: [] }) },
    says: [],
  },
  {
    rule: 'signal.volume-zero',
    when: 'the only input is muted',
    medium: 'microphone',
    readings: { audioServer: value({ name: 'PipeWire', defaultIs: 'input', sources: [{ ...SOURCE, muted: true }] }) },
    says: ['signal.volume-zero certain'],
  },
  {
    rule: 'signal.volume-zero',
    when: 'the default of two is turned down to nothing',
    medium: 'microphone',
    readings: {
      audioServer: value({
        name: 'PipeWire',
        defaultIs: 'input',
        sources: [
          { ...SOURCE, volumePercent: value(0) },
          { ...SOURCE, isDefault: false },
        ],
      }),
    },
    says: ['signal.volume-zero likely'],
  },
  {
    rule: 'signal.volume-zero',
    when: 'only another input is muted',
    medium: 'microphone',
    readings: {
      audioServer: value({
        name: 'PipeWire',
        defaultIs: 'input',
        sources: [SOURCE, { ...SOURCE, isDefault: false, muted: true }],
      }),
    },
    says: [],
  },
  {
    rule: 'signal.volume-zero',
    when: 'the volume is not known',
    medium: 'microphone',
    readings: {
      audioServer: value({ name: 'PipeWire', defaultIs: 'input', sources: [{ ...SOURCE, volumePercent: absent }] }),
    },
    says: [],
  },
];
