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
    await blocked.page.screenshot({ path: shoot('guide') });

    const windows = await openApp({ machine: 'windows11-desktop-apps-off-for-browsers', colorScheme, viewport });
    await windows.page.getByRole('button', { name: 'Show me how' }).click();
    await expect(windows.page.locator('.replica')).toBeVisible();
    await windows.page.screenshot({ path: shoot('guide-windows') });
    await windows.page.setViewportSize({ width: 360, height: 520 });
    await windows.page.screenshot({ path: shoot('guide-windows-compact') });
  });
}
