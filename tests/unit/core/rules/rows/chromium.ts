import type { CaptureSwitch } from '../../../../../core/browsers/capture-switches.ts';
import type { ChromiumPolicies, MediumPermission } from '../../../../../core/facts/chromium.ts';
import type { Readings } from '../../../../../core/facts/facts.ts';
import { absent, type Reading, unreadable, value } from '../../../../../core/reading.ts';
import { CHROMIUM } from '../../facts.ts';
import type { Row } from '../row.ts';

const NOTHING: MediumPermission = {
  byDefault: absent,
  rules: [],
  extensions: value([]),
  embargo: absent,
  oneTimeGrants: 0,
  sitesAllowed: 0,
  devicesRanked: 0,
};

const NOT_LAID_DOWN = { allowed: null, allowedFor: null, sitesAllowed: 0 };
const from = <T>(setting: T) => ({ from: '/etc/chromium/policies/managed/it.json', setting });
const siteRule = (setting: 'allow' | 'block' | 'ask') => ({ pattern: 'https://meet.example.com:443', setting });
const extensionRule = (setting: 'allow' | 'block') => value([{ extension: 'abc', pattern: '*', setting }]);
const EMBARGO = value({ reason: 'dismissed' as const, until: '2030-01-01T00:00:00.000Z' });

function stored(camera: Partial<MediumPermission>): Readings {
  return {
    browserPermissions: value([
      {
        engine: 'chromium',
        browserId: 'chromium',
        profile: 'Default',
        store: value({
          file: '~/.config/chromium/Default/Preferences',
          writtenAt: '2026-11-20T09:00:00.000Z',
          camera: value({ ...NOTHING, ...camera }),
          microphone: value(NOTHING),
        }),
      },
    ]),
    browserPolicies: value([{ engine: 'chromium', browserId: 'chromium', policies: absent }]),
  };
}

function laidDown(policies: Partial<ChromiumPolicies>): Readings {
  const all = { camera: NOT_LAID_DOWN, microphone: NOT_LAID_DOWN, mediaStream: null, ...policies };
  return withPolicies(value(all));
}

function withPolicies(policies: Reading<ChromiumPolicies>): Readings {
  return { browserPolicies: value([{ engine: 'chromium', browserId: 'chromium', policies }]) };
}

function startedWith(...switches: CaptureSwitch[]): Readings {
  return { browserSwitches: value([{ browserId: 'chromium', switches }]) };
}

const SITE = 'https://meet.example.com';

/** The rule when …, with the site known, and what it says. */
const KNOWN: readonly (readonly [string, Readings, readonly string[]])[] = [
  ['nothing is stored', stored({}), []],
  ['the site is blocked', stored({ rules: [siteRule('block')] }), ['browser.site-block certain']],
  ['the site is allowed', stored({ rules: [siteRule('allow')] }), []],
  ['the default blocks', stored({ byDefault: value('block') }), ['browser.default-block certain']],
  ['the default blocks and the site asks', stored({ byDefault: value('block'), rules: [siteRule('ask')] }), []],
  ['the default cannot be read', stored({ byDefault: unreadable('a text') }), ['undetermined']],
  [
    'the default cannot be read but the site is blocked',
    stored({ byDefault: unreadable('a text'), rules: [siteRule('block')] }),
    ['browser.site-block certain'],
  ],
  [
    'an extension blocks what the person allows',
    stored({ extensions: extensionRule('block'), rules: [siteRule('allow')] }),
    ['browser.extension-denies certain'],
  ],
  [
    'an extension allows what the person blocks',
    stored({ extensions: extensionRule('allow'), rules: [siteRule('block')] }),
    [],
  ],
  [
    'an extension cannot be read over an allowed site',
    stored({ extensions: unreadable('a text'), rules: [siteRule('allow')] }),
    ['undetermined'],
  ],
  ['the question was dismissed too often', stored({ embargo: EMBARGO }), ['browser.site-embargo certain']],
  ['an embargo runs but the site is allowed', stored({ embargo: EMBARGO, rules: [siteRule('allow')] }), []],
  ['an embargo cannot be read', stored({ embargo: unreadable('a text') }), ['undetermined']],
  ['it was allowed once', stored({ oneTimeGrants: 2 }), ['browser.one-time-grant-expired possible']],
  ['it was allowed once and then for good', stored({ oneTimeGrants: 2, rules: [siteRule('allow')] }), []],
  [
    'a policy denies over an allowed site',
    { ...stored({ rules: [siteRule('allow')] }), ...laidDown({ camera: { ...NOT_LAID_DOWN, allowed: from(false) } }) },
    ['browser.policy-denies certain'],
  ],
  [
    'a policy denies the other device',
    { ...stored({}), ...laidDown({ microphone: { ...NOT_LAID_DOWN, allowed: from(false) } }) },
    [],
  ],
  [
    'a policy allows, which is to say nothing, and the site is blocked',
    { ...stored({ rules: [siteRule('block')] }), ...laidDown({ camera: { ...NOT_LAID_DOWN, allowed: from(true) } }) },
    ['browser.site-block certain'],
  ],
  [
    'a policy denies all but a list that has the site, over a site block',
    {
      ...stored({ rules: [siteRule('block')] }),
      ...laidDown({
        camera: { allowed: from(false), allowedFor: { from: 'it.json', pattern: SITE }, sitesAllowed: 1 },
      }),
    },
    [],
  ],
  [
    'the deprecated policy blocks both devices',
    { ...stored({ rules: [siteRule('allow')] }), ...laidDown({ mediaStream: from('block') }) },
    ['browser.policy-denies certain'],
  ],
  [
    'the deprecated policy makes a blocked site ask',
    { ...stored({ rules: [siteRule('block')] }), ...laidDown({ mediaStream: from('ask') }) },
    [],
  ],
  [
    'a policy file cannot be read and the site is allowed',
    { ...stored({ rules: [siteRule('allow')] }), ...withPolicies(unreadable('it.json: it is not JSON')) },
    ['undetermined'],
  ],
  [
    'a policy file cannot be read and the site is blocked',
    { ...stored({ rules: [siteRule('block')] }), ...withPolicies(unreadable('it.json: it is not JSON')) },
    ['browser.site-block possible', 'undetermined'],
  ],
  [
    'the browser answers its own question, over policy and block',
    {
      ...stored({ rules: [siteRule('block')] }),
      ...laidDown({ mediaStream: from('block') }),
      ...startedWith('use-fake-ui-for-media-stream'),
    },
    [],
  ],
  [
    'the browser answers its own question with no, over an allowed site',
    { ...stored({ rules: [siteRule('allow')] }), ...startedWith('use-fake-ui-for-media-stream=deny') },
    ['browser.started-with-flags certain'],
  ],
  [
    'the browser was started to deny every question',
    { ...stored({}), ...startedWith('deny-permission-prompts') },
    ['browser.started-with-flags certain'],
  ],
  [
    'the browser was started to deny every question, and the site is allowed already',
    { ...stored({ rules: [siteRule('allow')] }), ...startedWith('deny-permission-prompts') },
    [],
  ],
  ['how it was started cannot be seen', { ...stored({}), browserSwitches: unreadable('no /proc') }, []],
];

const UNKNOWN: typeof KNOWN = [
  [
    'a policy denies, no site was named, and the person allows some, which is no exception to it',
    { ...stored({ sitesAllowed: 1 }), ...laidDown({ camera: { ...NOT_LAID_DOWN, allowed: from(false) } }) },
    ['browser.policy-denies likely'],
  ],
  [
    'the default blocks, no site was named, and some sites are allowed',
    stored({ byDefault: value('block'), sitesAllowed: 1 }),
    ['browser.default-block possible'],
  ],
  [
    'the default blocks and no site was named, which may be an exception',
    stored({ byDefault: value('block') }),
    ['browser.default-block likely'],
  ],
  [
    'a policy denies all but a list and no site was named',
    { ...stored({}), ...laidDown({ camera: { allowed: from(false), allowedFor: null, sitesAllowed: 3 } }) },
    ['browser.policy-denies possible'],
  ],
  [
    'the store cannot be read',
    {
      ...stored({}),
      browserPermissions: value([
        { engine: 'chromium', browserId: 'chromium', profile: 'Default', store: unreadable('it is not JSON') },
      ]),
    },
    ['undetermined'],
  ],
  [
    'the profile has stored nothing',
    {
      ...stored({}),
      browserPermissions: value([{ engine: 'chromium', browserId: 'chromium', profile: 'Default', store: absent }]),
    },
    [],
  ],
  ['the profile was not looked at', { browserPermissions: value([]) }, ['undetermined']],
  [
    'the profiles cannot be read',
    { browsers: value([{ ...CHROMIUM, profiles: unreadable('EACCES') }]), browserPermissions: value([]) },
    ['undetermined'],
  ],
  ['the policies were not read', { browserPermissions: stored({}).browserPermissions }, ['undetermined']],
];

const ARTIFICIAL: readonly Row[] = (
  [
    ['use-fake-device-for-media-stream', 'camera', true],
    ['use-fake-device-for-media-stream', 'microphone', true],
    ['use-file-for-fake-video-capture', 'camera', false],
    ['use-file-for-fake-audio-capture', 'microphone', false],
    ['use-fake-ui-for-media-stream=deny', 'camera', false],
    ['deny-permission-prompts', 'camera', false],
  ] as const
).map(([name, medium, standsIn]) => ({
  rule: 'browser.artificial-device',
  when: `started with --${name}, for the ${medium}`,
  medium,
  readings: { browserSwitches: value([{ browserId: 'chromium', switches: [name] }]) },
  says: standsIn ? ['browser.started-with-flags certain'] : [],
}));

export const CHROMIUM_ROWS: readonly Row[] = [
  ...KNOWN.map(
    ([when, readings, says]): Row => ({ rule: 'browser.chromium-permission', when, site: SITE, readings, says }),
  ),
  ...UNKNOWN.map(([when, readings, says]): Row => ({ rule: 'browser.chromium-permission', when, readings, says })),
  ...ARTIFICIAL,
];
