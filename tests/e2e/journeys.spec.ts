import { expect } from '@playwright/test';
import { test } from './app.fixture.ts';

test('a healthy computer is told so, with a real picture and sound', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-healthy-laptop' });
  await expect(page.getByRole('heading', { name: 'Your camera and microphone work.' })).toBeVisible();
});

test('a blocked site is named, put right step by step, and proven', async ({ openApp }) => {
  const { page, change } = await openApp({ machine: 'linux-site-block' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chromium blocks the camera for this site.');
  await expect(page.getByText('Code W01')).toBeVisible();
  await page.getByRole('button', { name: 'Show me how' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Allow the camera for this site');
  const step = page.getByRole('listitem').filter({ hasText: 'turn Camera on' });
  await expect(step).toHaveAttribute('data-state', 'now');

  await change('files/home/user/.config/chromium/Default/Preferences', (text) =>
    text.replace(/"setting": 2/, '"setting": 1'),
  );
  await expect(step).toHaveAttribute('data-state', 'done', { timeout: 1_500 });
  await expect(page.getByRole('heading', { name: 'Your camera and microphone work.' })).toBeVisible();
  await expect(page.getByText('Fixed: Chromium blocks the camera for this site.')).toBeVisible();
});

test('a missing camera is asked for, and noticed when it is plugged in', async ({ openApp }) => {
  const { page, replaceWith } = await openApp({ machine: 'linux-no-camera' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This computer has no camera.');
  await page.getByRole('button', { name: 'Show me how' }).click();
  const step = page.getByRole('listitem').filter({ hasText: 'Plug a camera in' });
  await expect(step).toHaveAttribute('data-state', 'now');
  await replaceWith('linux-healthy-laptop', 'files.json');
  await replaceWith('linux-healthy-laptop', 'files');
  await expect(step).toHaveAttribute('data-state', 'done', { timeout: 1_500 });
  await expect(page.getByRole('heading', { name: 'Your camera and microphone work.' })).toBeVisible();
});

test('what the browser itself cannot find is told even where the system knows a camera', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-healthy-laptop', devices: false });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This computer has no camera.');
});

test('what cannot be told is told as that', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-firefox-not-a-database' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('I cannot tell what is wrong.');
  await page.getByRole('button', { name: 'What else was found' }).click();
  await expect(page.getByText('it is not an SQLite database').first()).toBeVisible();
});

test('the sentence can be about another browser', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-firefox-not-a-database' });
  await page.getByRole('button', { name: /Mozilla Firefox/ }).click();
  await page.getByRole('option', { name: 'Chromium' }).click();
  await expect(page.getByRole('heading', { name: 'Your camera and microphone work.' })).toBeVisible();
});

test('everything can be done with the keyboard alone', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-site-block' });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chromium blocks the camera for this site.');
  await expect(page.getByRole('button', { name: 'Show me how' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Allow the camera for this site');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Show me how' })).toBeVisible();
});

test('the page runs under its policy without a single complaint', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-healthy-laptop' });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Your camera and microphone work.' })).toBeVisible();
  expect(complaints).toEqual([]);
});
