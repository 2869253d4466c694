import { type BrowserContext, expect } from '@playwright/test';
import { test } from './chromium.fixture.ts';
import { BLOCKED, chromiumIn, deedOn } from './word-and-deed.ts';

const SITE = 'https://meet.example.com';
const DEVICES = ['Camera', 'Microphone'] as const;

type Choice = 'allow' | 'block' | 'ask';

/** Sets a permission for one site the way a person does, on Chromium’s own page about that site. */
async function chooseForSite(context: BrowserContext, site: string, device: string, choice: Choice): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome://settings/content/siteDetails?site=${encodeURIComponent(site)}`);
  const select = page.locator(`site-details-permission[label="${device}"] select`);
  await select.selectOption(choice);
  await expect(select).toHaveValue(choice);
  await page.close();
}

/** Forbids a device for all sites, on Chromium’s own page about that device. */
async function blockForAllSites(context: BrowserContext, device: (typeof DEVICES)[number]): Promise<void> {
  const page = await context.newPage();
  await page.goto(`chrome://settings/content/${device.toLowerCase()}`);
  const choice = page.locator('settings-collapse-radio-button[name="block"]:visible');
  await choice.click();
  await expect(choice).toHaveAttribute('checked');
  await page.close();
}

test('a site that was blocked in Chromium is found blocked, the other device is not', async ({
  drive,
  diagnoseHere,
  diagnoseHealthyMachine,
}) => {
  await drive((context) => chooseForSite(context, SITE, 'Camera', 'block'));

  const healthy = chromiumIn(await diagnoseHealthyMachine(SITE));
  expect(healthy.camera).toEqual({ state: 'blocked', rootCause: 'browser.site-block', also: [] });
  expect(healthy.microphone).toEqual({ state: 'will-ask', rootCause: null, also: [] });

  const here = await diagnoseHere(SITE);
  const causes = here.findings.filter(({ subject, medium }) => subject === 'chromium' && medium === 'camera');
  expect(causes.map(({ cause }) => cause)).toContain('browser.site-block');
});

test('another site is not', async ({ drive, diagnoseHealthyMachine }) => {
  await drive((context) => chooseForSite(context, SITE, 'Camera', 'block'));
  expect(chromiumIn(await diagnoseHealthyMachine('https://other.example.com')).camera?.state).toBe('will-ask');
});

test('a site that was allowed is ready', async ({ drive, diagnoseHealthyMachine }) => {
  await drive(async (context) => {
    for (const device of DEVICES) await chooseForSite(context, SITE, device, 'allow');
  });
  const chromium = chromiumIn(await diagnoseHealthyMachine(SITE));
  expect([chromium.camera?.state, chromium.microphone?.state]).toEqual(['ready', 'ready']);
});

test('a device forbidden for all sites is found so, and an "ask" for one site overrides it', async ({
  drive,
  diagnoseHealthyMachine,
}) => {
  await drive((context) => blockForAllSites(context, 'Camera'));
  expect(chromiumIn(await diagnoseHealthyMachine(SITE)).camera).toMatchObject({ rootCause: 'browser.default-block' });
  await drive((context) => chooseForSite(context, SITE, 'Camera', 'ask'));
  expect(chromiumIn(await diagnoseHealthyMachine(SITE)).camera?.state).toBe('will-ask');
});

/** The doctor’s word against the browser’s deed: what `getUserMedia` then really does on that very site. */
test('what is said is what getUserMedia does', async ({ port, drive, diagnoseHealthyMachine }) => {
  const site = `http://127.0.0.1:${port}`;
  for (const [choice, deed, state] of [
    ['block', BLOCKED, 'blocked'],
    ['allow', 'works', 'ready'],
  ] as const) {
    await drive(async (context) => {
      await chooseForSite(context, site, 'Camera', choice);
      expect(await deedOn(context, site)).toBe(deed);
    });
    expect(chromiumIn(await diagnoseHealthyMachine(site)).camera?.state).toBe(state);
  }
});
