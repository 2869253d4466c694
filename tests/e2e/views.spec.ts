import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { test } from './app.fixture.ts';

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const preview = (page: Page) => page.getByRole('region', { name: 'Preview of the report' });
const open = async (page: Page, view: 'Guides' | 'Details' | 'Report'): Promise<void> => {
  // The doctor has spoken: nothing is drawn anew under what follows.
  await expect(page.getByRole('button', { name: 'Check again' })).toBeEnabled();
  await page.getByRole('radio', { name: view }).click();
  await expect(title(page)).toHaveText(view);
};

test('the details hold the finding with its evidence, and lead from there to the fact', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-site-block' });
  await open(page, 'Details');
  await expect(title(page)).toBeFocused();
  const finding = page.getByRole('listitem').filter({ hasText: 'Chromium blocks the camera for this site.' });
  await expect(finding).toContainText('W01');
  await expect(finding).toContainText('Camera · Chromium · Certain');
  await finding
    .getByRole('button', { name: /^Show browserPermissions/ })
    .first()
    .click();
  const fact = page.getByRole('group').filter({ hasText: 'browserPermissions' });
  await expect(fact.getByText('setting', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('searchbox')).not.toHaveValue('');
});

test('the details are searched at once, with the number of what was found said aloud', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-site-block' });
  await open(page, 'Details');
  const search = page.getByRole('searchbox', { name: 'Search' });
  await search.fill('openable video1');
  await expect(page.getByRole('status').filter({ hasText: 'Found: 0' })).toBeVisible();
  await search.fill('VIDEO1');
  await expect(page.getByRole('status').filter({ hasText: 'Found: 1' })).toBeVisible();
  await expect(page.getByText('/dev/video1')).toBeVisible();
  await expect(page.getByText('/dev/video0')).toBeHidden();
  await search.fill('nowhere at all');
  await expect(page.getByText('Nothing found for “nowhere at all”.')).toBeVisible();
  await page.getByRole('button', { name: 'Show everything again' }).click();
  await expect(page.getByRole('heading', { name: /^What was read/ })).toBeVisible();
});

test('what is not there, and what could not be read, are two things', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-firefox-not-a-database' });
  await open(page, 'Details');
  await expect(page.getByRole('heading', { name: /^What could not be judged/ })).toBeVisible();
  const fact = (name: string) => page.getByRole('group').filter({ hasText: name });
  await expect(fact('ownDecisions')).toContainText('not there');
  await page.getByRole('searchbox').fill('could not be read');
  await expect(fact('browserPermissions')).toContainText('it is not an SQLite database');
  await page.getByRole('searchbox').fill('captureTests');
  await expect(fact('captureTests')).toContainText('lumaSeries');
});

test('a fact of a megabyte is shown in part, at once, and said to be', { tag: '@loopback' }, async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-site-block' });
  await page.route('**/call/{examine,submitCaptures}', async (route) => {
    const response = await route.fetch();
    const reply = await response.json();
    const node = { node: 'x'.repeat(2_000), virtual: false };
    reply.value.facts.readings.cameraNodes = { kind: 'value', value: Array.from({ length: 500 }, () => node) };
    await route.fulfill({ json: reply });
  });
  await page.reload();
  await open(page, 'Details');
  await page.getByText('cameraNodes', { exact: true }).click();
  await expect(page.getByText('900 more. Search to see them')).toBeVisible();
  await expect(page.getByText('… and 1400 more characters').first()).toBeVisible();
  const before = Date.now();
  await page.getByRole('searchbox').fill('cameraNodes[499]');
  await expect(page.getByRole('status').filter({ hasText: 'Found: 2' })).toBeVisible();
  expect(Date.now() - before).toBeLessThan(2_000);
});

const FORMS = [
  ['Text', 'txt', 'What to do now'],
  ['Web page', 'html', '<!doctype html>'],
  ['Data', 'json', '"schema": "capture-doctor/report@'],
  ['Markdown', 'md', '## What to do now'],
] as const;

test('what is saved in any form is what is shown, to the letter', { tag: '@loopback' }, async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-site-block' });
  await open(page, 'Report');
  for (const [form, ending, sign] of FORMS) {
    await page.getByRole('radio', { name: form, exact: true }).click();
    await expect(preview(page)).toContainText(sign);
    const shown = await preview(page).evaluate((element) => element.textContent);
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save…' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe(`capture-doctor-report.${ending}`);
    expect(await readFile(await download.path(), 'utf8')).toBe(shown);
    await expect(page.getByRole('status').filter({ hasText: 'Saved among your downloads' })).toBeVisible();
  }
});

test('a report is copied as it is shown, or said not to be', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-site-block' });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'Report');
  await expect(preview(page)).toContainText('What to do now');
  const shown = await preview(page).evaluate((element) => element.textContent);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Save it instead.' })).toBeVisible();
});

const answers = [
  ['saveReport', { kind: 'saved' }, 'Save…', 'Saved.'],
  ['saveReport', { kind: 'not-saved', why: 'the disk is full' }, 'Save…', 'It could not be saved: the disk is full'],
  ['mailReport', { kind: 'opened', command: 'mailto:' }, 'Mail', 'A new message is open in your mail program.'],
  ['mailReport', { kind: 'not-opened', why: 'none' }, 'Mail', 'No mail program could be opened. Copy it instead'],
] as const;
test('what became of a report that was saved or mailed is said', { tag: '@loopback' }, async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-site-block' });
  await open(page, 'Report');
  for (const [call, value, button, says] of answers) {
    await page.route(`**/call/${call}`, (route) => route.fulfill({ json: { ok: true, value } }));
    await page.getByRole('button', { name: button }).click();
    await expect(page.getByRole('status').filter({ hasText: says })).toBeVisible();
    await page.unroute(`**/call/${call}`);
  }
});

test('who thought better of saving is told nothing, and main that does not answer is said to fail', {
  tag: '@loopback',
}, async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-site-block' });
  const asked: string[] = [];
  await page.route('**/call/saveReport', async (route) => {
    asked.push('save');
    const value = { kind: 'cancelled' };
    await (asked.length === 1 ? route.fulfill({ json: { ok: true, value } }) : route.abort());
  });
  await open(page, 'Report');
  const save = page.getByRole('button', { name: 'Save…' });
  const answered = page.waitForResponse('**/call/saveReport');
  await save.click();
  await answered;
  await expect(page.locator('.told')).toBeEmpty();
  await save.click();
  await expect(page.getByRole('status').filter({ hasText: 'It could not be saved. Copy it instead.' })).toBeVisible();
});

test('the report on the page is the one that would be shared now', async ({ openApp }) => {
  const { page, change } = await openApp({ machine: 'linux-site-block' });
  await page.getByRole('button', { name: 'Show me how' }).click();
  await expect(title(page)).toHaveText('Allow the camera for this site');
  await open(page, 'Report');
  await expect(preview(page)).toContainText('W01');
  await change('files/home/user/.config/chromium/Default/Preferences', (text) =>
    text.replace(/"setting": 2/, '"setting": 1'),
  );
  await expect(preview(page)).not.toContainText('W01');
});

test('what an administrator has to change stands in words to be sent', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'windows11-policy-denies-apps-for-browsers' });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'Report');
  const part = page.getByRole('region', { name: 'For your administrator' });
  await expect(part).toContainText('The policy LetAppsAccessCamera is 2 in HKLM\\SOFTWARE\\Policies');
  await part.getByRole('button', { name: 'Copy for the administrator' }).click();
  await expect(part.getByRole('status')).toHaveText('Copied. Send it to your administrator.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('- The policy LetAppsAccessCamera is 2');
});

test('where nothing is an administrator’s, none is spoken of', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-site-block' });
  await open(page, 'Report');
  await expect(preview(page)).toBeVisible();
  await expect(page.getByText('For your administrator')).toBeHidden();
});

test('the library begins with this computer, and has every other system and browser', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'windows11-desktop-apps-off' });
  await open(page, 'Guides');
  await expect(page.getByRole('radio', { name: 'Windows 11' })).toBeChecked();
  await expect(page.getByRole('button', { name: 'Let desktop apps' }).first()).toBeVisible();
  await page.getByRole('radio', { name: 'macOS 27' }).click();
  await expect(page.getByRole('heading', { name: /^Microphone/ })).toBeVisible();
  await page.getByRole('radio', { name: 'Firefox' }).click();
  await page.getByRole('button', { name: /^Allow the camera or microphone for this site/ }).click();
  await expect(title(page)).toHaveText('Allow the camera or microphone for this site');
  await expect(page.getByRole('listitem').first()).toContainText('Open the site in Firefox.');
  await page.getByRole('radio', { name: 'On the settings page' }).click();
  await expect(page.getByText(/^Firefox › Settings/)).toBeVisible();
});

test('the library is searched over all shelves, and the numbers tell where there is something', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-site-block' });
  await open(page, 'Guides');
  await page.getByRole('searchbox', { name: 'Search' }).fill('chrome://extensions');
  await expect(page.getByText('Nothing found for “chrome://extensions”.')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Chrome' })).toHaveAccessibleName('Chrome 1');
  await expect(page.getByRole('radio', { name: 'Linux' })).toHaveAccessibleName('Linux 0');
  await page.getByRole('radio', { name: 'Chrome' }).click();
  await expect(page.getByRole('button', { name: /^Turn the extension off/ })).toBeVisible();
});

test('back in the library everything is where it was', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'windows11-desktop-apps-off', viewport: { width: 960, height: 640 } });
  await open(page, 'Guides');
  const last = page.locator('.guides button').last();
  const name = (await last.innerText()).split('\n')[0] ?? '';
  await last.scrollIntoViewIfNeeded();
  const scrolled = () => page.evaluate(() => document.querySelector('main')?.scrollTop ?? 0);
  const place = await scrolled();
  expect(place).toBeGreaterThan(0);
  await last.click();
  await expect(title(page)).toHaveText(name);
  await expect(title(page)).toBeFocused();
  await page.getByRole('button', { name: 'Back to the guides' }).click();
  await expect(last).toBeFocused();
  expect(await scrolled()).toBe(place);
});

test('the views are gone through with the keyboard alone, and Escape leads out of each', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-site-block' });
  await expect(page.getByRole('button', { name: 'Open meet.example.com' })).toBeFocused();
  await page.getByRole('radio', { name: 'Guides' }).focus();
  await page.keyboard.press('Space');
  await expect(title(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('camera');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Connect a camera');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Connect a camera/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(title(page)).toHaveText('Chromium blocks the camera for this site.');
  for (const view of ['Details', 'Report'] as const) {
    await page.getByRole('radio', { name: view }).focus();
    await page.keyboard.press('Space');
    await expect(title(page)).toHaveText(view);
    await page.keyboard.press('Escape');
    await expect(title(page)).toHaveText('Chromium blocks the camera for this site.');
  }
});

test('before there is a report the views say so, and fill by themselves', { tag: '@loopback' }, async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-site-block' });
  let answer = (): void => {};
  const wanted = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/call/examine', async (route) => {
    await wanted;
    await route.continue();
  });
  await page.reload();
  await page.getByRole('radio', { name: 'Report' }).click();
  await expect(title(page)).toHaveText('Report');
  await expect(page.getByText('Still looking. This fills by itself.')).toBeVisible();
  answer();
  await expect(preview(page)).toContainText('What to do now');
});

for (const [width, height, direction] of [
  [360, 640, 'ltr'],
  [360, 640, 'rtl'],
  // 960 by 640 at 200 %.
  [480, 320, 'ltr'],
] as const) {
  test(`at ${width} by ${height}, ${direction}, nothing has to be scrolled sideways`, { tag: '@more' }, async ({
    openApp,
  }) => {
    const { page } = await openApp({
      machine: 'windows11-policy-denies-apps-for-browsers',
      viewport: { width, height },
    });
    await page.evaluate((dir) => {
      document.documentElement.dir = dir;
    }, direction);
    const isWithin = (): Promise<boolean> =>
      page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
    for (const view of ['Details', 'Report', 'Guides'] as const) {
      await open(page, view);
      expect(await isWithin()).toBe(true);
      if (view === 'Details') {
        await page.getByRole('searchbox').fill('windows');
        await expect(page.getByRole('status').filter({ hasText: 'Found' })).toBeVisible();
      } else if (view === 'Guides') await page.locator('.guides button').first().click();
      expect(await isWithin()).toBe(true);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: 'Check again' })).toBeVisible();
    }
  });
}
