import { expect, type Page } from '@playwright/test';
import { test } from './app.fixture.ts';
import { failWith, repair } from './capture-faults.ts';

// From each kind of fault to the proof that it is gone. A step ticks off by itself once its switch is turned.

const TICK = { timeout: 1_500 };
const TURN = { timeout: 3_000 };
const WORKS = 'Your camera and microphone work.';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const step = (page: Page, text: string | RegExp) => page.getByRole('listitem').filter({ hasText: text });

async function showHow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Show me how' }).first().click();
}

/** Turns one of Windows’ switches for desktop apps. */
const desktopSwitch = (device: 'webcam' | 'microphone', to: 'Allow' | 'Deny') => (registry: string) =>
  registry.replace(
    new RegExp(String.raw`(\\ConsentStore\\${device}\\NonPackaged\]\r?\n"Value"=)"\w+"`),
    (_all, key: string) => `${key}"${to}"`,
  );

test('Windows’ switches for desktop apps, two faults at once: one after the other is put right', async ({
  openApp,
}) => {
  const { page, change } = await openApp({ machine: 'windows11-desktop-apps-off-for-browsers' });
  await failWith(page, { camera: 'denied-by-system', microphone: 'denied-by-system' });
  await expect(heading(page)).toHaveText('Windows is not letting desktop apps use your camera.');
  await showHow(page);
  const camera = step(page, 'turn “Let desktop apps access your camera” on');
  await expect(camera).not.toHaveAttribute('data-state', 'done');
  await change('registry.reg', desktopSwitch('webcam', 'Allow'));
  await expect(camera).toHaveAttribute('data-state', 'done', TICK);

  await expect(heading(page)).toHaveText('Windows is not letting desktop apps use your microphone.');
  await showHow(page);
  const microphone = step(page, 'turn “Let desktop apps access your microphone” on');
  await repair(page);
  await change('registry.reg', desktopSwitch('microphone', 'Allow'));
  await expect(microphone).toHaveAttribute('data-state', 'done', TICK);
  await expect(heading(page)).toHaveText(WORKS);
});

test('macOS lets this app nowhere near the camera: put right in its settings', async ({ openApp }) => {
  const { page, change } = await openApp({ machine: 'macos-26-own-camera-denied' });
  await failWith(page, { camera: 'denied-by-system' });
  await expect(heading(page)).toHaveText('macOS is not letting Capture Doctor use your camera.');
  await showHow(page);
  const allow = step(page, 'Turn Capture Doctor on');
  await expect(allow).not.toHaveAttribute('data-state', 'done');
  await repair(page);
  await change('machine.json', (json) => json.replace('"denied"', '"granted"').replaceAll('"denied"', '"authorized"'));
  // Back from the settings.
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(allow).toHaveAttribute('data-state', 'done', TICK);
  await expect(heading(page)).toHaveText(WORKS);
});

test('macOS lets a new process in, and not this one: started again, the guide goes on and ends in the proof', async ({
  openApp,
}) => {
  const { page, change } = await openApp({ machine: 'macos-26-stale-denial' });
  await failWith(page, { camera: 'denied-by-system', microphone: 'denied-by-system' });
  await expect(heading(page)).toHaveText('macOS allows the camera, but Capture Doctor has not noticed yet.');
  await showHow(page);
  await expect(heading(page)).toHaveText('Start Capture Doctor afresh');
  // As a new process is told.
  await change('machine.json', (json) =>
    json
      .replaceAll(/"(camera|microphone)": "(?:denied|authorized)"/g, '"$1": "authorized"')
      .replaceAll(/("mediaAccess": \{[^}]*\})/g, (access) => access.replaceAll('authorized', 'granted')),
  );
  await page.addInitScript(() => {
    window.captureFaults = {};
  });
  await page.reload();
  await expect(heading(page)).toHaveText(WORKS);
});

test('Firefox blocks the site: put right in Firefox', async ({ openApp }) => {
  const { page, replaceWith } = await openApp({ machine: 'linux-firefox-site-block' });
  await expect(heading(page)).toHaveText('Mozilla Firefox blocks the camera for this site.');
  await showHow(page);
  const clear = step(page, /camera/i).filter({ hasText: 'Blocked' });
  await replaceWith('linux-healthy-firefox-allowed', 'files');
  await expect(clear).toHaveAttribute('data-state', 'done', TICK);
  await expect(heading(page)).toHaveText(WORKS);
});

test('a policy: the administrator’s text is there to copy, and when it is lifted that is seen', async ({ openApp }) => {
  const { page, replaceWith } = await openApp({ machine: 'windows11-policy-denies-apps-for-browsers' });
  const copied: string[] = [];
  await page.exposeFunction('noteCopied', (text: string) => copied.push(text));
  await page.addInitScript(() => {
    navigator.clipboard.writeText = (text) => Reflect.get(window, 'noteCopied')(text);
  });
  await failWith(page, { camera: 'denied-by-system', microphone: 'denied-by-system' });
  await expect(heading(page)).toHaveText('Your organisation has switched the camera off for apps on this computer.');
  await page.getByRole('button', { name: 'Copy the text for your administrator' }).click();
  await expect.poll(() => copied.join('')).toContain('LetAppsAccessCamera is 2');
  await repair(page);
  await replaceWith('windows11-healthy-with-browsers', 'registry.reg');
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(heading(page)).toHaveText(WORKS);
});

test('a black picture: once the cover is off', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-healthy-laptop' });
  await failWith(page, { camera: 'black' });
  await expect(heading(page)).toHaveText('The camera is covered.');
  await repair(page);
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(heading(page)).toHaveText(WORKS);
});

test('a silent microphone: once it is heard', async ({ openApp }) => {
  const { page } = await openApp({ machine: 'linux-healthy-laptop' });
  await failWith(page, { microphone: 'silent' });
  await expect(heading(page)).toHaveText(/microphone/);
  await expect(heading(page)).not.toHaveText(WORKS);
  await repair(page);
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(heading(page)).toHaveText(WORKS);
});

test('from fault to proof with the keyboard alone', { tag: '@loopback' }, async ({ openApp }) => {
  const { page, change } = await openApp({ machine: 'windows11-desktop-apps-off-for-browsers' });
  await change('machine.json', (json) => json.replace('"env": {', '"env": { "SystemRoot": "C:\\\\Windows",'));
  await change('registry.reg', desktopSwitch('microphone', 'Allow'));
  await failWith(page, { camera: 'denied-by-system' });
  await expect(heading(page)).toHaveText('Windows is not letting desktop apps use your camera.');
  await tabTo(page, 'Show me how');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Open it for me');
  await page.keyboard.press('Enter');
  await expect(step(page, 'Open the camera page')).toHaveAttribute('data-state', 'done');
  await repair(page);
  await change('registry.reg', desktopSwitch('webcam', 'Allow'));
  await expect(heading(page)).toHaveText(WORKS);
});

/** As often as it takes; the name may be of whatever can have the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab');
    expect(await page.locator('button:focus').allTextContents()).toEqual([expect.stringContaining(name)]);
  }).toPass({ intervals: [0], timeout: 10_000 });
}

test('the wrong switch is noticed: the other device’s page', async ({ openApp }) => {
  const { page, change } = await openApp({ machine: 'windows11-desktop-apps-off-for-browsers' });
  await failWith(page, { camera: 'denied-by-system', microphone: 'denied-by-system' });
  await expect(heading(page)).toHaveText('Windows is not letting desktop apps use your camera.');
  await showHow(page);
  await change('registry.reg', desktopSwitch('microphone', 'Allow'));
  await expect(page.getByText('That was the page of the microphone. This is about the camera.')).toBeVisible(TURN);
  await change('registry.reg', desktopSwitch('microphone', 'Deny'));
  await expect(page.getByText('That was the page of the microphone. This is about the camera.')).toBeHidden(TURN);
});

test('the wrong switch is noticed: one that was on', async ({ openApp }) => {
  const { page, change } = await openApp({ machine: 'windows11-desktop-apps-off-for-browsers' });
  await change('registry.reg', desktopSwitch('microphone', 'Allow'));
  await failWith(page, { camera: 'denied-by-system' });
  await expect(heading(page)).toHaveText('Windows is not letting desktop apps use your camera.');
  await showHow(page);
  await change('registry.reg', desktopSwitch('microphone', 'Deny'));
  const turn = 'Something else is off now: Windows is not letting desktop apps use your microphone.';
  await expect(page.getByText(turn)).toBeVisible(TURN);
});
