import { access, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { Report } from '../../../core/report/schema.ts';
import { test } from './firefox.fixture.ts';

function firefoxIn({ subjects }: Report) {
  const found = subjects.find(({ id }) => id === 'firefox');
  if (found === undefined) throw new Error('Firefox is not among the subjects');
  return found;
}

const camera = (report: Report) => [firefoxIn(report).camera?.state, firefoxIn(report).camera?.rootCause];

/** Row 1 allows, 2 blocks, 3 asks: stored as Firefox’s own settings page does it. */
const store = (site: string, permission: number): string => `Services.perms.addFromPrincipal(
  Services.scriptSecurityManager.createContentPrincipalFromOrigin("${site}"), "camera", ${permission})`;

test('what a person answers is found, and is what getUserMedia does then', async ({
  drive,
  diagnoseHealthyMachine,
}) => {
  await drive([], async (firefox) => {
    expect(await firefox.getUserMedia('video')).toBe('asks');
    expect(camera(await diagnoseHealthyMachine())).toEqual(['will-ask', null]);

    expect(await firefox.getUserMedia('video', { press: 'Block', remember: false })).toBe('NotAllowedError');
    expect(await firefox.getUserMedia('video')).toBe('NotAllowedError');
    // A block for the moment is stored nowhere: only a test in that very browser can tell it.
    expect(camera(await diagnoseHealthyMachine())).toEqual(['will-ask', null]);
    await firefox.run('chrome', 'SitePermissions.clearTemporaryBlockPermissions(gBrowser.selectedBrowser); null');

    expect(await firefox.getUserMedia('video', { press: 'Allow', remember: false })).toBe('works');
    expect(camera(await diagnoseHealthyMachine())).toEqual(['will-ask', null]);
    await firefox.run('chrome', 'SitePermissions.clearTemporaryBlockPermissions(gBrowser.selectedBrowser); null');
    await firefox.reload();

    expect(await firefox.getUserMedia('video', { press: 'Block', remember: true })).toBe('NotAllowedError');
    await firefox.reload();
    expect(await firefox.getUserMedia('video')).toBe('NotAllowedError');
    expect(camera(await diagnoseHealthyMachine())).toEqual(['blocked', 'browser.site-block']);
  });
  const { microphone } = firefoxIn(await diagnoseHealthyMachine());
  expect(microphone?.state).toBe('will-ask');
});

test('while Firefox runs, its locked database is read, and nothing in its folder is touched', async ({
  drive,
  profile,
  diagnoseHere,
  site,
}) => {
  const look = async () => {
    const names = (await readdir(profile)).filter((name) => /^(?:permissions\.|user\.js)/.test(name)).sort();
    return Promise.all(
      names.map(async (name) => {
        const { mtimeMs, size, ino } = await stat(join(profile, name));
        return { name, mtimeMs, size, ino };
      }),
    );
  };
  await drive([], async (firefox) => {
    await firefox.run('chrome', `${store(site, 2)}; null`);
    await expect(async () => {
      const { findings } = await diagnoseHere();
      const causes = findings.filter(({ subject, medium }) => subject === 'firefox' && medium === 'camera');
      expect(causes.map(({ cause }) => cause)).toContain('browser.site-block');
    }).toPass();
    const before = await look();
    const { undetermined } = await diagnoseHere();
    expect(undetermined.filter(({ rule }) => rule === 'browser.firefox-permission')).toEqual([]);
    expect(await look()).toEqual(before);
  });
});

const BLOCKED_BY_DEFAULT = 'user_pref("permissions.default.camera", 2);';

for (const { when, preferences, permission, deed, verdict } of [
  { when: 'a stored allow', preferences: [], permission: 1, deed: 'works', verdict: ['ready', null] },
  {
    when: 'a default block',
    preferences: [BLOCKED_BY_DEFAULT],
    permission: 0,
    deed: 'NotAllowedError',
    verdict: ['blocked', 'browser.default-block'],
  },
  {
    when: 'a default block, the site allowed',
    preferences: [BLOCKED_BY_DEFAULT],
    permission: 1,
    deed: 'works',
    verdict: ['ready', null],
  },
  {
    when: 'a default block, the site once allowed',
    preferences: [BLOCKED_BY_DEFAULT],
    permission: 3,
    deed: 'asks',
    verdict: ['will-ask', null],
  },
  {
    when: 'a default allow',
    preferences: ['user_pref("permissions.default.camera", 1);'],
    permission: 0,
    deed: 'works',
    verdict: ['ready', null],
  },
  {
    when: 'no devices for pages',
    preferences: ['user_pref("media.navigator.enabled", false);', 'user_pref("media.peerconnection.enabled", false);'],
    permission: 1,
    deed: 'TypeError',
    verdict: ['blocked', 'browser.media-disabled'],
  },
  {
    when: 'every page refused',
    preferences: ['user_pref("media.getusermedia.camera.deny", true);'],
    permission: 1,
    deed: 'NotAllowedError',
    verdict: ['blocked', 'browser.media-disabled'],
  },
  {
    when: 'no questions',
    preferences: ['user_pref("media.navigator.permission.disabled", true);'],
    permission: 0,
    deed: 'works',
    verdict: ['ready', null],
  },
  {
    when: 'no questions, the site blocked',
    preferences: ['user_pref("media.navigator.permission.disabled", true);'],
    permission: 2,
    deed: 'works',
    verdict: ['ready', null],
  },
  {
    when: 'no questions, every page refused',
    preferences: [
      'user_pref("media.navigator.permission.disabled", true);',
      'user_pref("media.getusermedia.camera.deny", true);',
    ],
    permission: 0,
    deed: 'NotAllowedError',
    verdict: ['blocked', 'browser.media-disabled'],
  },
  {
    when: 'no questions, a default block',
    preferences: ['user_pref("media.navigator.permission.disabled", true);', BLOCKED_BY_DEFAULT],
    permission: 0,
    deed: 'works',
    verdict: ['ready', null],
  },
] as const) {
  test(`${when}: what is said is what getUserMedia does`, async ({ drive, site, diagnoseHealthyMachine }) => {
    await drive(preferences, async (firefox) => {
      if (permission !== 0) await firefox.run('chrome', `${store(site, permission)}; null`);
      expect(await firefox.getUserMedia('video')).toBe(deed);
    });
    expect(camera(await diagnoseHealthyMachine())).toEqual(verdict);
  });
}

const FOLDER = '/etc/firefox/policies';
const FILE = join(FOLDER, 'policies.json');

/** Puts the computer’s own policies aside, and back whatever happens. */
/** Marks policies as those of a test: a run that was interrupted leaves them behind, and the next takes them away. */
const MARK = 'capture-doctor-test';

test.beforeAll(async () => {
  const left = await readFile(FILE, 'utf8').catch(() => '');
  if (left.includes(MARK)) await rm(FILE);
});

async function withPolicies(policies: object, act: () => Promise<void>): Promise<void> {
  const there = await readFile(FILE, 'utf8').catch(() => null);
  const had = there !== null && !there.includes(MARK);
  const hadFolder = await access(FOLDER).then(
    () => true,
    () => false,
  );
  await mkdir(FOLDER, { recursive: true });
  if (had) await rename(FILE, `${FILE}.aside`);
  try {
    await writeFile(FILE, JSON.stringify({ ...policies, [MARK]: true }), { mode: 0o644 });
    await act();
  } finally {
    await rm(FILE, { force: true });
    if (had) await rename(`${FILE}.aside`, FILE);
    if (!hadFolder) await rm('/etc/firefox', { recursive: true });
  }
}

for (const { when, policy, permission, preferences = [], deed, verdict } of [
  {
    when: 'a policy blocks',
    policy: { Block: ['SITE'] },
    permission: 1,
    deed: 'NotAllowedError',
    verdict: ['blocked', 'browser.policy-denies'],
  },
  {
    when: 'a policy allows what was blocked',
    policy: { Allow: ['SITE'] },
    permission: 2,
    deed: 'works',
    verdict: ['ready', null],
  },
  {
    when: 'a policy blocks new requests, not this one',
    policy: { Allow: ['SITE'], BlockNewRequests: true, Locked: true },
    permission: 0,
    deed: 'works',
    verdict: ['ready', null],
  },
  {
    when: 'a locked policy blocks new requests',
    policy: { BlockNewRequests: true, Locked: true },
    permission: 0,
    preferences: ['user_pref("permissions.default.camera", 1);'],
    deed: 'NotAllowedError',
    verdict: ['blocked', 'browser.policy-denies'],
  },
  {
    when: 'a policy blocks new requests, the person asks',
    policy: { BlockNewRequests: true },
    permission: 0,
    preferences: ['user_pref("permissions.default.camera", 0);'],
    deed: 'asks',
    verdict: ['will-ask', null],
  },
  {
    when: 'a policy blocks and Firefox need not ask',
    policy: { Block: ['SITE'] },
    permission: 0,
    preferences: ['user_pref("media.navigator.permission.disabled", true);'],
    deed: 'works',
    verdict: ['ready', null],
  },
  {
    when: 'a policy names the site twice',
    policy: { Allow: ['SITE'], Block: ['SITE'] },
    permission: 0,
    deed: 'works',
    verdict: ['ready', null],
  },
] as const) {
  test(`${when}: what is said is what getUserMedia does`, async ({ drive, site, diagnoseHealthyMachine }) => {
    test.skip(process.getuid?.() !== 0, 'only root may lay down policies');
    const content = { policies: { Permissions: { Camera: policy } } };
    const policies = JSON.parse(JSON.stringify(content).replaceAll('SITE', site));
    if (permission !== 0)
      await drive([], async (firefox) => void (await firefox.run('chrome', `${store(site, permission)}; null`)));
    await withPolicies(policies, () =>
      drive(preferences, async (firefox) => expect(await firefox.getUserMedia('video')).toBe(deed)),
    );
    expect(camera(await diagnoseHealthyMachine(policies))).toEqual(verdict);
  });
}
