import type { BrowserContext } from '@playwright/test';
import type { Report } from '../../../core/report/schema.ts';

/** What a page of the site gets that asks for the camera: `works`, `asks`, or the name of the error. */
export async function deedOn(context: BrowserContext, site: string): Promise<string> {
  const page = await context.newPage();
  await page.goto(site);
  const deed = await page.evaluate(async () => {
    const { state } = await navigator.permissions.query({ name: 'camera' as PermissionName });
    if (state === 'prompt') return 'asks';
    return navigator.mediaDevices.getUserMedia({ video: true }).then(
      (stream) => {
        for (const track of stream.getTracks()) track.stop();
        return 'works';
      },
      (error: DOMException) => error.name,
    );
  });
  await page.close();
  return deed;
}

/** What the doctor said of this Chromium. */
export function chromiumIn({ subjects }: Report) {
  const found = subjects.find(({ id }) => id === 'chromium');
  if (found === undefined) throw new Error('Chromium is not among the subjects');
  return found;
}

/** A profile’s `Preferences` with these settings of its sites, by pattern. */
export function exceptions(camera: Readonly<Record<string, number>>, others: object = {}): object {
  const media_stream_camera = Object.fromEntries(
    Object.entries(camera).map(([pattern, setting]) => [
      `${pattern},*`,
      { setting, last_modified: '13439874239839924' },
    ]),
  );
  return { profile: { content_settings: { exceptions: { media_stream_camera, ...others }, pref_version: 1 } } };
}

/** As `Preferences` has them. */
export const [ALLOW, BLOCK] = [1, 2];

/** What a page gets that is blocked. */
export const BLOCKED = 'NotAllowedError';
