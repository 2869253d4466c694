import { absent, value } from '../../../../../core/reading.ts';
import { CHROMIUM } from '../../facts.ts';
import type { Row } from '../row.ts';

export const SYSTEM_ROWS: readonly Row[] = [
  {
    rule: 'linux.desktop-privacy-off',
    when: 'the switch is off and the browser opens devices itself',
    readings: { desktopPrivacy: value({ camera: 'off', microphone: 'on' }) },
    says: ['linux.desktop-privacy-off possible'],
  },
  {
    rule: 'linux.desktop-privacy-off',
    when: 'the switch is off and the portal is the only way',
    readings: {
      desktopPrivacy: value({ camera: 'off', microphone: 'on' }),
      browsers: value([{ ...CHROMIUM, packaging: 'flatpak' }]),
      sandboxes: value([
        { browserId: 'chromium', packaging: 'flatpak', camera: value(false), microphone: value(true), sign: 'x' },
      ]),
    },
    says: ['linux.desktop-privacy-off likely'],
  },
  {
    rule: 'linux.desktop-privacy-off',
    when: 'the desktop has no such switch',
    readings: { desktopPrivacy: absent },
    says: [],
  },
];
