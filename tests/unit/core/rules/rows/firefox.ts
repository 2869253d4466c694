import { unreadable, value } from '../../../../../core/reading.ts';
import { FIREFOX } from '../../facts.ts';
import type { Row } from '../row.ts';

export const FIREFOX_ROWS: readonly Row[] = [
  {
    rule: 'browser.firefox-permission',
    when: 'the store cannot be read',
    subject: 'firefox',
    readings: {
      browsers: value([FIREFOX]),
      browserPermissions: value([
        { engine: 'gecko', browserId: 'firefox', profile: 'x.default', store: unreadable('it is locked') },
      ]),
    },
    says: ['undetermined'],
  },
];
