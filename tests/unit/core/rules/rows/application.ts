import { unreadable, value } from '../../../../../core/reading.ts';
import { CHROMIUM } from '../../facts.ts';
import type { Row } from '../row.ts';

export const APPLICATION_ROWS: readonly Row[] = [
  {
    rule: 'linux.sandbox-denies',
    when: 'a snap is not connected',
    readings: {
      browsers: value([{ ...CHROMIUM, packaging: 'snap' }]),
      sandboxes: value([
        { browserId: 'chromium', packaging: 'snap', camera: value(false), microphone: value(true), sign: 'x' },
      ]),
    },
    says: ['linux.sandbox-denies certain'],
  },
  {
    rule: 'linux.sandbox-denies',
    when: 'what a flatpak gives depends on a condition',
    readings: {
      browsers: value([{ ...CHROMIUM, packaging: 'flatpak' }]),
      sandboxes: value([
        {
          browserId: 'chromium',
          packaging: 'flatpak',
          camera: unreadable('given on a condition'),
          microphone: value(true),
          sign: 'x',
        },
      ]),
    },
    says: ['undetermined'],
  },
  {
    rule: 'linux.sandbox-denies',
    when: 'nothing was read about a snap',
    readings: { browsers: value([{ ...CHROMIUM, packaging: 'snap' }]), sandboxes: value([]) },
    says: ['undetermined'],
  },
  {
    rule: 'linux.sandbox-denies',
    when: 'the browser is a native package',
    readings: { sandboxes: value([]) },
    says: [],
  },
  {
    rule: 'app.own-refusal',
    when: 'the app let its page use the camera',
    subject: 'this-app',
    readings: { ownDecisions: value([{ medium: 'camera', granted: true }]) },
    says: [],
  },
  {
    rule: 'app.own-refusal',
    when: 'the app refused the camera to its page',
    subject: 'this-app',
    readings: { ownDecisions: value([{ medium: 'camera', granted: false }]) },
    says: ['undetermined'],
  },
  {
    rule: 'app.own-refusal',
    when: 'the app refused the other device',
    subject: 'this-app',
    readings: { ownDecisions: value([{ medium: 'microphone', granted: false }]) },
    says: [],
  },
  {
    rule: 'app.own-refusal',
    when: 'the app refused the camera to its page, and a browser is asked about',
    readings: { ownDecisions: value([{ medium: 'camera', granted: false }]) },
    says: [],
  },
];
