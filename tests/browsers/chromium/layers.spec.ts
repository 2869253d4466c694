import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './chromium.fixture.ts';
import { ALLOW, BLOCK, BLOCKED, chromiumIn, deedOn, exceptions } from './word-and-deed.ts';

test.describe('a policy', () => {
  const rows: readonly (readonly [string, object, number, string, string, string | null])[] = [
    [
      'that denies, over an allowed site',
      { VideoCaptureAllowed: false },
      ALLOW,
      BLOCKED,
      'blocked',
      'browser.policy-denies',
    ],
    [
      'that denies all but a list, over a blocked site on the list',
      { VideoCaptureAllowed: false, VideoCaptureAllowedUrls: ['http://[*.]localhost'] },
      BLOCK,
      'works',
      'ready',
      null,
    ],
    [
      'that denies all but everything, which is passed over',
      { VideoCaptureAllowed: false, VideoCaptureAllowedUrls: ['*'] },
      ALLOW,
      BLOCKED,
      'blocked',
      'browser.policy-denies',
    ],
    [
      'of the deprecated kind that blocks',
      { DefaultMediaStreamSetting: 2 },
      ALLOW,
      BLOCKED,
      'blocked',
      'browser.policy-denies',
    ],
    ['of the deprecated kind that asks', { DefaultMediaStreamSetting: 3 }, BLOCK, 'asks', 'will-ask', null],
  ];
  for (const [name, policies, stored, deed, state, rootCause] of rows) {
    test(`${name}: what is said is what getUserMedia does`, async ({
      port,
      layDown,
      prefer,
      drive,
      diagnoseHealthyMachine,
    }) => {
      const site = `http://meet.localhost:${port}`;
      await layDown(policies);
      await prefer(exceptions({ [site]: stored }));
      await drive(async (context) => expect(await deedOn(context, site)).toBe(deed));
      expect(chromiumIn(await diagnoseHealthyMachine(site)).camera).toMatchObject({ state, rootCause });
    });
  }
});

test.describe('of several patterns the one that Chromium itself goes by counts:', () => {
  const rows: readonly (readonly [string, (port: number) => Readonly<Record<string, number>>, string])[] = [
    ['a wildcard', () => ({ '[*.]localhost': BLOCK }), 'blocked'],
    ['a host over a wildcard', () => ({ '[*.]localhost': BLOCK, 'meet.localhost': ALLOW }), 'ready'],
    ['a longer wildcard', () => ({ '[*.]localhost': ALLOW, '[*.]meet.localhost': BLOCK }), 'blocked'],
    [
      'a port over a scheme',
      (port) => ({ 'http://meet.localhost': ALLOW, [`meet.localhost:${port}`]: BLOCK }),
      'blocked',
    ],
    ['another port', (port) => ({ 'meet.localhost': ALLOW, [`http://meet.localhost:${port + 1}`]: BLOCK }), 'ready'],
    [
      'another scheme',
      (port) => ({ [`https://meet.localhost:${port}`]: BLOCK, 'http://[*.]localhost': ALLOW }),
      'ready',
    ],
  ];
  for (const [name, patterns, state] of rows) {
    test(name, async ({ port, prefer, drive, diagnoseHealthyMachine }) => {
      const site = `http://meet.localhost:${port}`;
      await prefer(exceptions(patterns(port)));
      await drive(async (context) => expect(await deedOn(context, site)).toBe(state === 'ready' ? 'works' : BLOCKED));
      expect(chromiumIn(await diagnoseHealthyMachine(site)).camera?.state).toBe(state);
    });
  }
});

test('an embargo that Chromium finds in its store stands until it is over', async ({
  port,
  prefer,
  drive,
  diagnoseHealthyMachine,
}) => {
  const site = `http://meet.localhost:${port}`;
  const microseconds = (daysAgo: number): number => (Date.now() - daysAgo * 86_400_000 + 11_644_473_600_000) * 1000;
  for (const [daysAgo, deed, state, rootCause] of [
    [1, BLOCKED, 'blocked', 'browser.site-embargo'],
    [8, 'asks', 'will-ask', null],
  ] as const) {
    const VideoCapture = { dismiss_count: 3, dismissal_embargo_days: microseconds(daysAgo) };
    const permission_autoblocking_data = { [`${site},*`]: { last_modified: '1', setting: { VideoCapture } } };
    await prefer(exceptions({}, { permission_autoblocking_data }));
    await drive(async (context) => expect(await deedOn(context, site)).toBe(deed));
    expect(chromiumIn(await diagnoseHealthyMachine(site)).camera).toMatchObject({ state, rootCause });
  }
});

test('prompts that a person leaves alone lay an embargo, which is found', async ({
  port,
  drive,
  display,
  diagnoseHealthyMachine,
}) => {
  const site = `http://meet.localhost:${port}`;
  await drive(
    async (context) => {
      const page = await context.newPage();
      await page.goto(site);
      // A page that goes away under its prompt: the frames that it draws before give the prompt the time to come up,
      // without which it is not counted as left alone.
      await expect(async () => {
        await page.bringToFront();
        await page.evaluate(async () => {
          navigator.mediaDevices.getUserMedia({ video: true }).catch(() => {});
          for (let frame = 0; frame < 60; frame++) await new Promise(requestAnimationFrame);
        });
        await page.reload();
        expect(await deedOn(context, site)).toBe(BLOCKED);
      }).toPass({ timeout: 30_000 });
    },
    [],
    display,
  );
  expect(chromiumIn(await diagnoseHealthyMachine(site)).camera).toMatchObject({
    state: 'blocked',
    rootCause: 'browser.site-embargo',
  });
});

test.describe('a switch on the command line', () => {
  const deny = 'deny-permission-prompts';
  for (const [name, stored, deed] of [
    [deny, null, 'asks'],
    [deny, ALLOW, 'works'],
    ['use-fake-ui-for-media-stream=deny', ALLOW, BLOCKED],
    ['use-fake-ui-for-media-stream', BLOCK, 'works'],
  ] as const) {
    test(`--${name}, on a site stored as ${stored}`, async ({ port, prefer, drive, diagnoseHere }) => {
      const site = `http://meet.localhost:${port}`;
      await prefer(exceptions(stored === null ? {} : { [site]: stored }));
      await drive(
        async (context) => {
          const { findings } = await diagnoseHere(site);
          const said = findings
            .filter(({ subject, medium }) => subject === 'chromium' && medium === 'camera')
            .flatMap(({ evidence }) => evidence.map(({ value }) => value));
          // A prompt is refused too, which the permission does not tell before.
          const refuses = deed === BLOCKED || (name === deny && stored === null);
          expect(said.includes(`--${name}`)).toBe(refuses);
          expect(said.some((value) => value.endsWith(': block'))).toBe(false);
          expect(await deedOn(context, site)).toBe(deed);
        },
        [`--${name}`],
      );
    });
  }
});

test('a Chromium that keeps its profiles elsewhere says nothing about the person’s own', async ({
  home,
  port,
  drive,
  diagnoseHere,
}) => {
  await drive(async () => {
    const { facts } = await diagnoseHere(`http://meet.localhost:${port}`, join(home, 'elsewhere'));
    expect(facts.readings.browserSwitches).toEqual({ kind: 'value', value: [] });
  });
});

test('a change is found as soon as Chromium has written it, and the report says when that was', async ({
  port,
  drive,
  diagnoseHere,
}) => {
  const site = `http://meet.localhost:${port}`;
  await drive(async (context) => {
    const page = await context.newPage();
    await page.goto(`chrome://settings/content/siteDetails?site=${encodeURIComponent(site)}`);
    await page.locator('site-details-permission[label="Camera"] select').selectOption('block');
    await expect(async () => {
      const { findings } = await diagnoseHere(site);
      const found = findings.find(({ cause, medium }) => cause === 'browser.site-block' && medium === 'camera');
      expect(found?.evidence.map(({ fact }) => fact)).toContainEqual(expect.stringMatching(/store\.writtenAt$/));
    }).toPass({ timeout: 30_000 });
  });
});

test('a diagnosis touches nothing in the profile', async ({ home, port, drive, diagnoseHere }) => {
  const site = `http://meet.localhost:${port}`;
  await drive(async (context) => void (await (await context.newPage()).goto(site)));
  const profile = join(home, '.config/chromium');
  const look = async () => {
    const names = (await readdir(profile, { recursive: true })).sort();
    return Promise.all(
      names.map(async (name) => {
        const { mtimeMs, ctimeMs, size, ino } = await lstat(join(profile, name));
        return { name, mtimeMs, ctimeMs, size, ino };
      }),
    );
  };
  const before = await look();
  const { facts } = await diagnoseHere(site);
  expect(facts.readings.browserPermissions?.kind).toBe('value');
  expect(await look()).toEqual(before);
});

test('a running Chromium that shows an artificial camera is known by how it was started', async ({
  port,
  drive,
  diagnoseHere,
}) => {
  const site = `http://meet.localhost:${port}`;
  await drive(async (context) => {
    await (await context.newPage()).goto(site);
    await expect(async () => {
      const { findings } = await diagnoseHere(site);
      expect(findings.map(({ cause, subject }) => `${subject} ${cause}`)).toContain(
        'chromium browser.started-with-flags',
      );
    }).toPass();
  });
});
