import { lstat, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, expect, type Worker } from '@playwright/test';
import type { Report } from '../../../core/report/schema.ts';
import { test } from './chromium.fixture.ts';

type Device = 'video' | 'audio';

/** What a page of the site gets that asks for the device: `works`, `asks`, or the name of the error. */
async function deedOn(context: BrowserContext, site: string, device: Device = 'video'): Promise<string> {
  const page = await context.newPage();
  await page.goto(site);
  const deed = await page.evaluate(async (kind) => {
    const name = kind === 'video' ? 'camera' : 'microphone';
    const { state } = await navigator.permissions.query({ name: name as PermissionName });
    if (state === 'prompt') return 'asks';
    return navigator.mediaDevices.getUserMedia({ [kind]: true }).then(
      (stream) => {
        for (const track of stream.getTracks()) track.stop();
        return 'works';
      },
      (error: DOMException) => error.name,
    );
  }, device);
  await page.close();
  return deed;
}

function chromiumIn({ subjects }: Report) {
  const found = subjects.find(({ id }) => id === 'chromium');
  if (found === undefined) throw new Error('Chromium is not among the subjects');
  return found;
}

function exceptions(camera: Readonly<Record<string, number>>, others: object = {}): object {
  const media_stream_camera = Object.fromEntries(
    Object.entries(camera).map(([pattern, setting]) => [
      `${pattern},*`,
      { setting, last_modified: '13439874239839924' },
    ]),
  );
  return { profile: { content_settings: { exceptions: { media_stream_camera, ...others }, pref_version: 1 } } };
}

const [ALLOW, BLOCK] = [1, 2];
const BLOCKED = 'NotAllowedError';

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

test('an extension blocks what the person allows, and its word is found', async ({
  home,
  port,
  prefer,
  drive,
  diagnoseHealthyMachine,
}) => {
  const site = `http://meet.localhost:${port}`;
  const folder = join(home, 'extension');
  await mkdir(folder);
  const manifest = {
    manifest_version: 3,
    name: 'test',
    version: '1',
    permissions: ['contentSettings'],
    background: { service_worker: 'worker.js' },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(
    join(folder, 'worker.js'),
    `chrome.contentSettings.camera.set({ primaryPattern: 'http://meet.localhost:*/*', setting: 'block' });`,
  );
  await prefer(exceptions({ [site]: ALLOW }));
  const args = [`--load-extension=${folder}`, '--disable-features=DisableLoadExtensionCommandLineSwitch'];
  await drive(async (context) => {
    await expect(async () => expect(await deedOn(context, site)).toBe(BLOCKED)).toPass();
  }, args);
  expect(chromiumIn(await diagnoseHealthyMachine(site)).camera).toMatchObject({
    state: 'blocked',
    rootCause: 'browser.extension-denies',
  });
});

/** Neither the closer pattern counts nor the order in which they speak, but which was installed later. */
for (const [first, last, deed, state] of [
  ['block', 'allow', 'works', 'ready'],
  ['allow', 'block', BLOCKED, 'blocked'],
] as const) {
  test(`of two extensions that disagree the later one counts, which says "${last}"`, async ({
    home,
    port,
    drive,
    diagnoseHealthyMachine,
  }) => {
    const site = `http://meet.localhost:${port}`;
    const patterns = { block: `${site}/*`, allow: 'http://*.localhost:*/*' };
    const folders = await Promise.all([first, last].map((setting) => writeExtension(home, setting)));
    await drive(
      async (context) => {
        for (const setting of ['allow', 'block'] as const) {
          await tellExtension(context, setting, { primaryPattern: patterns[setting], setting });
        }
        expect(await deedOn(context, site)).toBe(deed);
      },
      [`--load-extension=${folders.join(',')}`, '--disable-features=DisableLoadExtensionCommandLineSwitch'],
    );
    expect(chromiumIn(await diagnoseHealthyMachine(site)).camera?.state).toBe(state);
  });
}

/** An extension that does what it is told, and is known by the name of its script. */
async function writeExtension(home: string, name: string): Promise<string> {
  const folder = join(home, name);
  const manifest = {
    manifest_version: 3,
    name,
    version: '1',
    permissions: ['contentSettings'],
    background: { service_worker: `${name}.js` },
  };
  await mkdir(folder);
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, `${name}.js`), '');
  return folder;
}

async function tellExtension(context: BrowserContext, name: string, rule: object): Promise<void> {
  const isOwn = (worker: Worker): boolean => worker.url().endsWith(`/${name}.js`);
  const worker =
    context.serviceWorkers().find(isOwn) ?? (await context.waitForEvent('serviceworker', { predicate: isOwn }));
  await worker.evaluate(`chrome.contentSettings.camera.set(${JSON.stringify(rule)})`);
}

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
      // A page that goes away under its prompt: the frames that it draws before give the prompt the time to come up, without which
      // it is not counted as left alone.
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
