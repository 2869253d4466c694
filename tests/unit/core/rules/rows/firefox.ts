import type { Readings } from '../../../../../core/facts/facts.ts';
import type {
  FirefoxMediumPolicy,
  FirefoxPermission,
  FirefoxPolicies,
  FirefoxPreferences,
  FirefoxRule,
} from '../../../../../core/facts/firefox.ts';
import { absent, type Reading, unreadable, value } from '../../../../../core/reading.ts';
import { FIREFOX } from '../../facts.ts';
import type { Row } from '../row.ts';

const SITE = 'https://meet.example.com';
const WRITTEN = '2026-11-20T09:00:00.000Z';
const NO_POLICY: FirefoxMediumPolicy = { site: null, blockNewRequests: null, locked: false, sitesAllowed: 0 };

interface Stored {
  readonly rules?: readonly FirefoxRule[];
  readonly sitesAllowed?: number;
  readonly sites?: FirefoxPermission['sites'];
  readonly camera?: FirefoxPermission['sites'];
  readonly preferences?: Reading<Partial<FirefoxPreferences>>;
  readonly byDefault?: FirefoxPreferences['camera']['byDefault'];
  readonly refused?: FirefoxPreferences['camera']['refused'];
  readonly policy?: Partial<FirefoxMediumPolicy>;
  readonly policies?: Reading<FirefoxPolicies>;
  readonly unjudged?: string[];
}

function rule(setting: FirefoxRule['setting'], attributes = ''): FirefoxRule {
  return { origin: `${SITE}${attributes}`, setting };
}

function firefox({
  rules = [],
  sitesAllowed = 0,
  sites = value({
    file: '~/.mozilla/firefox/x.default/permissions.sqlite',
    writtenAt: WRITTEN,
    camera: value({ rules: [...rules], sitesAllowed }),
    microphone: value({ rules: [], sitesAllowed: 0 }),
  }),
  preferences = value({}),
  byDefault = absent,
  refused = absent,
  policy,
  unjudged = [],
  policies = policy === undefined && unjudged.length === 0
    ? absent
    : value({
        file: '/etc/firefox/policies/policies.json',
        camera: { ...NO_POLICY, ...policy },
        microphone: NO_POLICY,
        unjudged,
      }),
}: Stored): Readings {
  const held =
    preferences.kind === 'value'
      ? value({
          file: '~/.mozilla/firefox/x.default/prefs.js',
          writtenAt: WRITTEN,
          mediaDevices: absent,
          withoutAsking: absent,
          standIns: absent,
          camera: { byDefault, refused },
          microphone: { byDefault: absent, refused: absent },
          ...preferences.value,
        })
      : preferences;
  return {
    browsers: value([FIREFOX]),
    browserPermissions: value([
      { engine: 'gecko', browserId: 'firefox', profile: 'x.default', sites, preferences: held },
    ]),
    browserPolicies: value([{ engine: 'gecko', browserId: 'firefox', policies }]),
  };
}

type Case = readonly [when: string, stored: Stored, says: readonly string[], about?: typeof noSite];

const noSite = 'no site was named';

const CASES: readonly Case[] = [
  ['nothing is stored', {}, []],
  ['the profile has no files yet', { sites: absent, preferences: absent }, []],
  ['the site is blocked', { rules: [rule('block')] }, ['browser.site-block certain']],
  ['the site is allowed', { rules: [rule('allow')] }, ['grant']],
  ['the site was allowed once', { rules: [rule('ask')] }, []],
  ['the default blocks', { byDefault: value('block') }, ['browser.default-block certain']],
  ['the default allows', { byDefault: value('allow') }, ['grant']],
  ['the default asks', { byDefault: value('ask') }, []],
  ['the site is allowed although the default blocks', { rules: [rule('allow')], byDefault: value('block') }, ['grant']],
  [
    'the default allows and the site is blocked',
    { rules: [rule('block')], byDefault: value('allow') },
    ['browser.site-block certain'],
  ],
  ['the default blocks and no site was named', { byDefault: value('block') }, ['browser.default-block likely'], noSite],
  [
    'the default blocks, no site was named, and some are allowed',
    { byDefault: value('block'), sitesAllowed: 1 },
    ['browser.default-block possible'],
    noSite,
  ],
  [
    'the default blocks, no site was named, and a policy allows some',
    { byDefault: value('block'), policy: { sitesAllowed: 1 } },
    ['browser.default-block possible'],
    noSite,
  ],
  [
    'pages see no devices',
    { preferences: value({ mediaDevices: value(false) }), rules: [rule('allow')] },
    ['browser.media-disabled certain'],
  ],
  ['pages see devices', { preferences: value({ mediaDevices: value(true) }) }, []],
  [
    'pages see no devices and no site was named',
    { preferences: value({ mediaDevices: value(false) }), sitesAllowed: 9 },
    ['browser.media-disabled certain'],
    noSite,
  ],
  [
    'every page is refused, even an allowed one',
    { refused: value(true), rules: [rule('allow')] },
    ['browser.media-disabled certain'],
  ],
  [
    'every page is refused, even one a policy allows',
    { refused: value(true), policy: { site: 'allow' } },
    ['browser.media-disabled certain'],
  ],
  ['nobody is refused', { refused: value(false), rules: [rule('allow')] }, ['grant']],
  ['Firefox need not ask', { preferences: value({ withoutAsking: value(true) }) }, ['grant']],
  [
    'Firefox need not ask, but the site is blocked',
    { preferences: value({ withoutAsking: value(true) }), rules: [rule('block')] },
    ['grant'],
  ],
  [
    'whether Firefox need ask cannot be read',
    { preferences: value({ withoutAsking: unreadable('x') }) },
    ['undetermined'],
  ],
  ['a policy blocks the site', { policy: { site: 'block' } }, ['browser.policy-denies certain']],
  [
    'a policy blocks the site that is allowed',
    { policy: { site: 'block' }, rules: [rule('allow')] },
    ['browser.policy-denies certain'],
  ],
  ['a policy allows the site that is blocked', { policy: { site: 'allow' }, rules: [rule('block')] }, ['grant']],
  ['a policy blocks new requests', { policy: { blockNewRequests: true } }, ['browser.policy-denies certain']],
  [
    'a policy blocks new requests, no site was named',
    { policy: { blockNewRequests: true } },
    ['browser.policy-denies likely'],
    noSite,
  ],
  [
    'a policy blocks new requests and allows some, no site was named',
    { policy: { blockNewRequests: true, sitesAllowed: 2 } },
    ['browser.policy-denies possible'],
    noSite,
  ],
  [
    'a policy blocks new requests, not this site’s',
    { policy: { blockNewRequests: true, locked: true, site: 'allow' } },
    ['grant'],
  ],
  [
    'a policy blocks new requests and the site has leave',
    { policy: { blockNewRequests: true, locked: true }, rules: [rule('allow')] },
    ['grant'],
  ],
  [
    'a locked policy blocks new requests, whatever the default',
    { policy: { blockNewRequests: true, locked: true }, byDefault: value('allow') },
    ['browser.policy-denies certain'],
  ],
  [
    'the person’s default stands above the policy’s',
    { policy: { blockNewRequests: true }, byDefault: value('ask') },
    [],
  ],
  [
    'the person’s default blocks as the policy’s does',
    { policy: { blockNewRequests: true }, byDefault: value('block') },
    ['browser.default-block certain'],
  ],
  [
    'a locked policy has new requests asked about, and the person’s own default blocks',
    { policy: { blockNewRequests: false, locked: true }, byDefault: value('block') },
    [],
  ],
  [
    'a locked policy says nothing on new requests',
    { policy: { locked: true }, byDefault: value('block') },
    ['browser.default-block certain'],
  ],
  ['another container’s row blocks', { rules: [rule('block', '^userContextId')] }, ['browser.site-block possible']],
  ['another container’s row allows', { rules: [rule('allow', '^userContextId')] }, []],
  [
    'a partition’s row blocks what is allowed',
    { rules: [rule('allow'), rule('block', '^partitionKey')] },
    ['grant', 'browser.site-block possible'],
  ],
  ['the permissions cannot be read', { sites: unreadable('it is not an SQLite database') }, ['undetermined']],
  [
    'the permissions cannot be read and the default blocks',
    { sites: unreadable('x'), byDefault: value('block') },
    ['browser.default-block possible', 'undetermined'],
  ],
  [
    'the permissions cannot be read and a policy blocks',
    { sites: unreadable('x'), policy: { site: 'block' } },
    ['browser.policy-denies certain'],
  ],
  [
    'the rows of the device cannot be read',
    { sites: value({ file: 'p', writtenAt: WRITTEN, camera: unreadable('the row is 9'), microphone: absent }) },
    ['undetermined'],
  ],
  [
    'the rows of the device are absent',
    { sites: value({ file: 'p', writtenAt: WRITTEN, camera: absent, microphone: absent }) },
    [],
  ],
  [
    'the preferences cannot be read',
    { preferences: unreadable('cut off'), rules: [rule('allow')] },
    ['grant', 'undetermined'],
  ],
  [
    'a preference cannot be read',
    { refused: unreadable('no boolean'), rules: [rule('block')] },
    ['browser.site-block possible', 'undetermined'],
  ],
  ['the default cannot be read', { byDefault: unreadable('7') }, ['undetermined']],
  ['the default cannot be read and does not matter', { byDefault: unreadable('7'), rules: [rule('allow')] }, ['grant']],
  [
    'an unlocked policy’s default stands under one that cannot be read',
    { byDefault: unreadable('7'), policy: { blockNewRequests: true } },
    ['browser.policy-denies possible', 'undetermined'],
  ],
  [
    'the policies cannot be read',
    { policies: unreadable('it is not JSON'), rules: [rule('block')] },
    ['browser.site-block possible', 'undetermined'],
  ],
  [
    'a policy sets a preference',
    { unjudged: ['permissions.default.camera'], rules: [rule('allow')] },
    ['grant', 'undetermined'],
  ],
];

const RULE = 'browser.firefox-permission';
const ABOUT = { rule: RULE, subject: 'firefox' } as const;

/** The table shows findings and what is undetermined; leave that is stored shows in the verdict alone. */
const SHOWN = (said: string): boolean => said !== 'grant';

export const FIREFOX_ROWS: readonly Row[] = [
  ...CASES.map(([when, stored, says, about]) => ({
    ...ABOUT,
    when,
    readings: firefox(stored),
    says: says.filter(SHOWN),
    ...(about === noSite ? {} : { site: SITE }),
  })),
  {
    ...ABOUT,
    when: 'nobody looked at the policies',
    readings: { ...firefox({}), browserPolicies: absent },
    says: ['undetermined'],
  },
  {
    ...ABOUT,
    when: 'policies cannot be read at all',
    readings: { ...firefox({}), browserPolicies: unreadable('no answer within 2000 ms') },
    says: ['undetermined'],
  },
  {
    ...ABOUT,
    when: 'its own policies were not read',
    readings: { ...firefox({}), browserPolicies: value([]) },
    says: ['undetermined'],
  },
  {
    ...ABOUT,
    when: 'the profile was not looked at',
    readings: { ...firefox({}), browserPermissions: value([]) },
    says: ['undetermined'],
  },
];

/** Which rows hold leave to capture, for the test of the verdicts. */
export const FIREFOX_GRANTS: readonly (readonly [string, Readings, boolean])[] = CASES.filter(
  ([, , says]) => !says.includes('undetermined'),
).map(([when, stored, says]) => [when, firefox(stored), says.includes('grant')]);
