import type { Readings } from '../../../../../core/facts/facts.ts';
import { absent, unreadable, value } from '../../../../../core/reading.ts';
import { CHROMIUM } from '../../facts.ts';
import type { Row } from '../row.ts';

const ruleFor = (setting: 'allow' | 'block' | 'ask') => ({ pattern: 'https://meet.example.com:443', setting });

interface Stored {
  readonly byDefault?: 'block' | 'allow' | 'ask';
  readonly rules?: ReturnType<typeof ruleFor>[];
  readonly sitesAllowed?: number;
  readonly unjudged?: string[];
  readonly policies?: string[];
}

function permissions({ byDefault, rules = [], sitesAllowed = 0, unjudged = [], policies }: Stored): Readings {
  return {
    browserPermissions: value([
      {
        engine: 'chromium',
        browserId: 'chromium',
        profile: 'Default',
        store: value({
          file: '~/.config/chromium/Default/Preferences',
          writtenAt: '2026-11-20T09:00:00.000Z',
          camera: value({
            byDefault: byDefault === undefined ? absent : value(byDefault),
            rules,
            sitesAllowed,
            unjudged,
          }),
          microphone: value({ byDefault: absent, rules: [], sitesAllowed: 0, unjudged: [] }),
        }),
      },
    ]),
    browserPolicies: value([
      { engine: 'chromium', browserId: 'chromium', unjudged: policies === undefined ? absent : value(policies) },
    ]),
  };
}

export const CHROMIUM_ROWS: readonly Row[] = [
  {
    rule: 'browser.chromium-permission',
    when: 'the default blocks, no site was named, and some sites are allowed',
    readings: permissions({ byDefault: 'block', sitesAllowed: 1 }),
    says: ['browser.default-block possible'],
  },
  {
    rule: 'browser.chromium-permission',
    when: 'the site is allowed but a policy bears on it',
    readings: permissions({ rules: [ruleFor('allow')], policies: ['/etc/chromium/policies/managed/it.json'] }),
    says: ['undetermined'],
  },
  {
    rule: 'browser.chromium-permission',
    when: 'the site is allowed but an extension bears on it',
    readings: permissions({ rules: [ruleFor('allow')], unjudged: ['what an extension sets'] }),
    says: ['undetermined'],
  },
  {
    rule: 'browser.chromium-permission',
    when: 'the site is blocked',
    readings: permissions({ rules: [ruleFor('block')] }),
    says: ['browser.site-block certain'],
  },
  {
    rule: 'browser.chromium-permission',
    when: 'the site is to be asked although the default blocks',
    readings: permissions({ byDefault: 'block', rules: [ruleFor('ask')] }),
    says: [],
  },
  {
    rule: 'browser.chromium-permission',
    when: 'the first rule allows and a later one blocks',
    readings: permissions({ rules: [ruleFor('allow'), ruleFor('block')] }),
    says: [],
  },
  {
    rule: 'browser.chromium-permission',
    when: 'the default blocks and the site is known',
    site: 'https://meet.example.com',
    readings: permissions({ byDefault: 'block' }),
    says: ['browser.default-block certain'],
  },
  {
    rule: 'browser.chromium-permission',
    when: 'the default blocks and no site was named, which may be an exception',
    readings: permissions({ byDefault: 'block' }),
    says: ['browser.default-block likely'],
  },
  {
    rule: 'browser.chromium-permission',
    when: 'the store cannot be read',
    readings: {
      browserPermissions: value([
        { engine: 'chromium', browserId: 'chromium', profile: 'Default', store: unreadable('it is not JSON') },
      ]),
    },
    says: ['undetermined'],
  },
  {
    rule: 'browser.chromium-permission',
    when: 'the profile has stored nothing',
    readings: {
      browserPermissions: value([{ engine: 'chromium', browserId: 'chromium', profile: 'Default', store: absent }]),
      browserPolicies: value([{ engine: 'chromium', browserId: 'chromium', unjudged: absent }]),
    },
    says: [],
  },
  {
    rule: 'browser.chromium-permission',
    when: 'the profile was not looked at',
    readings: { browserPermissions: value([]) },
    says: ['undetermined'],
  },
  {
    rule: 'browser.chromium-permission',
    when: 'the profiles cannot be read',
    readings: {
      browsers: value([{ ...CHROMIUM, profiles: unreadable('EACCES') }]),
      browserPermissions: value([]),
    },
    says: ['undetermined'],
  },
];
