import { expect } from '@playwright/test';
import { test } from './app.fixture.ts';

const NAME = 'A drawing of Settings › Privacy & security › Camera: press “Let desktop apps access your camera”.';

test('the page to open is drawn beside the steps, as one picture that says what to press', async ({ openApp }) => {
  const { page } = await openApp({
    machine: 'windows11-desktop-apps-off-for-browsers',
    viewport: { width: 960, height: 640 },
  });
  await page.getByRole('button', { name: 'Show me how' }).click();
  const drawing = page.getByRole('img', { name: NAME });
  await expect(drawing).toBeVisible();
  await expect(drawing.getByText('Press here')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Open it for me' })).toBeInViewport({ ratio: 1 });
  const [steps, picture] = [await page.locator('.steps').boundingBox(), await drawing.boundingBox()];
  expect(picture?.x).toBeGreaterThan((steps?.x ?? 0) + (steps?.width ?? 0));
});

test('beside the settings window, only the step that is next and what to press are shown', async ({ openApp }) => {
  const { page } = await openApp({
    machine: 'windows11-desktop-apps-off-for-browsers',
    viewport: { width: 360, height: 520 },
  });
  await page.getByRole('button', { name: 'Show me how' }).click();
  const drawing = page.getByRole('img', { name: NAME });
  await expect(drawing.getByText('Press here')).toBeInViewport();
  await expect(drawing.getByText('Camera access')).toBeHidden();
  await expect(page.locator('.steps > li:visible')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Check again' })).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('a guide that has no page is told without a drawing', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-no-camera' });
  await page.getByRole('button', { name: 'Show me how' }).click();
  await expect(page.locator('.steps')).toBeVisible();
  await expect(page.locator('.replica')).toHaveCount(0);
});

test('of a page of Windows 10, too, nothing is left in a small window but what to press', async ({ openApp }) => {
  const { page } = await openApp({
    machine: 'windows10-desktop-apps-off-for-browsers',
    viewport: { width: 360, height: 520 },
  });
  await page.getByRole('button', { name: 'Show me how' }).click();
  const drawing = page.getByRole('img', { name: 'press “Allow desktop apps to access your camera”' });
  await expect(drawing.getByText('Press here')).toBeInViewport();
  await expect(drawing.getByText('Allow apps to access your camera')).toBeHidden();
});

test('the site information of a browser is drawn with what to press in order', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-site-block', viewport: { width: 360, height: 520 } });
  await page.getByRole('button', { name: 'Show me how' }).click();
  const drawing = page.getByRole('img', {
    name: /^A drawing of Chromium › \S+: press “icon left of the address”, then press “Camera”, then press “reload”\.$/,
  });
  await expect(drawing.locator('[data-row="switch"]').getByText('Press here')).toBeInViewport();
  await expect(drawing.locator('[data-press]')).toHaveCount(3);
  await expect(drawing.getByText('Reset permissions')).toBeHidden();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('a settings page of Firefox is drawn with the window that it brings up', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-firefox-site-block', viewport: { width: 960, height: 640 } });
  await page.getByRole('button', { name: 'Show me how' }).click();
  await page.getByRole('radio', { name: 'On the settings page' }).click();
  const drawing = page.getByRole('img', { name: /press “Camera”, then press “\S+”, then press “Save Changes”\.$/ });
  await expect(drawing.getByText('Settings - Camera Permissions')).toBeVisible();
  await expect(drawing.getByText('Permissions and data', { exact: true }).first()).toBeVisible();
});

test('of the list of apps of macOS, the app in question is drawn with its switch, in a small window as well', async ({
  openApp,
}) => {
  const { page } = await openApp({ machine: 'macos-26-chrome-camera-off', viewport: { width: 960, height: 640 } });
  await page.getByRole('button', { name: 'Show me how' }).click();
  const drawing = page.getByRole('img', {
    name: 'A drawing of System Settings › Privacy & Security › Camera: press “Google Chrome”, then press “Quit & Reopen”.',
  });
  await expect(drawing.getByText('Press here').first()).toBeVisible();
  await expect(drawing.getByText('Screen Time')).toBeVisible();
  await page.setViewportSize({ width: 360, height: 520 });
  await expect(drawing.getByText('Google Chrome')).toBeInViewport();
  await expect(drawing.getByText('Screen Time')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Check again' })).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
