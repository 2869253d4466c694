import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../e2e/app.fixture.ts';

const SCREENS = join(import.meta.dirname, '../../docs/screens');

// Drawn anew with `npm run screens`, and looked at by a person before they are kept.
for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen, ${colorScheme}`, async ({ openApp }) => {
    await mkdir(SCREENS, { recursive: true });
    const shoot = (name: string): string => join(SCREENS, `${name}-${colorScheme}.png`);
    const viewport = { width: 960, height: 640 };

    const healthy = await openApp({ machine: 'linux-healthy-laptop', colorScheme, viewport });
    await expect(healthy.page.locator('video')).toBeVisible();
    await expect(healthy.page.locator('[data-lit="true"]').first()).toBeVisible();
    await healthy.page.screenshot({ path: shoot('check') });
    await expect(healthy.page.getByRole('heading', { name: 'Your camera and microphone work.' })).toBeVisible();
    await healthy.page.screenshot({ path: shoot('proof') });

    const blocked = await openApp({ machine: 'linux-site-block', colorScheme, viewport });
    await expect(blocked.page.getByRole('heading', { level: 1 })).toHaveText(
      'Chromium blocks the camera for this site.',
    );
    await blocked.page.screenshot({ path: shoot('result') });
    await blocked.page.getByRole('button', { name: /Change whom it is about/ }).click();
    await expect(blocked.page.getByRole('dialog')).toBeVisible();
    await blocked.page.screenshot({ path: shoot('whom') });
    await blocked.page.keyboard.press('Escape');
    await blocked.page.setViewportSize({ width: 360, height: 740 });
    await blocked.page.screenshot({ path: shoot('result-narrow') });
    await blocked.page.setViewportSize(viewport);
    await blocked.page.getByRole('button', { name: 'Show me how' }).click();
    await expect(blocked.page.locator('[data-state="now"]')).toBeVisible();
    await expect(blocked.page.locator('.replica')).toBeVisible();
    await blocked.page.screenshot({ path: shoot('guide') });

    const firefox = await openApp({ machine: 'linux-firefox-site-block', colorScheme, viewport });
    await firefox.page.getByRole('button', { name: 'Show me how' }).click();
    await expect(firefox.page.locator('.replica')).toBeVisible();
    await firefox.page.screenshot({ path: shoot('guide-firefox') });

    const windows = await openApp({ machine: 'windows11-desktop-apps-off-for-browsers', colorScheme, viewport });
    await windows.page.getByRole('button', { name: 'Show me how' }).first().click();
    await expect(windows.page.locator('.replica')).toBeVisible();
    await windows.page.screenshot({ path: shoot('guide-windows') });
    await windows.page.setViewportSize({ width: 360, height: 520 });
    await windows.page.screenshot({ path: shoot('guide-windows-compact') });
    const mac = await openApp({ machine: 'macos-26-chrome-camera-off', colorScheme, viewport });
    await mac.page.getByRole('button', { name: 'Show me how' }).click();
    await expect(mac.page.locator('.replica')).toBeVisible();
    await mac.page.screenshot({ path: shoot('guide-macos') });
    await mac.page.setViewportSize({ width: 360, height: 520 });
    await mac.page.screenshot({ path: shoot('guide-macos-compact') });
    const managed = await openApp({ machine: 'windows11-policy-denies-apps-for-browsers', colorScheme, viewport });
    const { page } = managed;
    await expect(page.getByRole('button', { name: 'Check again' })).toBeVisible();
    await page.getByRole('radio', { name: 'Details' }).click();
    await expect(page.getByRole('searchbox')).toBeVisible();
    await page.screenshot({ path: shoot('details') });
    await page.getByRole('searchbox').fill('policies');
    await expect(page.getByRole('status').filter({ hasText: 'Found' })).toBeVisible();
    await page.getByRole('group').first().scrollIntoViewIfNeeded();
    await page.screenshot({ path: shoot('details-found') });
    await page.getByRole('radio', { name: 'Report' }).click();
    await expect(page.getByRole('region', { name: 'Preview of the report' })).toContainText('Windows 11');
    await page.screenshot({ path: shoot('report') });
    await page.getByRole('region', { name: 'For your administrator' }).scrollIntoViewIfNeeded();
    await page.screenshot({ path: shoot('report-administrator') });
    await page.getByRole('radio', { name: 'Guides' }).click();
    await expect(page.getByRole('radio', { name: 'Windows 11' })).toBeChecked();
    await page.screenshot({ path: shoot('library') });
    await page.getByRole('radio', { name: 'Edge' }).click();
    await page.locator('.guides button').first().click();
    await expect(page.getByRole('button', { name: 'Back to the guides' })).toBeVisible();
    await page.screenshot({ path: shoot('library-guide') });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole('radio', { name: 'Report' }).click();
    await expect(page.getByRole('region', { name: 'Preview of the report' })).toContainText('Windows 11');
    await page.screenshot({ path: shoot('report-narrow') });
  });
}
