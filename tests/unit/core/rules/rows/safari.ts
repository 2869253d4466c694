import type { Readings } from '../../../../../core/facts/facts.ts';
import type { SafariMedium, SafariPermission, SafariStore } from '../../../../../core/facts/safari.ts';
import { absent, unreadable, value } from '../../../../../core/reading.ts';
import { CHROMIUM, SAFARI } from '../../facts.ts';
import type { Row } from '../row.ts';

const NOTHING: SafariMedium = { byDefault: absent, rules: [] };
const DOMAIN = 'meet.example.com';

function safari(camera: Partial<SafariMedium>, more: Partial<SafariStore> = {}): Readings {
  return stored(
    value({
      file: '~/Library/Safari/PerSitePreferences.db',
      writtenAt: '2026-11-20T09:00:00.000Z',
      camera: value({ ...NOTHING, ...camera }),
      microphone: value(NOTHING),
      older: absent,
      namedProfiles: absent,
      ...more,
    }),
  );
}

function stored(store: SafariPermission['store']): Readings {
  return {
    browsers: value([SAFARI]),
    browserPermissions: value([{ engine: 'webkit', browserId: 'safari', profile: 'Default', store }]),
  };
}

const ROWS: readonly Pick<Row, 'when' | 'readings' | 'says' | 'medium'>[] = [
  { when: 'nothing is stored', readings: stored(absent), says: [] },
  { when: 'nothing is stored of the site', readings: safari({}), says: [] },
  { when: 'a 0 leaves it asking', readings: safari({ rules: [{ domain: DOMAIN, stored: 0 }] }), says: [] },
  {
    when: 'a 1 may be a block',
    readings: safari({ rules: [{ domain: DOMAIN, stored: 1 }] }),
    says: ['browser.site-block possible', 'undetermined'],
  },
  {
    when: 'a 2 is no leave',
    readings: safari({ rules: [{ domain: DOMAIN, stored: 2 }] }),
    says: ['undetermined'],
  },
  {
    when: 'the most exact rule counts',
    readings: safari({
      rules: [
        { domain: DOMAIN, stored: 0 },
        { domain: 'example.com', stored: 1 },
      ],
    }),
    says: [],
  },
  {
    when: 'a rule stands above the default',
    readings: safari({ rules: [{ domain: DOMAIN, stored: 0 }], byDefault: value(1) }),
    says: [],
  },
  {
    when: 'the default may block',
    readings: safari({ byDefault: value(1) }),
    says: ['browser.default-block possible', 'undetermined'],
  },
  {
    when: 'the other device is another matter',
    readings: safari({ byDefault: value(1) }),
    medium: 'microphone',
    says: [],
  },
  { when: 'the default is not a number', readings: safari({ byDefault: unreadable('x') }), says: ['undetermined'] },
  { when: 'an older list has the site', readings: safari({}, { older: value([32]) }), says: ['undetermined'] },
  { when: 'an older list has others', readings: safari({}, { older: value([]) }), says: [] },
  { when: 'an older list is broken', readings: safari({}, { older: unreadable('x') }), says: ['undetermined'] },
  { when: 'there are further profiles', readings: safari({}, { namedProfiles: value(true) }), says: ['undetermined'] },
  {
    when: 'nobody knows of further profiles',
    readings: safari({}, { namedProfiles: unreadable('x') }),
    says: ['undetermined'],
  },
  { when: 'one device is broken', readings: safari({}, { camera: unreadable('x') }), says: ['undetermined'] },
  { when: 'it may not be read', readings: stored(unreadable('x (EPERM)')), says: ['undetermined'] },
  {
    when: 'nothing was read of it',
    readings: { browsers: value([SAFARI]), browserPermissions: value([]) },
    says: ['undetermined'],
  },
  {
    when: 'it is another browser',
    readings: { browsers: value([CHROMIUM]), browserPermissions: value([]) },
    says: [],
  },
];

export const SAFARI_ROWS: readonly Row[] = ROWS.map((row) => ({
  rule: 'browser.safari-permission',
  platform: 'darwin',
  subject: row.readings.browsers?.kind === 'value' ? (row.readings.browsers.value[0]?.id ?? 'safari') : 'safari',
  site: `https://${DOMAIN}`,
  ...row,
}));
