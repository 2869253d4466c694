import { expect, type Page } from '@playwright/test';
import { test } from './app.fixture.ts';
import { failWith, repair } from './capture-faults.ts';

const WORKS = 'Your camera and microphone work.';
const DENIED = 'Windows is not letting desktop apps use your camera.';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

const cameraSwitch = (to: 'Allow' | 'Deny') => (registry: string) =>
  registry.replace(/(\\ConsentStore\\webcam\\NonPackaged\]\r?\n"Value"=)"\w+"/, (_all, key: string) => `${key}"${to}"`);

test('a list of devices that changes all the time is read no more often than a person could follow', async ({
  openApp,
}) => {
  const { page } = await openApp({ machine: 'linux-site-block' });
  await expect(page.getByRole('combobox', { name: 'Microphone' })).toBeVisible();
  const reads = await page.evaluate(async () => {
    let count = 0;
    const list = navigator.mediaDevices.enumerateDevices.bind(navigator.mediaDevices);
    navigator.mediaDevices.enumerateDevices = async () => {
      count += 1;
      const devices = await list();
      return count % 2 === 0 ? devices : devices.slice(1);
    };
    for (let change = 0; change < 500; change += 1) {
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
      await new Promise((resolve) => setTimeout(resolve));
    }
    return count;
  });
  expect(reads).toBeGreaterThan(0);
  expect(reads).toBeLessThan(60);
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(heading(page)).toHaveText('Chromium blocks the camera for this site.');
});

test('a switch that goes back and forth leaves the word with where it stays', { tag: ['@more', '@loopback'] }, async ({
  openApp,
}) => {
  const { page, change } = await openApp({ machine: 'windows11-desktop-apps-off-for-browsers' });
  await failWith(page, { camera: 'denied-by-system' });
  await expect(heading(page)).toHaveText(DENIED);
  await page.getByRole('button', { name: 'Show me how' }).first().click();
  // Seen to be on, and off again before the test that follows is over.
  const examined = page.waitForRequest(/\/call\/examine$/);
  await change('registry.reg', cameraSwitch('Allow'));
  await examined;
  await change('registry.reg', cameraSwitch('Deny'));
  // In the guide or after it, whichever was sooner: it is not held to be fixed.
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(heading(page)).toHaveText(
    /^(Windows is not letting desktop apps|Let desktop apps) use (your|the) camera/,
  );
  await repair(page);
  await change('registry.reg', (registry) => registry.replaceAll('"Value"="Deny"', '"Value"="Allow"'));
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(heading(page)).toHaveText(WORKS);
});

test('a settings page that cannot be opened is said to be, and the guide goes on', { tag: '@loopback' }, async ({
  openApp,
}) => {
  const { page, change } = await openApp({ machine: 'windows11-desktop-apps-off-for-browsers', opens: false });
  await failWith(page, { camera: 'denied-by-system' });
  await page.getByRole('button', { name: 'Open Camera settings' }).click();
  await expect(page.getByText('It could not be opened from here. Please open it yourself.')).toBeVisible();
  await repair(page);
  await change('registry.reg', (registry) => registry.replaceAll('"Value"="Deny"', '"Value"="Allow"'));
  await expect(heading(page)).toHaveText(WORKS);
});

test('a page that is closed in the middle of a test stands in the way of no other', {
  tag: '@loopback',
}, async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-healthy-laptop' });
  await expect(page.locator('video')).toBeVisible();
  const address = page.url();
  const context = page.context();
  const next = await context.newPage();
  await page.close();
  await next.goto(address);
  await expect(heading(next)).toHaveText(WORKS);
});

test('after a sleep in which the connection was lost it goes on watching', { tag: '@loopback' }, async ({
  openApp,
}) => {
  const { page, change } = await openApp({ machine: 'windows11-desktop-apps-off-for-browsers' });
  await page.addInitScript(() => {
    const sources: EventSource[] = [];
    const Native = EventSource;
    Object.assign(window, {
      EventSource: class extends Native {
        constructor(address: string) {
          super(address);
          sources.push(this);
        }
      },
      loseConnection: () => {
        for (const source of sources) source.dispatchEvent(new Event('error'));
      },
      findConnection: () => {
        for (const source of sources) source.dispatchEvent(new Event('open'));
      },
    });
  });
  await failWith(page, { camera: 'denied-by-system', microphone: 'denied-by-system' });
  await expect(heading(page)).toHaveText(DENIED);
  await page.getByRole('button', { name: 'Show me how' }).first().click();
  await page.evaluate(() => Reflect.get(window, 'loseConnection')());
  await expect(heading(page)).toHaveText('Capture Doctor has stopped. You can close this page.');
  const asked = page.waitForRequest(/\/call\/watch$/);
  await page.evaluate(() => Reflect.get(window, 'findConnection')());
  await asked;
  await change('registry.reg', cameraSwitch('Allow'));
  // One after the other: this one is seen to be gone, and the next comes up.
  await expect(heading(page)).toHaveText('Windows is not letting desktop apps use your microphone.');
});
