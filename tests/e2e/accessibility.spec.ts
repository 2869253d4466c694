import { expect, type Page } from '@playwright/test';
import { type OpenOptions, test } from './app.fixture.ts';
import { violationsOf } from './axe.ts';

/** Every screen, by how one gets there. */
const SCREENS: Readonly<Record<string, OpenOptions & { readonly go: (page: Page) => Promise<void> }>> = {
  check: {
    machine: 'linux-healthy-laptop',
    go: async (page) => {
      // It stays where it is while somebody has to answer the browser.
      await page.addInitScript(() => {
        navigator.mediaDevices.getUserMedia = () => new Promise(() => {});
        navigator.permissions.query = async () => ({ state: 'prompt' }) as PermissionStatus;
      });
      await page.reload();
      await expect(page.getByText('There is a question about your camera.')).toBeVisible();
    },
  },
  proof: {
    machine: 'linux-healthy-laptop',
    go: (page) => expect(page.getByRole('heading', { name: 'Your camera and microphone work.' })).toBeVisible(),
  },
  result: { machine: 'linux-site-block', go: toResult },
  'result, all of it': {
    machine: 'linux-site-block',
    go: async (page) => {
      await toResult(page);
      await page.getByText('What else was found').click();
    },
  },
  guide: {
    machine: 'windows11-desktop-apps-off-for-browsers',
    go: async (page) => {
      await page.getByRole('button', { name: 'Show me how' }).first().click();
      await expect(page.locator('[data-state="now"]')).toBeVisible();
    },
  },
  guides: { machine: 'linux-site-block', go: (page) => toView(page, 'Guides') },
  'guides, one of them': {
    machine: 'linux-site-block',
    go: async (page) => {
      await toView(page, 'Guides');
      await page.locator('.guides button').first().click();
      await expect(page.getByRole('button', { name: 'Back to the guides' })).toBeVisible();
    },
  },
  details: { machine: 'linux-site-block', go: (page) => toView(page, 'Details') },
  report: { machine: 'linux-site-block', go: (page) => toView(page, 'Report') },
};

async function toResult(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Show me how' }).first()).toBeVisible();
}

async function toView(page: Page, name: string): Promise<void> {
  await toResult(page);
  await page.getByRole('radio', { name }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

for (const [name, { go, ...options }] of Object.entries(SCREENS)) {
  test(`the screen ${name} is for everybody, in both themes and where there is little room`, async ({ openApp }) => {
    const { page } = await openApp(options);
    await go(page);
    expect(await violationsOf(page), 'light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOf(page), 'dark').toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await tooWide(page), '360 px wide').toEqual([]);
    // As it stands beside the settings.
    await page.setViewportSize({ width: 360, height: 520 });
    expect(await violationsOf(page), 'beside the settings').toEqual([]);
    // A window of 960 × 640 at 200 %.
    await page.setViewportSize({ width: 480, height: 320 });
    expect(await tooWide(page), 'at 200 %').toEqual([]);
    await page.setViewportSize({ width: 960, height: 640 });
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    expect(await tooWide(page), 'from right to left').toEqual([]);
  });
}

/** What sticks out of the page to a side, as its classes and words. */
function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    const wide = [document.documentElement, ...document.querySelectorAll('main')];
    if (wide.every((each) => each.scrollWidth <= each.clientWidth)) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return right > clientWidth + 1 || left < -1;
      })
      .map((element) => `${element.className}: ${element.textContent.slice(0, 40)}`);
  });
}
